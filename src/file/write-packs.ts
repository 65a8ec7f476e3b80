import type { Zippable } from 'fflate';
import { zipSync } from 'fflate';
import { encodeUtf8 } from './text-bytes.ts';

/** What one institution gets. */
export interface PackToSend {
  /** Its folder in the zip; every name once. */
  readonly folder: string;
  readonly files: readonly PackedFile[];
  /** Accompanying notes, plain text. */
  readonly notes: readonly { readonly fileName: string; readonly text: string }[];
}

export interface PackedFile {
  /** With extension. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * All packs in one zip: for each institution a folder with its files and its notes, and beside them what all may need. Fixed
 * dates and order, so that the same packs give the same bytes.
 */
export function writePacks(packs: readonly PackToSend[], beside: readonly PackedFile[] = []): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const content: Zippable = {};
  for (const { folder, files, notes } of packs) {
    // Packed already: packing it again costs time and saves nothing. A byte order mark for the editors of Windows.
    for (const { fileName, bytes } of files) content[`${folder}/${fileName}`] = [bytes, { mtime, level: 0 }];
    for (const { fileName, text } of notes) {
      content[`${folder}/${fileName}`] = [encodeUtf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`), { mtime, level: 6 }];
    }
  }
  for (const { fileName, bytes } of beside) content[fileName] = [bytes, { mtime, level: 6 }];
  return zipSync(content);
}
