import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../src/domain/framework/framework.ts';
import { makeContext } from '../../../src/export/parts/document-context.ts';
import { workbookVocabulary } from '../../../src/export/xlsx/answer-workbook-words.ts';
import { reportRows } from '../../../src/export/csv/report-rows.ts';
import { InterfaceLanguage } from '../../../src/i18n/interface-language.svelte.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { nameOfInstitution } from '../../../src/ui/institutions/institution-words.ts';
import { institutionNames } from '../../../src/ui/plan/institution-names.ts';
import { frameworkWords, levelSign } from '../../../src/words/framework-words.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../domain/framework-of.ts';
import { localiserOf } from '../ui/render-with-language.ts';

const HALVES = {
  levels: [
    { id: 'no', points: 0, symbol: '0' },
    { id: 'partly', points: 1, symbol: '0.5' },
    { id: 'yes', points: 2, symbol: '1' },
  ],
};
const framework = frameworkOf(
  structureOf({
    languages: ['en', 'fr'],
    scales: { halves: HALVES },
    institutionTypes: ['interior'],
    domains: [{ id: 'd', indicators: indicatorsOn('halves', 'D-1') }],
  }),
);
const SETTINGS: readonly Setting[] = [
  ['round/lead', 'Office of the Prime Minister'],
  ['institution/a/name', 'Ministry of Labour'],
  ['institution/b/type', 'interior'],
  ['institution/c/role', 'institution'],
  ...['lead', 'a', 'b', 'c'].map((id): Setting => [`rating/${id}/D-1/1/answer`, { level: 'yes' }]),
  ['reveal/D-1', { vote: 1 }],
  ['rating/a/D-1/1/comment', 'Said a.'],
  ['rating/b/D-1/1/comment', 'Said b.'],
  ['rating/c/D-1/1/comment', 'Said c.'],
  ['rating/lead/D-1/1/comment', 'Said lead.'],
];

function everywhere(code: string, settings: readonly Setting[] = SETTINGS) {
  const state = assessmentOf(framework, settings);
  const report = buildReport({ framework, state, identity: null });
  const localiser = localiserOf(code);
  const texts = textsIn(framework, code);
  const context = makeContext(report, framework, localiser, {
    sections: new Set(),
    now: '2026-11-21',
    toolVersion: '1',
  });
  return { state, report, localiser, texts, context };
}

describe('the words of a framework', () => {
  it.each([
    ['en', '0.5'],
    ['fr', '0,5'],
  ])('write a level in %s as %s on screen, in print and in Excel', (code, sign) => {
    const { localiser, texts, context } = everywhere(code);
    const workbook = { indicators: framework.indicators, drafts: new Map() };
    const said = [
      levelSign(HALVES, 'partly', localiser),
      frameworkWords(framework, texts, localiser).levelSymbol('halves', 'partly'),
      context.levelSign('halves', 'partly').symbol,
    ];
    expect(said).toEqual([sign, sign, sign]);
    const words = [
      frameworkWords(framework, texts, localiser).level('halves', 'partly'),
      context.levelWords('halves', 'partly'),
      workbookVocabulary(workbook, framework, localiser).level('halves', 'partly'),
    ];
    expect(new Set(words)).toEqual(new Set([`${sign} Level partly`]));
  });
});

describe('an institution', () => {
  it.each(['en', 'fr'])('has the same name on screen, in print, in the plan and in tables, in %s', (code) => {
    const { state, report, localiser, texts, context } = everywhere(code);
    const session = { assessment: state, textsIn: () => texts };
    const language = new InterfaceLanguage(localiser);
    const plan = institutionNames(report, texts, localiser);
    const comments = JSON.stringify(reportRows(report, framework, localiser));
    const names = Object.entries({
      lead: 'Office of the Prime Minister',
      a: 'Ministry of Labour',
      b: 'Institution interior',
      c: 'c',
    });
    for (const [id, name] of names) {
      const said = [nameOfInstitution(id, session, language), context.institutionName(id), plan.show(id)];
      expect(said, id).toEqual([name, name, name]);
      expect(comments, id).toContain(`${name}: Said ${id}.`);
    }
  });

  it('that leads and has no name yet is called so everywhere', () => {
    const { state, report, localiser, texts, context } = everywhere('fr', []);
    const session = { assessment: state, textsIn: () => texts };
    const said = [
      nameOfInstitution('lead', session, new InterfaceLanguage(localiser)),
      context.institutionName('lead'),
      institutionNames(report, texts, localiser).show('lead'),
    ];
    expect(new Set(said)).toEqual(new Set(['Institution chef de file']));
  });
});
