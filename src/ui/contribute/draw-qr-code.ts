/** Level M: a seventh of the code may be hidden; 10 is the largest version that a modest camera reads from a screen. */
const OPTIONS = { ecc: 'M', maxVersion: 10, border: 4 } as const;

/** A QR code as one SVG path in units of a module, its quiet margin included. */
export async function drawQrCode(text: string): Promise<{ size: number; path: string }> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, OPTIONS);
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
