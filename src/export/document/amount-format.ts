/** How an office program writes these amounts: with decimals where any of them has some. */
export const amountFormat = (amounts: readonly (number | null)[]): string =>
  amounts.every((amount) => amount === null || Number.isInteger(amount)) ? '#,##0' : '#,##0.00';
