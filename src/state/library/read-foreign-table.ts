import type { ForeignTable } from '../../domain/intake/map-columns.ts';
import { findForeignTable } from '../../domain/intake/map-columns.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ReadingDesk } from './reading-desk.svelte.ts';

/** The table in a workbook or a text of any program, null where there is none; why, or which lines could not be read. */
export async function readForeignTable(
  file: File,
  desk: ReadingDesk,
): Promise<{ readonly table: ForeignTable | null; readonly problems: readonly Problem[] }> {
  const { content } = await desk.readOne({ file, fileName: file.name, use: 'table', passphrase: null });
  if (!content.ok) return { table: null, problems: content.problems };
  const table = content.value.kind === 'workbook' ? findForeignTable(content.value.sheets) : null;
  return { table, problems: content.advice };
}
