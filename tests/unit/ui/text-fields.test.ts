import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FILES = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte') && name !== join('components', 'DateField.svelte'))
  .map((name) => ({ name, source: readFileSync(join('src/ui', name), 'utf8') }));

/** Every field of the product in which somebody types: its file, and what is said of it there. */
const FIELDS = FILES.flatMap(({ name, source }) =>
  [...source.matchAll(/<(?:Text|Date)Field\s[\s\S]*?\/>\n/g)].map(([field]) => ({ name, source, field })),
);
const isKept = ({ field }: { field: string }) => !field.includes('keep={NOT_KEPT}');

/** What is no text to be kept, and why. */
const NOT_KEPT = [
  ['assess/IndicatorRail.svelte', 'a search'],
  ['frameworks/Outline.svelte', 'a search'],
  ['gaps/GapsFilter.svelte', 'a search'],
  ['habits/PaletteDialog.svelte', 'a search'],
  ['saving/PassphraseForm.svelte', 'a passphrase'],
  ['pages/AboutPage.svelte', 'the word that confirms an erasure'],
  ['intake/OpenCellEntry.svelte', 'a cell of a file that is only looked at: the file has it still'],
  ['returns/PaperEntry.svelte', 'a sign, which is an entry at once'],
  ['saving/SaveOptionsDialog.svelte', 'a passphrase'],
  ['saving/SaveOptionsDialog.svelte', 'a passphrase, again'],
] as const;

describe('the fields of the product', () => {
  it('are found', () => {
    expect(FIELDS.length).toBeGreaterThan(50);
    const inSources = FILES.reduce((count, { source }) => count + source.split(/<(?:Text|Date)Field\n/).length - 1, 0);
    const onOneLine = FILES.reduce((count, { source }) => count + source.split(/<(?:Text|Date)Field /).length - 1, 0);
    expect(FIELDS).toHaveLength(inSources + onOneLine);
  });

  it('are all kept while somebody types, but for those that are listed here', () => {
    expect(FIELDS.filter(({ field }) => !/\skeep=/.test(field))).toEqual([]);
    const unkept = FIELDS.filter((one) => !isKept(one)).map(({ name }) => name);
    expect(unkept.sort()).toEqual(NOT_KEPT.map(([name]) => name).sort());
  });

  it('are saved when they are left, or belong to a form that forgets them when it was dealt with', () => {
    const ofForms = FIELDS.filter((one) => isKept(one) && !/onsave/.test(one.field));
    expect(ofForms.length).toBeGreaterThan(20);
    expect(ofForms.filter(({ source }) => !/typing\.(forget|settle)\(/.test(source))).toEqual([]);
  });
});
