import { encryptFile } from './encrypted-file.ts';
import type { SextantFile } from './sextant-file.ts';
import { writeSextantFile } from './write-sextant-file.ts';

/**
 * An assessment as the bytes of the file that leaves the computer: a `.sextant` file, or a `.sextant.age` file where there
 * is a passphrase ('' is none). Throws `UnwritableFile` like `writeSextantFile`.
 */
export async function writeOutgoingFile(content: SextantFile, passphrase: string): Promise<Uint8Array> {
  const bytes = writeSextantFile(content);
  return passphrase === '' ? bytes : encryptFile(bytes, passphrase);
}
