import type { Localiser } from '../../i18n/localiser.ts';

/** What ends a cell in a sheet that people open: where the comma is the decimal sign, spreadsheets take the semicolon for it. */
export function spreadsheetDelimiter(localiser: Pick<Localiser, 'number'>): ',' | ';' {
  return localiser.number(0.5, 1) === '0.5' ? ',' : ';';
}
