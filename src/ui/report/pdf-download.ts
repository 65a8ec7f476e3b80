export type MakePdf = typeof import('../../export/pdf/make-pdf.ts').makePdf;

/** Makes the file by what is loaded when it is first wanted. */
export const makePdfHere: MakePdf = async (document, createdAt, options) => {
  const { makePdf } = await import('../../export/pdf/make-pdf.ts');
  return makePdf(document, createdAt, options);
};

/** A file name of letters, digits and hyphens, which every system takes. */
export function fileNameOf(title: string): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const name = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `${name === '' ? 'sextant' : name.slice(0, 80)}.pdf`;
}
