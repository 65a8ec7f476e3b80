import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { readingRules } from '../../../src/domain/framework/framework-names.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { makeAnswerWorkbook } from '../../../src/domain/workbook/make-answer-workbook.ts';
import { buildPaper } from '../../../src/export/letters/build-paper.ts';
import { writeAnswerWorkbook } from '../../../src/export/xlsx/write-answer-workbook.ts';
import { readReturnedFile } from '../../../src/file/read-returned-file.ts';
import { framework as tiny, MADE } from '../../fixtures/answer-workbooks.ts';
import { writerInput } from '../../fixtures/difficult-report.ts';
import { localiserOf } from '../ui/render-with-language.ts';
import { documentOf, paired } from './document-of.ts';

const RULES = { due: 'Nothing fell due counts as met.', all: 'All means at least 90%.' };

/** The framework with two rules, which are read in another order than they are written. */
function withRules(framework: Framework): Framework {
  const texts = Object.fromEntries(
    Object.entries(framework.texts).map(([language, own]) => [language, { ...own, readingRules: RULES }]),
  );
  return { ...framework, structure: { ...framework.structure, readingRules: ['all', 'due'] }, texts };
}

/** Everything that is said, joined. */
const said = (value: unknown): string => JSON.stringify(value);

const GLOSSARY = {
  quorum: { term: 'Quorum', text: 'How many must be there.', source: 'Rules of 2014' },
  decree: { term: 'Decree', text: 'An act of the Government.', source: 'Constitution, art. 12' },
  gazette: { term: 'Gazette', text: 'Where acts are published.', source: 'Law 4' },
};

/** The framework with three terms, of which every indicator names two. */
function withTerms(framework: Framework): Framework {
  const texts = Object.fromEntries(
    Object.entries(framework.texts).map(([language, own]) => [language, { ...own, glossary: GLOSSARY }]),
  );
  const indicators = framework.indicators.map((one) => ({ ...one, terms: ['quorum', 'decree'] }));
  return { ...framework, texts, indicators, indicatorById: new Map(indicators.map((one) => [one.id, one])) };
}

async function workbookOf(framework: Framework): Promise<string> {
  const journal = fold(MADE);
  const state = readAssessment(journal, framework);
  const wanted = { assessment: 'a', institution: 'labour', mark: MADE.at(-1)!.id, withDraft: false };
  const made = makeAnswerWorkbook(state, journal, framework, wanted);
  const read = await readReturnedFile(await writeAnswerWorkbook(made, state, framework, localiserOf('en')), 'x');
  if (!read.ok || read.value.kind !== 'workbook') throw new Error(said(read));
  return said(read.value.sheets);
}

const instructionsOf = async (framework: Framework) =>
  said((JSON.parse(await workbookOf(framework)) as { rows: unknown }[])[0]!.rows);

function paperOf(change: (framework: Framework) => Framework) {
  const { report, framework, localiser, state } = writerInput('en');
  const { assignments } = state;
  const input = {
    report,
    framework: change(framework),
    localiser,
    assignments,
    now: '2026-11-21',
    toolVersion: '0.1.0',
  };
  return buildPaper('questionnaire', input);
}

const questionnaireOf = (change: (framework: Framework) => Framework) => said(paperOf(change).sections[0]);

const reportOf = (framework: Framework) => said(documentOf([], { framework }).sections);

describe('the rules for reading', () => {
  it('are read in the order that the framework gives', () => {
    const { structure, texts } = withRules(paired);
    expect(readingRules(structure, texts['en']!)).toEqual([RULES.all, RULES.due]);
    expect(readingRules(paired.structure, paired.texts['en']!)).toEqual([]);
  });

  const PLACES: [place: string, print: (change: (framework: Framework) => Framework) => Promise<string> | string][] = [
    ['the report', (change) => reportOf(change(paired))],
    ['the questionnaire on paper', questionnaireOf],
    ['the workbook of an institution', (change) => instructionsOf(change(tiny))],
  ];

  it.each(PLACES)('stand in %s, and nothing is said where there are none', async (_, print) => {
    const shown = await print(withRules);
    const positions = ['How to read these sentences', 'All means at least', 'Nothing fell due'].map((text) =>
      shown.indexOf(text),
    );
    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(await print((framework) => framework)).not.toContain('How to read these sentences');
  });
});

describe('the terms of the glossary', () => {
  const PLACES: [place: string, print: (change: (framework: Framework) => Framework) => Promise<string> | string][] = [
    ['the questionnaire on paper', questionnaireOf],
    ['the workbook of an institution', (change) => workbookOf(change(tiny))],
  ];

  it.each(PLACES)(
    'stand in %s in the order of the alphabet, with their source and as no quotation of it, if an indicator names them',
    async (_, print) => {
      const shown = await print(withTerms);
      const positions = ['Decree', 'Own wording, after Constitution, art. 12', 'Quorum', 'Rules of 2014'].map((text) =>
        shown.indexOf(text),
      );
      expect(positions).not.toContain(-1);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
      expect(shown).not.toContain('Gazette');
      expect(await print((framework) => framework)).not.toContain('"Terms"');
    },
  );
});

describe('the sentences of the lowest level', () => {
  /** The framework with so many sentences at each level: the lowest holds where any of the next is missing. */
  const withSentences = (count: number) => (framework: Framework) => {
    const written = (levels: object) =>
      Object.fromEntries(
        Object.keys(levels).map((level) => [level, Array.from({ length: count }, (_, at) => `${at} of ${level}.`)]),
      );
    const texts = Object.fromEntries(
      Object.entries(framework.texts).map(([language, own]) => {
        const indicators = Object.entries(own.indicators).map(([id, one]) => [
          id,
          { ...one, levels: written(one.levels) },
        ]);
        return [language, { ...own, indicators: Object.fromEntries(indicators) }];
      }),
    );
    return { ...framework, texts };
  };

  const reportAtNascent = (framework: Framework) =>
    said(documentOf([['rating/lead/R-1/1/answer', { level: 'nascent' }]], { framework, second: 'fr' }).sections);

  const PLACES: [place: string, print: (change: (framework: Framework) => Framework) => Promise<string> | string][] = [
    ['the report', (change) => reportAtNascent(change(paired))],
    ['the questionnaire on paper', (change) => said(paperOf(change).sections)],
    ['the workbook of an institution', (change) => workbookOf(change(tiny))],
  ];

  it.each(PLACES)('are said to be examples in %s, unless the next level has one requirement', async (_, print) => {
    expect(await print(withSentences(2))).toContain('Not all of level 2. Typically:');
    expect(await print(withSentences(1))).not.toContain('Not all of level');
  });

  it('are examples in the second language of a report too', () => {
    expect(reportAtNascent(withSentences(2)(paired))).toContain('n’est pas entièrement atteint');
  });
});
