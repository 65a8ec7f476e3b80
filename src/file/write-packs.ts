import type { Zippable } from 'fflate';
import { zipSync } from 'fflate';
import type { SextantFile } from './sextant-file.ts';
import { encodeUtf8 } from './text-bytes.ts';
import { writeSextantFile } from './write-sextant-file.ts';

/** What one institution gets. */
export interface PackToSend {
  /** Without extension; every name once. */
  readonly fileName: string;
  /** The assessment file; null where only workbooks are sent. */
  readonly content: SextantFile | null;
  readonly workbooks: readonly PackWorkbook[];
  /** Accompanying note, plain text. */
  readonly note: string;
}

/** The same pack to fill in in Excel. */
export interface PackWorkbook {
  /** With extension. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * All packs in one zip: for each institution a folder with its `.sextant` file, its workbooks and its note. Fixed dates and order, so
 * that the same packs give the same bytes.
 */
export function writePacks(packs: readonly PackToSend[]): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const { fileName, content, workbooks, note } of packs) {
    // Packed already: packing it again costs time and saves nothing. A byte order mark for the editors of Windows.
    if (content !== null) files[`${fileName}/${fileName}.sextant`] = [writeSextantFile(content), { mtime, level: 0 }];
    for (const workbook of workbooks) files[`${fileName}/${workbook.fileName}`] = [workbook.bytes, { mtime, level: 0 }];
    files[`${fileName}/${fileName}.txt`] = [encodeUtf8(`\uFEFF${note.replaceAll('\n', '\r\n')}`), { mtime, level: 6 }];
  }
  return zipSync(files);
}
