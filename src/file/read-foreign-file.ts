import type { Result } from '../domain/problem.ts';
import { filesInZip } from './files-in-zip.ts';
import { readForeignFramework } from './read-foreign-framework.ts';
import type { GivenFile } from './given-file.ts';
import type { FileContent, NamedContent } from './read-given-file.ts';
import { readTable } from './read-table.ts';
import { readWhole } from './read-whole.ts';

type OnShare = (share: number) => void;

async function readContent(given: GivenFile, onshare: OnShare): Promise<Result<FileContent>> {
  const { fileName, use, part } = given;
  const [refused, bytes] = await readWhole(given);
  if (refused !== null) return { ok: false, problems: [refused] };
  if (use === 'table') {
    const inside = part === undefined ? null : filesInZip(bytes);
    const own = inside?.ok === true ? inside.value.get(part ?? '') : inside;
    if (own?.ok === false) return own;
    const read = await readTable(own?.value ?? bytes, fileName);
    return read.ok ? { ...read, value: { kind: 'workbook', sheets: read.value } } : read;
  }
  const read = await readForeignFramework(bytes, fileName, onshare);
  return read.ok ? { ...read, value: { kind: 'framework', framework: read.value } } : read;
}

/**
 * What another program wrote (`isForeign`): a framework as a table or a YAML library, or the sheets of anybody's table.
 * `onshare` hears how much is read, 0 to 1. Codes: those of `readWhole`, `readForeignFramework` and `readTable`.
 */
export async function readForeignFile(given: GivenFile, onshare: OnShare = () => {}): Promise<readonly NamedContent[]> {
  return [{ fileName: given.fileName, content: await readContent(given, onshare) }];
}
