import type { ForeignTable } from '../../domain/intake/map-columns.ts';
import { findForeignTable } from '../../domain/intake/map-columns.ts';
import type { ReadingDesk } from './reading-desk.svelte.ts';

/** The table in a workbook or a text of any program; null where there is none. */
export async function readForeignTable(file: File, desk: ReadingDesk): Promise<ForeignTable | null> {
  const { content } = await desk.readOne({ file, fileName: file.name, use: 'table', passphrase: null });
  return content.ok && content.value.kind === 'workbook' ? findForeignTable(content.value.sheets) : null;
}
