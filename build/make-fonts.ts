import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import type { FontId } from '../src/export/pdf/font-faces.ts';

/**
 * Writes the fonts of the PDF file: `npm run fonts`, by hand, when the packages or the characters change. TrueType,
 * because the library that embeds them cannot cut WOFF2 down to the glyphs in use.
 */

const PACKAGES = new URL('../node_modules/@fontsource/', import.meta.url);
const FONTS = new URL('../src/export/pdf/fonts/', import.meta.url);

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœ${range(0x2000, 0x206f)}€™−\ufffd`;
const EXTENDED = `${range(0x100, 0x292)}${range(0x1e00, 0x1e9f)}†`;
// Every mark that the files have; those of EXTENDED hold none.
const VIETNAMESE = `${range(0x1ea0, 0x1ef9)}${range(0x300, 0x36f)}`;
const GREEK = range(0x370, 0x3ff);
const CYRILLIC = `${range(0x400, 0x45f)}ҐґҰұ№`;
// Letters of Kazakh, Kyrgyz, Mongolian and Tajik, of the languages of Russia and of the Caucasus.
const CYRILLIC_EXTENDED = range(0x492, 0x4f9);
// The space belongs to it, so that a line of Arabic is shaped in one piece.
const ARABIC = ` \u00a0\u200c\u200d${range(0x600, 0x6ff)}${range(0x750, 0x77f)}${range(0xfb50, 0xfdff)}${range(0xfe70, 0xfefc)}`;
// Arrows, marks of the figures, comparisons.
const SIGNS = '←↑→↓↔⇒▲△▼▽●○■□▪◆◇✓≤≥≠≈∞√';

interface Source {
  readonly path: string;
  readonly text: string;
}

function noto(family: 'sans' | 'serif', subset: string, weight: number, text: string): Source {
  return { path: `noto-${family}/files/noto-${family}-${subset}-${weight}-normal.woff2`, text };
}

const SOURCES: Readonly<Record<FontId, Source>> = {
  'sans-regular': noto('sans', 'latin', 400, LATIN),
  'sans-bold': noto('sans', 'latin', 700, LATIN),
  'serif-bold': noto('serif', 'latin', 600, LATIN),
  signs: { path: 'noto-sans-math/files/noto-sans-math-latin-400-normal.woff2', text: SIGNS },
  'sans-extended-regular': noto('sans', 'latin-ext', 400, EXTENDED),
  'sans-extended-bold': noto('sans', 'latin-ext', 700, EXTENDED),
  'serif-extended-bold': noto('serif', 'latin-ext', 600, EXTENDED),
  'sans-vietnamese-regular': noto('sans', 'vietnamese', 400, VIETNAMESE),
  'sans-vietnamese-bold': noto('sans', 'vietnamese', 700, VIETNAMESE),
  'serif-vietnamese-bold': noto('serif', 'vietnamese', 600, VIETNAMESE),
  'greek-regular': noto('sans', 'greek', 400, GREEK),
  'greek-bold': noto('sans', 'greek', 700, GREEK),
  'cyrillic-regular': noto('sans', 'cyrillic', 400, CYRILLIC),
  'cyrillic-bold': noto('sans', 'cyrillic', 700, CYRILLIC),
  'cyrillic-extended-regular': noto('sans', 'cyrillic-ext', 400, CYRILLIC_EXTENDED),
  'cyrillic-extended-bold': noto('sans', 'cyrillic-ext', 700, CYRILLIC_EXTENDED),
  'arabic-regular': { path: 'vazirmatn/files/vazirmatn-arabic-400-normal.woff2', text: ARABIC },
  'arabic-bold': { path: 'vazirmatn/files/vazirmatn-arabic-700-normal.woff2', text: ARABIC },
};

const LICENSED = ['noto-sans', 'noto-serif', 'noto-sans-math', 'vazirmatn'];

async function writeFonts(): Promise<void> {
  for (const [id, { path, text }] of Object.entries(SOURCES)) {
    const whole = await readFile(new URL(path, PACKAGES));
    const subset = await subsetFont(whole, text, { targetFormat: 'truetype', noHinting: true });
    await writeFile(new URL(`${id}.ttf`, FONTS), subset);
    process.stdout.write(`${id}.ttf ${subset.length} bytes\n`);
  }
}

/** The notices of every family, then the one licence they share. */
async function writeLicence(): Promise<void> {
  const licences = await Promise.all(
    LICENSED.map((name) => readFile(new URL(`${name}/LICENSE`, PACKAGES), 'utf8').then((text) => ({ name, text }))),
  );
  const notices = licences.map(({ name, text }) => `${name}: ${text.split('\n')[0]?.trim() ?? ''}`);
  const [first] = licences;
  const licence = first?.text.slice(first.text.indexOf('\n')).trim() ?? '';
  const head = 'The fonts in this folder are subsets of the following, under the licence below:';
  await writeFile(new URL('OFL.txt', FONTS), `${head}\n\n${notices.join('\n')}\n\n${licence}\n`);
}

await writeFonts();
await writeLicence();
