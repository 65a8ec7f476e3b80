import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCrosswalk } from '../../../../../src/domain/framework/check-crosswalk.ts';
import { lintCrosswalk, lintFramework } from '../../../../../src/domain/framework/lint/lint-framework.ts';
import { WRITING_CODES } from '../../../../../src/domain/framework/lint/writing-code.ts';
import { parseFramework, parseSingleFileFramework } from '../../../../../src/domain/framework/parse-framework.ts';
import { readProjectFile } from '../../../read-sources.ts';
import { TEXT_EXAMPLES } from './text-examples.ts';
import type { Change } from './written-framework.ts';
import { lintWith } from './written-framework.ts';

const brief = (changes: readonly Change[]) =>
  lintWith(changes).map(({ code, severity, file, path: keys }) => `${severity} ${code} ${file}:${keys.join('.')}`);

it('has nothing to say of a framework that is well written', () => {
  expect(lintWith([])).toEqual([]);
});

type Row = [code: string, failing: Change[], passing: Change[], place: string];

/** Rules that look at more than one text: a change that breaks one, and a change beside it that does not. */
const RULES: Row[] = [
  [
    'writing.repeatedRequirement',
    [['en.json:indicators.A-1.levels.done.0', 'A procedure signed by the minister names the papers to ask for.']],
    [['en.json:indicators.A-1.levels.done.0', 'Every counter asks only for papers that the procedure names.']],
    'en.json:indicators.A-1.levels.done.0',
  ],
  [
    'writing.repeatedRequirement',
    [['fr.json:indicators.A-1.levels.done.1', 'La procédure est appliquée à chaque guichet !']],
    [['fr.json:indicators.A-1.levels.done.1', 'La procédure est affichée à chaque guichet.']],
    'fr.json:indicators.A-1.levels.done.1',
  ],
  [
    'writing.duplicateText',
    [['en.json:indicators.A-2.title', 'Reception at the counter']],
    [['en.json:indicators.A-2.levels.done.0', 'The procedure is applied at every counter.']],
    'en.json:indicators.A-2.title',
  ],
  [
    'writing.fewEvidence',
    [
      ['en.json:indicators.A-2.evidence', ['Register of requests']],
      ['fr.json:indicators.A-2.evidence', ['Registre des demandes']],
    ],
    [
      ['en.json:indicators.A-2.evidence.2', 'Minutes of the council'],
      ['fr.json:indicators.A-2.evidence.2', 'Procès-verbal du conseil'],
    ],
    'en.json:indicators.A-2.evidence',
  ],
  [
    'writing.missingWhy',
    [
      ['en.json:indicators.A-2.why', undefined],
      ['fr.json:indicators.A-2.why', undefined],
    ],
    [
      ['en.json:indicators.A-1.note', undefined],
      ['fr.json:indicators.A-1.note', undefined],
    ],
    'en.json:indicators.A-2',
  ],
  [
    'writing.missingAdvance',
    [
      ['en.json:indicators.A-1.advance.done', undefined],
      ['fr.json:indicators.A-1.advance.done', undefined],
    ],
    [],
    'en.json:indicators.A-1.advance',
  ],
  [
    'writing.uncoveredSubCategory',
    [['framework.json:domains.0.indicators.1.links', { sdg1072: ['1a'] }]],
    [
      ['framework.json:domains.0.indicators.0.links', undefined],
      ['framework.json:domains.0.indicators.1.links', {}],
    ],
    'framework.json:domains',
  ],
  [
    'writing.missingTarget',
    [['framework.json:domains.0.indicators.1.links', { sdg1072: ['1b'] }]],
    [['framework.json:domains.0.indicators.1.links', { sdg1072: ['1b'], sdg: ['8.8', '10.7'] }]],
    'framework.json:domains.0.indicators.1.links',
  ],
  [
    'writing.basisWithoutArticle',
    [
      ['framework.json:formatVersion', 2],
      ['framework.json:domains.0.indicators.0.basis', { 'done/a': ['ilo-c143#9', 'icrmw'] }],
    ],
    [
      ['framework.json:formatVersion', 2],
      ['framework.json:domains.0.indicators.0.basis', { 'done/a': ['ilo-c143#9', 'icrmw#25(3)'] }],
    ],
    'framework.json:domains.0.indicators.0.basis.done/a.1',
  ],
  [
    'writing.termNotNamed',
    [
      ['framework.json:formatVersion', 2],
      ['framework.json:glossary', ['receipt']],
      ['framework.json:domains.0.indicators.1.terms', ['receipt']],
      ['en.json:glossary', { receipt: { term: 'Receipt (paper)', text: 'What shows it.', source: 'Law 4' } }],
      ['fr.json:glossary', { receipt: { term: 'Reçu', text: 'Ce qui le montre.', source: 'Loi 4' } }],
      ['en.json:indicators.A-1.levels.done.0', 'Receipts are kept at all counters.'],
    ],
    [
      ['framework.json:formatVersion', 2],
      ['framework.json:glossary', ['receipt']],
      ['framework.json:domains.0.indicators.0.terms', ['receipt']],
      ['en.json:glossary', { receipt: { term: 'Receipt (paper)', text: 'What shows it.', source: 'Law 4' } }],
      ['fr.json:glossary', { receipt: { term: 'Reçu', text: 'Ce qui le montre.', source: 'Loi 4' } }],
      ['en.json:indicators.A-1.levels.done.0', 'Receipts are kept at all counters.'],
      ['en.json:indicators.A-2.levels.done.0', 'Receiptless counters are closed at noon.'],
    ],
    'en.json:indicators.A-1.levels.done.0',
  ],
  [
    'writing.untranslated',
    [['fr.json:indicators.A-1.evidence.0', 'Procedure, with date and signature']],
    [
      ['fr.json:indicators.A-1.evidence.0', 'Articles 31 (CRC)'],
      ['en.json:indicators.A-1.evidence.0', 'Articles 31 (CRC)'],
    ],
    'fr.json:indicators.A-1.evidence.0',
  ],
  [
    'writing.missingTranslation',
    [['fr.json:indicators.A-1.note', undefined]],
    [
      ['fr.json:indicators.A-1.note', undefined],
      ['en.json:indicators.A-1.note', undefined],
    ],
    'fr.json:indicators.A-1.note',
  ],
  [
    'writing.missingInSource',
    [['fr.json:indicators.A-2.note', 'Compter une fois chaque demande.']],
    [
      ['fr.json:indicators.A-2.note', 'Compter une fois chaque demande.'],
      ['en.json:indicators.A-2.note', 'Count each request once.'],
    ],
    'fr.json:indicators.A-2.note',
  ],
  [
    'writing.evidenceCount',
    [['fr.json:indicators.A-2.evidence.2', 'Procès-verbal du conseil']],
    [['fr.json:indicators.A-2.evidence.1', 'Tableau affiché']],
    'fr.json:indicators.A-2.evidence',
  ],
  [
    'writing.uselessSilence',
    [['framework.json:silenced', [{ rule: 'writing.andOr', path: 'en.json:indicators', reason: 'A law may say so.' }]]],
    [
      ['framework.json:silenced', [{ rule: 'writing.andOr', path: 'en.json:indicators', reason: 'A law says so.' }]],
      ['en.json:indicators.A-1.question', 'Is there a law and/or a decree?'],
    ],
    'framework.json:silenced.0',
  ],
];

