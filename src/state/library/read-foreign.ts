import type { NamedContent } from '../../file/read-given-file.ts';
import { problem } from '../../domain/problem.ts';

/** Whether a file is by its name a table, or a library of another program. */
export const isForeign = (fileName: string): boolean => /\.(xlsx|ods|csv|tsv|txt|ya?ml)$/i.test(fileName);

/**
 * A framework in such a file, as the reading of any file gives one; what reads it is loaded when it is wanted. Codes: those
 * of `refuseBySize` and `readForeignFramework`, `document.unreadable` (name).
 */
export async function readForeign(file: File): Promise<NamedContent> {
  const fileName = file.name;
  const [{ refuseBySize }, { readForeignFramework }] = await Promise.all([
    import('../../file/refuse-by-size.ts'),
    import('../../file/read-foreign-framework.ts'),
  ]);
  try {
    const refused = await refuseBySize(file, fileName, 'framework');
    if (refused !== null) return { fileName, content: { ok: false, problems: [refused] } };
    const read = await readForeignFramework(new Uint8Array(await file.arrayBuffer()), fileName);
    if (!read.ok) return { fileName, content: read };
    return { fileName, content: { ...read, value: { kind: 'framework', framework: read.value } } };
  } catch {
    const unreadable = problem('document.unreadable', '', [], { name: fileName });
    return { fileName, content: { ok: false, problems: [unreadable] } };
  }
}
