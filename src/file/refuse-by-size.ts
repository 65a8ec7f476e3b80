import { MAXIMUM_FILE_BYTES, MAXIMUM_FRAMEWORK_BYTES, MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { BEGINNING_BYTES, fileKind } from './file-kind.ts';
import type { FileUse } from './given-file.ts';
import { isForeign } from './is-foreign.ts';
import { wrongFile } from './read-returned-file.ts';
import { beginsAsZip } from './zip-directory.ts';

const tooBig = (code: string, maximum: number) => problem(code, '', [], { maximum });

/**
 * Why a file is refused by its size and its beginning alone, before it is read: only what is packed or encrypted may be
 * large. Null where it has to be read. Codes: `file.tooBig` (bytes, maximum), `file.isSheet`, `sheet.tooBig`,
 * `plan.tooBig`, `frameworkTable.tooBig` (maximum each), `file.partTooBig` (part, bytes, maximum), `file.notZip`, `file.isJson`, and
 * those of `wrongFile`.
 */
export async function refuseBySize(file: Blob, fileName: string, use: FileUse): Promise<Problem | null> {
  const bytes = file.size;
  if (bytes > MAXIMUM_FILE_BYTES) return problem('file.tooBig', '', [], { bytes, maximum: MAXIMUM_FILE_BYTES });
  if (bytes <= MAXIMUM_SHEET_BYTES) return null;
  const beginning = new Uint8Array(await file.slice(0, BEGINNING_BYTES).arrayBuffer());
  const kind = fileKind(beginning, fileName);
  if (beginsAsZip(beginning) || kind === 'encrypted') return null;
  const wrong = wrongFile(kind);
  if (wrong !== null) return wrong;
  if (use === 'table') return tooBig('sheet.tooBig', MAXIMUM_SHEET_BYTES);
  if (isForeign({ use, fileName })) return tooBig('frameworkTable.tooBig', MAXIMUM_SHEET_BYTES);
  if (use === 'plan') return tooBig('plan.tooBig', MAXIMUM_SHEET_BYTES);
  if (kind === 'sheet')
    return use === 'open' ? problem('file.isSheet', '', []) : tooBig('sheet.tooBig', MAXIMUM_SHEET_BYTES);
  if (kind !== 'framework') return problem('file.notZip', '', []);
  if (use === 'return') return problem('file.isJson', '', []);
  if (bytes <= MAXIMUM_FRAMEWORK_BYTES) return null;
  return problem('file.partTooBig', '', [], { part: fileName, bytes, maximum: MAXIMUM_FRAMEWORK_BYTES });
}
