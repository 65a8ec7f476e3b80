import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { readForeignFramework } from './read-foreign-framework.ts';
import type { FileContent, GivenFile, NamedContent } from './read-given-file.ts';
import { readTable } from './read-table.ts';
import { refuseBySize } from './refuse-by-size.ts';

type OnShare = (share: number) => void;

async function readContent({ file, fileName, use }: GivenFile, onshare: OnShare): Promise<Result<FileContent>> {
  const refused = await refuseBySize(file, fileName, use);
  if (refused !== null) return { ok: false, problems: [refused] };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (use === 'table') {
    const read = await readTable(bytes, fileName);
    return read.ok ? { ...read, value: { kind: 'workbook', sheets: read.value } } : read;
  }
  const read = await readForeignFramework(bytes, fileName, onshare);
  return read.ok ? { ...read, value: { kind: 'framework', framework: read.value } } : read;
}

/**
 * What another program wrote (`isForeign`): a framework as a table or a YAML library, or the sheets of anybody's table.
 * `onshare` hears how much is read, 0 to 1. Codes: those of `refuseBySize`, `readForeignFramework` and `readTable`,
 * `document.unreadable` (name) where the file is gone or locked.
 */
export async function readForeignFile(given: GivenFile, onshare: OnShare = () => {}): Promise<readonly NamedContent[]> {
  const { fileName } = given;
  try {
    return [{ fileName, content: await readContent(given, onshare) }];
  } catch {
    const unreadable = problem('document.unreadable', '', [], { name: fileName });
    return [{ fileName, content: { ok: false, problems: [unreadable] } }];
  }
}
