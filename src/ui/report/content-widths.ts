/** Millimetres of a page between its margins, upright and lying on its side. */
export const CONTENT_WIDTHS_MM = { upright: 174, lying: 261 } as const;
