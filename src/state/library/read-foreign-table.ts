import type { ForeignTable } from '../../domain/intake/map-columns.ts';
import { findForeignTable } from '../../domain/intake/map-columns.ts';
import { adviceOfRules } from '../../domain/intake/open-cells.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ChosenContent, ReadingDesk } from './reading-desk.svelte.ts';

/**
 * The table in a workbook or a text of any program, or in one of those in a zip; null where there is none; why, or
 * which lines could not be read.
 */
export async function readForeignTable(
  { chosen: file, fileName, part }: Pick<ChosenContent, 'chosen' | 'fileName' | 'part'>,
  desk: ReadingDesk,
): Promise<{ readonly table: ForeignTable | null; readonly problems: readonly Problem[] }> {
  const { content } = await desk.readOne({
    ...{ file, fileName, use: 'table', passphrase: null },
    ...(part === undefined ? {} : { part }),
  });
  if (!content.ok) return { table: null, problems: content.problems };
  const sheets = content.value.kind === 'workbook' ? content.value.sheets : [];
  return { table: findForeignTable(sheets), problems: [...content.advice, ...adviceOfRules(sheets)] };
}