describe.each(RULES)('%s', (code, failing, passing, place) => {
  const withEnglish = (changes: readonly Change[]) => brief(changes).filter((line) => line.includes(code));

  it(`speaks at ${place}`, () => {
    expect(withEnglish(failing)).toEqual([`advice ${code} ${place}`]);
  });

  it('is silent beside it', () => {
    expect(brief(passing)).toEqual([]);
  });
});

describe('links', () => {
  const links = (value: object): Change[] => [['framework.json:domains.0.indicators.0.links', value]];

  it('to a code or crosswalk that does not exist are errors', () => {
    expect(brief(links({ sdg1072: ['1a', '9z'], sdg: ['10.7'], gmc: ['1'] }))).toEqual([
      'error framework.unknownCode framework.json:domains.0.indicators.0.links.sdg1072.1',
      'error framework.unknownCrosswalk framework.json:domains.0.indicators.0.links.gmc',
    ]);
  });

  it('are not looked at without crosswalks', () => {
    const silenced = [{ rule: 'writing.uncoveredSubCategory', path: 'framework.json:', reason: 'Not our concern.' }];
    const changes: Change[] = [...links({ gmc: ['1'] }), ['framework.json:silenced', silenced]];
    expect(lintWith(changes, undefined)).toHaveLength(1);
    expect(lintWith(changes).map(({ code }) => code)).toEqual(['framework.unknownCrosswalk']);
  });
});

