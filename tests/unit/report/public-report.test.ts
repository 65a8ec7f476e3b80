import type { ZodMiniType } from 'zod/mini';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePdfHere } from '../../../src/cli/make-pdf-here.ts';
import { REPORT_FORMATS } from '../../../src/export/formats.ts';
import { actionFields } from '../../../src/domain/registers/action.ts';
import { endorsementSchema, institutionFields } from '../../../src/domain/registers/institution.ts';
import { measureFields } from '../../../src/domain/registers/measure.ts';
import { instrumentFields } from '../../../src/domain/registers/instrument.ts';
import { roundFields } from '../../../src/domain/registers/round.ts';
import { commentSchema } from '../../../src/domain/registers/comment.ts';
import { evidenceSchema } from '../../../src/domain/registers/evidence.ts';
import type { JsonValue } from '../../../src/domain/journal/entry-schema.ts';
import { findLanguage } from '../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../src/i18n/localiser.ts';
import { buildReport, robustnessOf } from '../../../src/report/build-report.ts';
import { publicReport } from '../../../src/report/public-report.ts';
import type { Report } from '../../../src/report/report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { officeParts } from '../../fixtures/office-text.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { pageTexts, readPdf } from '../../fixtures/read-pdf.ts';
import { OPTIONS } from '../../fixtures/said-numbers.ts';
import { readCatalogue } from '../i18n/read-catalogue.ts';

/** A word that stands nowhere else, for every text that a person can write. */
const mark = (place: string) => `qz7${place.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()}7zq`;
const marksIn = (text: string) => [...new Set(text.match(/qz7[a-z0-9]+?7zq/g) ?? [])].sort();

type Schemas = Readonly<Record<string, ZodMiniType>>;

/** The fields that take any text, each filled with its own mark: fields of a later day too. */
function filled(schemas: Schemas, place: string): Record<string, JsonValue> {
  const texts = Object.entries(schemas).filter(([field, schema]) => schema.safeParse(mark(place + field)).success);
  return Object.fromEntries(texts.map(([field]) => [field, mark(place + field)]));
}

const fields = (said: Readonly<Record<string, { readonly value: ZodMiniType }>>, place: string): Setting[] => {
  const schemas = Object.fromEntries(Object.entries(said).map(([field, { value }]) => [field, value]));
  return Object.entries(filled(schemas, place)).map(([field, value]) => [`${place}/${field}`, value] as const);
};

const evidence = (place: string, access: string): JsonValue => ({ ...filled(evidenceSchema.shape, place), access });

const SETTINGS: readonly Setting[] = [
  ...fields(roundFields, 'round').filter(([register]) => register !== 'round/reportLanguage'),
  ['round/custody', { holder: mark('custodyholder'), note: mark('custodynote') }],
  ['round/publication', null],
  ...fields(institutionFields, 'institution/labour'),
  ['institution/labour/type', 'labour'],
  // An id, and no text that anybody wrote.
  ['institution/labour/joinedInto', null],
  ['institution/lead/name', mark('leadname')],
  ['assignment/R-1/labour', 'lead'],
  ['rating/labour/R-1/1/answer', { level: 'nascent' }],
  ['rating/labour/R-1/1/comment', mark('ratingcomment')],
  ['rating/lead/R-1/1/answer', { level: 'mature' }],
  ['rating/lead/R-1/1/comment', mark('leadcomment')],
  ['reveal/R-1', { vote: 1 }],
  ['agreed/R-1/answer', { level: 'emerging' }],
  ['agreed/R-1/rationale', mark('rationale')],
  ['agreed/R-1/forum', { name: mark('forum') }],
  ['reservation/labour/R-1', mark('reservation')],
  ['rating/lead/R-2/1/answer', { notApplicable: mark('notapplicable') }],
  ['rating/lead/W-1/1/answer', { level: 'nascent' }],
  ['target/W-1', { none: mark('notarget') }],
  ['rating/lead/W-2/1/answer', { level: 'emerging' }],
  ['round/pin-W-2', mark('pin')],
  ['round/cause-W-2', { cause: 'real-progress', note: mark('cause') }],
  ['impact/R-1', 4],
  ['ease/R-1', 2],
  ['evidence/open', evidence('open', 'public')],
  ['evidence/inside', evidence('inside', 'internal')],
  ['evidence/shut', evidence('shut', 'restricted')],
  ['evidence/unsaid', { title: mark('unsaid') }],
  ['evidence-link/R-1/lead/open', { passage: mark('openpassage') }],
  ['evidence-link/R-1/lead/inside', { passage: mark('insidepassage') }],
  ['evidence-link/R-1/lead/unsaid', {}],
  ['evidence-link/R-1/lead/shut', { passage: mark('shutpassage') }],
  ['comment/c1', { ...filled(commentSchema.shape, 'comment'), indicator: 'R-1', institution: 'labour', replyTo: null }],
  ['endorsement/labour', { ...filled(endorsementSchema.shape, 'endorsement'), state: 'endorsed', date: '2026-10-01' }],
  ...fields(actionFields, 'action/a1'),
  ['action/a1/indicators', ['R-1']],
  ['action/a1/partners', [mark('partner')]],
  ...fields(measureFields, 'measure/m1'),
  ['measure/m1/indicators', ['R-1']],
  ['measure/m1/partners', [mark('measurepartner')]],
  ...fields(instrumentFields, 'instrument/iccpr'),
  ['instrument/iccpr/status', 'acceded'],
  ['round/sentence-summary.differing', { text: mark('differing'), factsHash: '' }],
  ['round/decision', { en: { points: [mark('decision')], factsHash: '' } }],
  ['round/foreword', { en: mark('foreword') }],
  ['round/acknowledgements', { en: mark('acknowledgements') }],
  ['round/recommendations', { en: [mark('recommendation')] }],
  [
    'round/keyFigures',
    {
      en: [
        {
          name: mark('figurename'),
          value: mark('figurevalue'),
          year: mark('figureyear'),
          source: mark('figuresource'),
        },
      ],
    },
  ],
  ['practice/d1', { en: mark('practice') }],
  ['round/sentence-own-1', { text: mark('own'), factsHash: '' }],
  ['evaluation/1', { grades: { pace: 3 }, comment: mark('evaluation') }],
  ['mandate/labour/W-3', { suggests: mark('mandate') }],
  [
    'validation',
    {
      entries: [],
      entriesHash: '0'.repeat(64),
      reportHash: '0'.repeat(64),
      engine: '1.0.0',
      by: mark('validatedby'),
      function: mark('validationfunction'),
      date: '2026-11-01',
      forum: mark('validationforum'),
      signatories: [{ name: mark('signatory'), function: mark('signatoryfunction') }],
      correction: mark('correction'),
    },
  ],
];

