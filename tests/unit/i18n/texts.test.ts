import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportTexts, runSaid, takeTexts, writeTexts } from '../../../build/texts.ts';
import { readTranslationTexts } from '../../../build/translation-texts.ts';
import type { SheetTable } from '../../../src/export/xlsx/sheet-table.ts';
import { writeSheets } from '../../../src/export/xlsx/write-sheets.ts';
import type { Language } from '../../../src/i18n/languages.ts';
import { findLanguage, LANGUAGES } from '../../../src/i18n/languages.ts';

const french = findLanguage('fr')!;
const swahili: Language = { code: 'sw', name: 'Kiswahili', direction: 'ltr', locale: 'sw' };
const APP = 'src/i18n/messages/fr/app.json';

/** A workbook as a translator sends it back. */
function workbook(rows: SheetTable['rows'], language = french) {
  const columns = ['English', language.name, 'State', 'Place'].map((title) => ({ title, width: 20 }));
  return writeSheets([{ name: 'x', columns, rows, sticky: 1 }], { rightToLeft: false, head: '', language: 'fr' });
}

describe('the texts of a language', () => {
  it.each(LANGUAGES.filter(({ code }) => code !== 'en'))('are all there in $code, none of them faulty', (language) => {
    const texts = readTranslationTexts(language.code, language.locale);
    expect(texts.length).toBeGreaterThan(5000);
    expect(texts.filter(({ state }) => ['missing', 'faulty'].includes(state))).toEqual([]);
  });

  it('that nobody has begun are all missing', () => {
    const states = new Set(readTranslationTexts('sw', 'sw').map(({ state }) => state));
    expect([...states]).toEqual(['missing']);
  });

  describe('as a workbook', () => {
    let bytes: Uint8Array;
    beforeAll(async () => {
      bytes = await writeTexts(french);
    });

    it('come back as they went out: nothing changes', async () => {
      expect(await takeTexts(bytes, french)).toEqual({ files: new Map(), changed: 0, faults: [] });
    });
  });

  it('change in their file alone, at their place', async () => {
    const { files, faults } = await takeTexts(
      await workbook([['Skip to the content', 'Aller droit au contenu', '', `${APP} app.skip`]]),
      french,
    );
    expect(faults).toEqual([]);
    const before = readFileSync(APP, 'utf8');
    expect([...files.keys()]).toEqual([APP]);
    expect(JSON.parse(files.get(APP)!)).toEqual({ ...JSON.parse(before), 'app.skip': 'Aller droit au contenu' });
  });

  it('of a new language begin its files', async () => {
    const place = 'src/i18n/messages/sw/app.json app.skip';
    const { files } = await takeTexts(await workbook([['Skip to the content', 'Ruka', '', place]], swahili), swahili);
    expect(JSON.parse(files.get('src/i18n/messages/sw/app.json')!)).toEqual({ 'app.skip': 'Ruka' });
  });

  it.each([
    ['a place that is not there', 'Skip to the content', 'x', 'app.skipped', 'no such text'],
    ['an English text that has changed', 'Skip', 'x', 'app.skip', 'the English has changed since'],
    ['a lost placeholder', null, 'Enregistré', 'app.file.last', 'lacks the placeholders when'],
    ['an unknown placeholder', null, 'Le {when} {where}', 'app.file.last', 'has the unknown placeholders where'],
    ['a missing plural form', null, '{count, plural, one {un}}', 'app.file.changes', 'is no ICU message'],
    ['a broken message', null, '{count, plural,', 'app.file.changes', 'is no ICU message'],
    ['a mark of direction', null, 'Aller\u200F', 'app.skip', 'marks of direction'],
  ])('are refused for %s, and nothing is changed', async (_, source, text, key, fault) => {
    const english = (JSON.parse(readFileSync(APP.replace('/fr/', '/en/'), 'utf8')) as Record<string, string>)[key];
    const { files, faults } = await takeTexts(
      await workbook([
        ['Close', 'Refermer', '', `${APP} app.close`],
        [source ?? english ?? '', text, '', `${APP} ${key}`],
      ]),
      french,
    );
    expect(faults.join('\n')).toContain(fault);
    expect(files.size).toBe(0);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-texts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes over no translation, link or device unless it is told to', async () => {
    const file = path.join(folder, 'fr.xlsx');
    const link = path.join(folder, 'link.xlsx');
    expect(await exportTexts(file, french, false)).toBeNull();
    writeFileSync(file, 'weeks of work');
    symlinkSync(file, link);
    expect(await exportTexts(file, french, false)).toContain('which may hold a translation');
    expect(await exportTexts(link, french, true)).toContain('this is a link');
    expect(await exportTexts('/dev/null', french, true)).toContain('a device');
    expect(readFileSync(file, 'utf8')).toBe('weeks of work');
    expect(await exportTexts(file, french, true)).toBeNull();
  });

  it.each([
    ['--wrong'],
    ['--lang'],
    ['--lang', 'fr', '--import', path.join(folder, 'away.xlsx')],
    ['--lang', '../../etc', '--export', path.join(folder, 'x.xlsx')],
  ])('ends with a sentence and with 1, never with the lines of a program: %j', async (...argv) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await runSaid(argv)).toBe(1);
    expect(said.mock.calls.join('')).toMatch(/^[^\n]+\nUsage: /);
    expect(said.mock.calls.join('')).not.toMatch(/^\s+at /m);
    said.mockRestore();
  });
});
