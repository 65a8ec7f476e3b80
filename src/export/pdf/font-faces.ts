import type { ReportDocument } from '../document/document.ts';

/** Every font file there is. Bold and extended files come only with text that needs them. */
export const FONT_IDS = [
  'sans-regular',
  'sans-bold',
  'serif-bold',
  'signs',
  'sans-extended-regular',
  'sans-extended-bold',
  'serif-extended-bold',
  'sans-vietnamese-regular',
  'sans-vietnamese-bold',
  'serif-vietnamese-bold',
  'greek-regular',
  'greek-bold',
  'cyrillic-regular',
  'cyrillic-bold',
  'cyrillic-extended-regular',
  'cyrillic-extended-bold',
  'arabic-regular',
  'arabic-bold',
] as const;

export type FontId = (typeof FONT_IDS)[number];

/** TrueType files by their id, as `fontsFor` asks for them. */
export type PdfFonts = Readonly<Partial<Record<FontId, Uint8Array>>>;

/** What a document is set in whatever its words. */
const ALWAYS: readonly FontId[] = ['sans-regular', 'sans-bold', 'serif-bold', 'signs'];

const ON_DEMAND: readonly (readonly [RegExp, readonly FontId[]])[] = [
  [
    // What the first files do not hold of Latin; a dotless i and the French ligatures they do.
    /[\u0100-\u0130\u0132-\u0151\u0154-\u0292\u1e00-\u1e9f\u2020]/,
    ['sans-extended-regular', 'sans-extended-bold', 'serif-extended-bold'],
  ],
  // Letters with two marks, and marks that stand by themselves: Yoruba, Igbo, Éwé and Fon need them too.
  [/[\u0300-\u036f\u1ea0-\u1ef9]/, ['sans-vietnamese-regular', 'sans-vietnamese-bold', 'serif-vietnamese-bold']],
  [/[\u0370-\u03ff]/, ['greek-regular', 'greek-bold']],
  [/[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/, ['cyrillic-regular', 'cyrillic-bold']],
  // Kazakh, Kyrgyz, Mongolian and Tajik.
  [/[\u0492-\u04f9]/, ['cyrillic-extended-regular', 'cyrillic-extended-bold']],
  [/[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/, ['arabic-regular', 'arabic-bold']],
];

/** The fonts that the text of a document needs, so that Arabic is fetched only where Arabic stands. */
export function fontsFor(document: ReportDocument): FontId[] {
  const text = JSON.stringify(document).normalize('NFC');
  return [...ALWAYS, ...ON_DEMAND.flatMap(([script, fonts]) => (script.test(text) ? fonts : []))];
}

export interface Face {
  readonly family: 'sans' | 'serif';
  readonly bold: boolean;
}

/** The fonts of a face, in the order in which they are asked for a character. */
export function fontChain({ family, bold }: Face): readonly FontId[] {
  const serif: FontId[] = family === 'serif' ? ['serif-bold', 'serif-extended-bold', 'serif-vietnamese-bold'] : [];
  const weight = bold || family === 'serif' ? 'bold' : 'regular';
  const sans: FontId[] = [`sans-${weight}`, `sans-extended-${weight}`, `sans-vietnamese-${weight}`];
  return [
    ...serif,
    ...sans,
    `greek-${weight}`,
    `cyrillic-${weight}`,
    `cyrillic-extended-${weight}`,
    `arabic-${weight}`,
    'signs',
  ];
}