/**
 * All that the public may read of what people wrote: who assessed and for what, what is planned, which public documents
 * there are, why something does not apply, and the sentences of the report. A new text is not here until somebody
 * decided that it may be.
 */
const MAY_BE_PUBLIC = [
  ...['title', 'country', 'lead', 'sponsor', 'purpose', 'route', 'version', 'currency'].map((field) => `round${field}`),
  ...['institutionlabourname', 'leadname', 'endorsementfunction'],
  ...['notapplicable', 'notarget', 'pin', 'own'],
  ...['title', 'kind', 'holder', 'date', 'reference', 'url', 'fileName', 'mediaType', 'passage'].map(
    (one) => `open${one}`,
  ),
  ...['activity', 'lead', 'resourcesAvailable', 'resourcesToFind', 'successIndicator', 'verification', 'pinned'].map(
    (field) => `actiona1${field}`,
  ),
  'partner',
  ...['foreword', 'acknowledgements', 'recommendation', 'practice'],
  ...['name', 'value', 'year', 'source'].map((member) => `figure${member}`),
  ...['measurem1title', 'measurem1lead', 'measurepartner'],
  ...['instrumenticcprtitle', 'instrumenticcprreservations'],
  ...['validationfunction', 'validationforum', 'correction'],
].map(mark);

const framework = pairedFramework();
const assessed = deepFreeze({ framework, state: assessmentOf(framework, SETTINGS), identity: null });
const previous = { ...assessed, state: assessmentOf(framework, [['rating/lead/W-2/1/answer', { level: 'nascent' }]]) };

describe('the public edition of a report in which every text is filled', () => {
  const localiser = createLocaliser(findLanguage('en')!, readCatalogue('en'));
  let whole: Report;
  let open: Report;

  beforeAll(() => {
    whole = deepFreeze(
      buildReport({ ...assessed, previous, robustness: robustnessOf(assessed, { seed: 1, draws: 10 }) }),
    );
    open = deepFreeze(publicReport(whole));
  });

  it('is made from a report that holds what must not leave the house', () => {
    const inside = [
      'ratingcomment',
      'rationale',
      'reservation',
      'shuttitle',
      'endorsementname',
      'cause',
      'commenttext',
    ];
    expect(marksIn(JSON.stringify(whole))).toEqual(
      expect.arrayContaining(
        [...inside, 'signatory', 'openseenby', 'actiona1note', 'measurem1responsible', 'roundmarking', 'decision'].map(
          mark,
        ),
      ),
    );
  });

  it('holds what may be public and nothing else', () => {
    expect(marksIn(JSON.stringify(open))).toEqual([...MAY_BE_PUBLIC].sort());
  });

  it('says who held no level: no opinion, no count of opinions, no lead', () => {
    const { ratings, leads, agreement, forum } = open.indicators[0]!;
    expect({ ratings, leads, forum, n: agreement.n, class: agreement.class }).toEqual({
      ratings: [],
      leads: [],
      forum: null,
      n: 0,
      class: null,
    });
  });

  it.each(Object.entries(REPORT_FORMATS))('lets nothing else into %s', async (id, { isText, write }) => {
    const { bytes } = await write({ report: open, framework, localiser, options: OPTIONS }, { makePdf: makePdfHere });
    const text =
      id === 'pdf'
        ? pageTexts(readPdf(bytes)).join('\n')
        : isText
          ? new TextDecoder().decode(bytes)
          : [...officeParts(bytes).values()].join('\n');
    expect(text).toContain(id.startsWith('csv') ? 'R-1' : mark('roundtitle'));
    const found = marksIn(text);
    expect(found.filter((one) => !MAY_BE_PUBLIC.includes(one))).toEqual([]);
  });
});