describe('silence', () => {
  const QUESTION: Change = ['fr.json:indicators.A-1.question', 'Existe-t-il une loi et/ou un décret ?'];
  const silenced = (rule: string, at: string): Change => [
    'framework.json:silenced',
    [{ rule, path: at, reason: 'The law says it so.' }],
  ];

  it.each([
    'fr.json:indicators.A-1.question',
    'fr.json:indicators.A-1',
    'fr.json:indicators.*.question',
    '*.json:indicators.*.question',
    'fr.json:',
    'fr.json',
  ])('at %s covers the question', (at) => {
    expect(lintWith([QUESTION, silenced('writing.andOr', at)])).toEqual([]);
  });

  it.each([
    ['writing.andOr', 'en.json:indicators.A-1.question'],
    ['writing.andOr', 'fr.json:indicators.A-10'],
    ['writing.andOr', 'fr.json:indicators.A-1.question.0'],
    ['writing.vagueWord', 'fr.json:indicators.A-1.question'],
  ])('of %s at %s does not', (rule, at) => {
    const codes = lintWith([QUESTION, silenced(rule, at)]).map(({ code }) => code);
    expect(codes).toEqual(['writing.andOr', 'writing.uselessSilence']);
  });

  it('reaches what parsing advises', () => {
    const spare: Change[] = [
      [
        'framework.json:scales.spare',
        {
          levels: [
            { id: 'no', points: 0 },
            { id: 'yes', points: 1 },
          ],
        },
      ],
      ['en.json:scales.spare', { no: 'No', yes: 'Yes' }],
      ['fr.json:scales.spare', { no: 'Non', yes: 'Oui' }],
    ];
    expect(brief(spare)).toEqual(['advice framework.unusedScale framework.json:scales.spare']);
    expect(brief([...spare, silenced('framework.unusedScale', 'framework.json:scales.spare')])).toEqual([]);
  });

  it('never covers an error', () => {
    const wrong: Change = ['framework.json:domains.0.indicators.0.links', { sdg1072: ['1a', '9z'], sdg: ['10.7'] }];
    const codes = lintWith([wrong, silenced('framework.unknownCode', 'framework.json:')]).map(({ code }) => code);
    expect(codes).toEqual(['framework.unknownCode', 'writing.uselessSilence']);
  });
});

