import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCrosswalks } from '../../../../src/cli/read-crosswalks.ts';
import { writePaper } from '../../../../src/export/formats.ts';
import type { PaperId } from '../../../../src/export/letters/paper-ids.ts';
import { papersFor } from '../../../../src/export/letters/paper-ids.ts';
import { findLanguage } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { officePart, paragraphsOf } from '../../../fixtures/office-text.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';
import { readFramework } from '../../state/read-main-framework.ts';

async function made(paper: PaperId, id: string, settings: readonly Setting[], format: 'csv' | 'docx', code = 'en') {
  const framework = readFramework(id);
  const report = buildReport({ framework, state: assessmentOf(framework, settings), identity: null });
  const localiser = createLocaliser(findLanguage(code)!, readCatalogue(code));
  const crosswalks = readCrosswalks(framework);
  const input = {
    report,
    framework,
    localiser,
    crosswalks,
    assignments: new Map(),
    now: '2026-11-21',
    toolVersion: '0',
  };
  return writePaper(paper, input, format);
}

const LAW: readonly Setting[] = [
  ['evidence/e1', { title: 'Public Health Act', kind: 'Act', reference: 'L 2019-12', access: 'public' }],
  ['evidence-link/1a/lead/e1', {}],
  ['evidence-link/LM-01/lead/e1', {}],
];

describe('the reporting sheet of SDG indicator 10.7.2', () => {
  // Domain 1: (1 + 0.5 + 0.5 + 0 + 1) / 5 = 60 of 100; domain 2: 5 of 5; the others no. Mean of six: 160 / 6 = 26.7.
  const levels = ['yes', 'regular-only', 'regular-only', 'no', 'yes'];
  const answers = [1, 2, 3, 4, 5, 6].flatMap((domain) =>
    ['a', 'b', 'c', 'd', 'e'].map((letter, place): Setting => {
      const level = domain === 1 ? (levels[place] ?? 'no') : domain === 2 ? 'yes' : 'no';
      return [`rating/lead/${domain}${letter}/1/answer`, { level }];
    }),
  );
  const rows = async (settings: readonly Setting[]) => {
    const bytes = await made('official-sheet', 'sdg-10-7-2', settings, 'csv');
    return Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true })
      .data;
  };

  it('ends its cells with semicolons and counts with commas where the language does', async () => {
    const read = async (code: string) => {
      const bytes = await made('official-sheet', 'sdg-10-7-2', [...LAW, ...answers], 'csv', code);
      const text = new TextDecoder().decode(bytes);
      const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
      return { delimiter: meta.delimiter, values: data.slice(0, 3).map(({ value }) => value) };
    };
    for (const code of ['fr', 'es']) expect(await read(code)).toEqual({ delimiter: ';', values: ['1', '0,5', '0,5'] });
    for (const code of ['en', 'ar']) expect(await read(code)).toEqual({ delimiter: ',', values: ['1', '0.5', '0.5'] });
  });

  it('has the thirty sub-categories in official order, the result of each domain and of the whole', async () => {
    const table = await rows([...LAW, ...answers]);
    const asked = table.filter(({ kind }) => kind === 'sub-category');
    expect(asked.map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5, 6].flatMap((domain) => ['a', 'b', 'c', 'd', 'e'].map((letter) => `${domain}.${letter}`)),
    );
    expect(asked.slice(0, 5).map(({ value }) => value)).toEqual(['1', '0.5', '0.5', '0', '1']);
    expect(asked[0]).toMatchObject({
      title: 'Essential and/or emergency health care',
      sources: 'Public Health Act, L 2019-12',
    });
    const results = table.filter(({ kind }) => kind === 'domain').map(({ value, answer }) => [Number(value), answer]);
    expect(results.slice(0, 3)).toEqual([
      [60, 'Partially meets'],
      [100, 'Fully meets'],
      [0, 'Requires further progress'],
    ]);
    expect(table.at(-1)).toMatchObject({ kind: 'indicator', answer: 'Requires further progress' });
    expect(Number(table.at(-1)?.value)).toBeCloseTo(160 / 6, 0);
  });

  it('says what is not answered yet, and gives no category before all is', async () => {
    const table = await rows(answers.slice(0, 4));
    expect(table[4]).toMatchObject({ code: '1.e', answer: 'not yet answered', value: '', standing: '' });
    expect(table[5]?.kind).toBe('domain');
    expect(table[5]?.answer).not.toMatch(/meets|progress/i);
  });
});

describe('the sheet for a voluntary review of the Global Compact', () => {
  it.each([
    ['en', 'Objective 23: ', 'one institution'],
    ['fr', 'Objectif 23 : ', 'une institution'],
  ])('has the 23 objectives in order with level, ground and documents, in %s', async (code, last, ground) => {
    const settings: readonly Setting[] = [...LAW, ['rating/lead/LM-01/1/answer', { level: 'developed' }]];
    const bytes = await made('voluntary-review', 'migration-governance', settings, 'docx', code);
    const said = paragraphsOf(officePart(bytes, 'word/document.xml'), 'w').map((text) => text.replaceAll(/\s/g, ' '));
    const objectives = said.filter((text) => /^Objecti(ve|f) \d+ ?:/.test(text));
    expect(objectives.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual(
      Array.from({ length: 23 }, (_, i) => i + 1),
    );
    expect(objectives.at(-1)).toContain(last);
    const place = said.indexOf('Public Health Act, L 2019-12');
    expect(said[place - 2]).toMatch(/^3 (Developed|Développé)$/);
    expect(said[place - 1]).toBe(ground);
  });
});

describe('papers that answer to the United Nations', () => {
  it('are offered for the instrument on which they rest', () => {
    expect(papersFor('sdg-10-7-2')).toContain('official-sheet');
    expect(papersFor('sdg-10-7-2')).not.toContain('voluntary-review');
    expect(papersFor('migration-governance')).toContain('voluntary-review');
    expect(papersFor('of-a-file')).not.toContain('official-sheet');
  });
});
