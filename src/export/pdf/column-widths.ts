/** What a column asks for: its share of the width, and the least that holds its longest word. */
export interface ColumnNeed {
  readonly share: number;
  /** pt */
  readonly least: number;
}

/**
 * Widths in pt that follow the shares, none under its least: what the narrow ones lack is taken from the others in
 * proportion to what they can spare. Where all together lack room, the shares stand.
 */
export function columnWidths(needs: readonly ColumnNeed[], width: number): number[] {
  const shares = needs.reduce((sum, { share }) => sum + share, 0);
  const wanted = needs.map(({ share }) => (shares === 0 ? 0 : (share / shares) * width));
  const lacking = needs.map(({ least }, index) => Math.max(0, least - (wanted[index] ?? 0)));
  const spare = needs.map(({ least }, index) => Math.max(0, (wanted[index] ?? 0) - least));
  const lack = lacking.reduce((sum, one) => sum + one, 0);
  const spared = spare.reduce((sum, one) => sum + one, 0);
  if (lack === 0 || spared < lack) return wanted;
  return wanted.map((one, index) => one + (lacking[index] ?? 0) - ((spare[index] ?? 0) / spared) * lack);
}