describe('a crosswalk', () => {
  const crosswalkWith = (
    description: string,
    titles: Readonly<Record<string, string>> = { '1': 'Objectif premier' },
  ) => {
    const parsed = parseCrosswalk(
      {
        format: 'sextant-crosswalk',
        formatVersion: 1,
        key: 'own',
        languages: ['fr'],
        default: true,
        source: 'Liste propre',
        codes: Object.keys(titles).map((code) => ({ code, restated: code === '2' })),
        texts: { fr: { title: 'Une liste', description, codes: titles } },
      },
      'own',
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return lintCrosswalk(parsed.value, 'own.json').map(({ code, path: keys }) => `${code} ${keys.join('.')}`);
  };

  it('does not say that a link means compliance', () => {
    expect(crosswalkWith("Un lien signifie qu'un indicateur est conforme à l'objectif.")).toEqual([
      'writing.complianceClaim texts.fr.description',
    ]);
    expect(crosswalkWith("Un lien ne signifie pas qu'un indicateur est conforme à l'objectif.")).toEqual([]);
  });

  it('keeps the words of official titles, not of restated ones', () => {
    const words = 'Combattre le trafic de migrants';
    expect(crosswalkWith('Deux objectifs.', { '1': words, '2': words })).toEqual([
      'writing.avoidedWord texts.fr.codes.2',
    ]);
  });
});

const INDICATORS = path.resolve(import.meta.dirname, '../../../../../indicators');
const read = (...names: string[]): unknown => JSON.parse(readFileSync(path.join(INDICATORS, ...names), 'utf8'));

const crosswalks = readdirSync(path.join(INDICATORS, 'crosswalks')).map((name) => {
  const parsed = parseCrosswalk(read('crosswalks', name), path.basename(name, '.json'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
});
const builtInCodes = new Map(crosswalks.map(({ key, codes: own }) => [key, new Set(own.map(({ code }) => code))]));

describe('what comes with the app', () => {
  const frameworks = readdirSync(INDICATORS).filter((name) =>
    existsSync(path.join(INDICATORS, name, 'framework.json')),
  );

  it.each(frameworks)('%s is well written', (folder) => {
    const structure = read(folder, 'framework.json') as { readonly languages: readonly string[] };
    const texts = Object.fromEntries(structure.languages.map((code) => [code, read(folder, `${code}.json`)]));
    const parsed = parseFramework({ structure, texts });
    expect(parsed.ok ? lintFramework(parsed.value, builtInCodes, parsed.advice) : parsed.problems).toEqual([]);
  });

  it.each(crosswalks.map((crosswalk) => [crosswalk.key, crosswalk] as const))('crosswalk %s is', (key, crosswalk) => {
    expect(lintCrosswalk(crosswalk, `${key}.json`)).toEqual([]);
  });
});

describe('the example in the guide for authors', () => {
  const guide = readProjectFile('docs/framework-authors.md');
  const example = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(guide)?.[1] ?? 'null') as unknown;

  it('is a framework, and well written', () => {
    const parsed = parseSingleFileFramework(example);
    const found = parsed.ok ? lintFramework(parsed.value, builtInCodes, parsed.advice) : parsed.problems;
    expect(found).toEqual([]);
  });
});

describe('every code', () => {
  it.each(['en', 'fr'])('has words in %s', (language) => {
    const messages = JSON.parse(readProjectFile(`src/i18n/messages/${language}/errors.json`)) as Record<string, string>;
    expect(WRITING_CODES.filter((code) => messages[`errors.${code}`] === undefined)).toEqual([]);
  });

  it('of these rules and of parsing stands in the guide for authors', () => {
    const guide = readProjectFile('docs/framework-authors.md');
    const messages = JSON.parse(readProjectFile('src/i18n/messages/en/errors.json')) as Record<string, string>;
    const codes = Object.keys(messages).flatMap(
      (key) => /^errors\.((?:framework|crosswalk|schema|json)\..*)$/.exec(key)?.[1] ?? [],
    );
    const missing = [...WRITING_CODES, ...codes].filter((code) => !guide.includes(`\`${code}\``));
    expect(missing).toEqual([]);
  });

  it('has an example of what breaks it and of what does not', () => {
    const shown = new Set([...RULES.map(([code]) => code), ...TEXT_EXAMPLES.map(([code]) => `writing.${code}`)]);
    expect(WRITING_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });
});
