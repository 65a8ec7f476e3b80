import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { fileKind } from '../file/file-kind.ts';
import { FrameworkMemory } from '../file/framework-memory.ts';
import { isEncrypted } from '../file/is-encrypted.ts';
import type { NamedReturn } from '../file/read-given-file.ts';
import { readReturns, unwrap } from '../file/read-given-file.ts';
import { wrongFile } from '../file/read-returned-file.ts';
import { readSextantFile } from '../file/read-sextant-file.ts';
import type { SextantFile } from '../file/sextant-file.ts';
import { decodeUtf8, withoutByteOrderMark } from '../file/text-bytes.ts';
import type { Arguments, OptionKinds } from './read-arguments.ts';
import { readBytes } from './read-path.ts';

/** Of every command that reads assessment files: a passphrase on the command line would stay in the shell's history. */
export const PASSPHRASE_OPTION = { 'passphrase-file': 'value' } as const satisfies OptionKinds;

/** Puts the path that was given before the part of the file a problem is in. */
function named(path: string, found: readonly Problem[]): Problem[] {
  return found.map((one) => ({ ...one, file: one.file === '' ? path : `${path}:${one.file}` }));
}

/** The first line of the file that `--passphrase-file` names. Codes: those of `readBytes`, `file.notUtf8`, `command.emptyPassphrase`. */
export function readPassphrase(path: string): Result<string> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value);
  if (text === null) return { ok: false, problems: [problem('file.notUtf8', path, [])] };
  const [line = ''] = withoutByteOrderMark(text).split(/\r?\n/);
  if (line === '') return { ok: false, problems: [problem('command.emptyPassphrase', path, [])] };
  return { ok: true, value: line, advice: [] };
}

async function decrypt(
  path: string,
  bytes: Uint8Array,
  passphraseFile: string | undefined,
): Promise<Result<Uint8Array>> {
  // Read where nothing is encrypted too: a name that leads nowhere is a mistake, and the next file may need it.
  const passphrase = passphraseFile === undefined ? null : readPassphrase(passphraseFile);
  if (passphrase?.ok === false) return passphrase;
  if (!isEncrypted(bytes)) return { ok: true, value: bytes, advice: [] };
  if (passphrase === null) return { ok: false, problems: [problem('command.encrypted', path, [])] };
  const { decryptFile } = await import('../file/encrypted-file.ts');
  const decrypted = await decryptFile(bytes, passphrase.value);
  return decrypted.ok ? decrypted : { ok: false, problems: named(path, decrypted.problems) };
}

/** One problem where a file is known for something else than an assessment file. */
function wrongKind(bytes: Uint8Array, path: string): Problem | null {
  const kind = fileKind(bytes, path);
  if (kind === 'workbook') return problem('workbook.alone', '', []);
  return kind === 'sheet' ? problem('file.isSheet', '', []) : wrongFile(kind);
}

/**
 * An assessment file at a path, or the one in a zip there, every problem named by the path. Codes: `command.encrypted` without a passphrase
 * for an encrypted one, `workbook.alone`, `file.isSheet`, those of `unwrap`, `wrongFile`, `decryptFile` and `readSextantFile`.
 * Give the same `memory` when reading many files.
 */
export async function readSextantAt(
  path: string,
  { values }: Pick<Arguments, 'values'>,
  memory = new FrameworkMemory(),
): Promise<Result<SextantFile>> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const own = unwrap(bytes.value);
  if (!own.ok) return { ok: false, problems: named(path, own.problems) };
  const plain = await decrypt(path, own.value, values.get('passphrase-file'));
  if (!plain.ok) return plain;
  const wrong = wrongKind(plain.value, path);
  if (wrong !== null) return { ok: false, problems: named(path, [wrong]) };
  const file = readSextantFile(plain.value, memory);
  return file.ok ? { ...file, advice: named(path, file.advice) } : { ok: false, problems: named(path, file.problems) };
}

/**
 * What came back, at a path: an assessment file, a workbook or an answer sheet, or a zip of them, every problem named by the path. Codes:
 * those of `readSextantAt`, `readReturnedFile` and `filesInZip`.
 */
export async function readReturnsAt(
  path: string,
  { values }: Pick<Arguments, 'values'>,
): Promise<readonly NamedReturn[]> {
  const bytes = readBytes(path);
  const plain = bytes.ok ? await decrypt(path, bytes.value, values.get('passphrase-file')) : bytes;
  if (!plain.ok) return [{ fileName: path, content: plain }];
  const read = await readReturns(plain.value, path);
  return read.map(({ fileName, content, facts }) => ({
    fileName,
    content: content.ok
      ? { ...content, advice: named(fileName, content.advice) }
      : { ok: false, problems: named(fileName, content.problems) },
    ...(facts === undefined ? {} : { facts }),
  }));
}
