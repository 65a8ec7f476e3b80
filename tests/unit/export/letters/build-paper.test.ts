import { describe, expect, it } from 'vitest';
import type { LetterDocument } from '../../../../src/export/document/letter-document.ts';
import { buildPaper } from '../../../../src/export/letters/build-paper.ts';
import { PAPER_IDS } from '../../../../src/export/letters/paper-ids.ts';
import type { PaperId } from '../../../../src/export/letters/paper-ids.ts';
import { awaitedReturns } from '../../../../src/domain/institutions/count-returns.ts';
import { writeDocx } from '../../../../src/export/docx/write-docx.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { DIFFICULT, DIFFICULT_SETTINGS } from '../../../fixtures/difficult-assessment.ts';
import { writerInput } from '../../../fixtures/difficult-report.ts';
import { officePart, paragraphsOf } from '../../../fixtures/office-text.ts';

function paper(id: PaperId, settings: readonly Setting[] = DIFFICULT_SETTINGS, language = 'en'): LetterDocument {
  const { report, framework, localiser, state } = writerInput(language, settings);
  const { assignments } = state;
  const inScope = report.indicators.filter(({ status }) => status !== 'out-of-scope');
  const returns = awaitedReturns(
    state,
    inScope.map((one) => one.id),
  );
  return buildPaper(id, {
    report,
    framework,
    localiser,
    assignments,
    returns,
    now: '2026-11-21',
    toolVersion: '0.1.0',
  });
}

/** Every text of a paper, as it would be read. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    const joined = value.every((part) => typeof part === 'object' && part !== null && 'text' in part);
    return joined ? [value.map((part: { text: string }) => part.text).join('')] : value.flatMap(textsOf);
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** The cells of the first table that has such a caption. */
function rowsOf(document: LetterDocument, caption: string): string[][] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const table = blocks.find((block) => block.kind === 'table' && block.caption === caption);
  if (table?.kind !== 'table') throw new Error(`no table ${caption}`);
  return table.rows.flatMap((row) => ('cells' in row ? [row.cells.map((cell) => textsOf(cell).join('\n'))] : []));
}

const INSTITUTIONS: readonly Setting[] = [
  ['institution/interior/name', 'Interior'],
  ['institution/interior/type', 'interior'],
  ['institution/labour/name', 'Labour'],
  ['institution/labour/type', 'labour'],
];

/** Somebody of whom an answer is missing. */
const LATE: readonly Setting[] = [
  ['institution/late/name', 'Late'],
  ['assignment/R-1/late', 'contributor'],
];

describe('papers of the round', () => {
  it.each(PAPER_IDS)(
    '%s is a Word file in English and French, with the version of the questions on every page',
    async (id) => {
      for (const language of ['en', 'fr']) {
        const document = paper(id, [...DIFFICULT_SETTINGS, ...LATE], language);
        const bytes = await writeDocx(document, writerInput(language).localiser, '2026-11-21');
        expect(paragraphsOf(officePart(bytes, 'word/footer1.xml'), 'w').join('\n')).toMatch(
          /version 1\.0\.0 · \S+ [0-9a-f]{12}/,
        );
        const said = paragraphsOf(officePart(bytes, 'word/document.xml'), 'w').join('\n');
        expect(said).not.toMatch(/letters\.|export\.|report\./);
        expect(said.length).toBeGreaterThan(100);
      }
    },
  );
});

describe('the questionnaire', () => {
  const document = paper('questionnaire');
  const cards = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'question' ? [block.card] : [])),
  );

  it('asks every indicator once, with all its levels from the lowest', () => {
    expect(cards.map(({ code }) => code)).toEqual(['R-1', 'R-2', 'R-3', 'W-1', 'W-2', 'W-3', 'W-4']);
    expect(cards.map(({ levels }) => levels.length)).toEqual([4, 4, 4, 4, 4, 2, 4]);
    expect(cards[0]?.levels.map(({ boxed }) => boxed)).toEqual([false, true, true, true]);
  });

  it('leaves out what is not part of the round', () => {
    const without = paper('questionnaire', [...DIFFICULT_SETTINGS, ['round/outOfScope', ['R-1']]]);
    expect(textsOf(without)).not.toContain('R-1');
  });
});

describe('assignments', () => {
  it('are those of the round, in the annex and on the sheet of each institution', () => {
    const rows = rowsOf(paper('assignment-annex'), 'Assignment of indicators');
    expect(rows[0]).toEqual(['R-1', expect.any(String), DIFFICULT.arabicName, DIFFICULT.formulas[3]]);
    expect(rows[1]?.[2]).toBe('to be named');
    const sheets = paper('assignment-sheets').sections;
    expect(sheets.map(({ title }) => title)).toEqual([DIFFICULT.formulas[3], DIFFICULT.arabicName]);
    expect(textsOf(sheets[0]).join('\n')).toContain('One indicator is assigned');
  });

  it('are proposed from the competence of institutions where nobody is assigned yet, and say so', () => {
    const annex = paper('assignment-annex', INSTITUTIONS);
    expect(textsOf(annex)).toContain('Proposed from the typical competence of the institutions; to be confirmed.');
  });
});

describe('the agenda', () => {
  it('lists indicators by how far positions lie apart, without names', () => {
    const document = paper('agenda', [
      ...INSTITUTIONS,
      ['rating/interior/R-1/1/answer', { level: 'nascent' }],
      ['rating/labour/R-1/1/answer', { level: 'mature' }],
      ['rating/interior/R-2/1/answer', { level: 'emerging' }],
      ['rating/labour/R-2/1/answer', { level: 'emerging' }],
    ]);
    const rows = rowsOf(document, 'Indicators in the order of discussion');
    expect(rows.slice(0, 2).map(([first]) => first?.slice(0, 3))).toEqual(['R-1', 'R-2']);
    expect(textsOf(document).join('\n')).not.toContain('Interior');
  });

  it('has every indicator of the round: what nobody could say, what does not apply and what nobody spoke of have a group each', () => {
    const document = paper('agenda', [
      ...INSTITUTIONS,
      ['round/outOfScope', ['W-4']],
      ['rating/interior/R-1/1/answer', { level: 'nascent' }],
      ['rating/interior/R-2/1/answer', { unknown: true }],
      ['rating/labour/R-2/1/answer', { unknown: true }],
      ['rating/interior/R-3/1/answer', { notApplicable: 'No border' }],
    ]);
    const rows = rowsOf(document, 'Indicators in the order of discussion');
    expect(rows.map(([first]) => first?.slice(0, 3)).sort()).toEqual(['R-1', 'R-2', 'R-3', 'W-1', 'W-2', 'W-3']);
    expect(textsOf(document)).toEqual(
      expect.arrayContaining([
        'nobody could say (1)',
        'proposed as not applicable (1)',
        'no opinion of an institution (3)',
      ]),
    );
  });
});

describe('dates of the round', () => {
  const dated: readonly Setting[] = [
    ...DIFFICULT_SETTINGS,
    ['round/returnsDue', '2026-11-15'],
    ['round/workshopDate', '2026-12-03'],
  ];
  const said = (id: PaperId, settings: readonly Setting[]) => textsOf(paper(id, settings)).join('\n');

  it('ask for answers by the day on which they are due, never by that of the situation', () => {
    for (const id of ['circular', 'assignment-sheets', 'questionnaire'] as const) {
      expect(said(id, dated)).toContain('by 15 November 2026');
      expect(said(id, DIFFICULT_SETTINGS)).toContain('by ………………');
      expect(`${said(id, dated)}${said(id, DIFFICULT_SETTINGS)}`).not.toContain('31 December 2026');
    }
  });

  it('name the day of the workshop where somebody set it, else leave room for it', () => {
    for (const id of ['circular', 'agenda', 'attendance', 'minutes'] as const) {
      expect(said(id, dated)).toContain('3 December 2026');
      expect(said(id, DIFFICULT_SETTINGS)).not.toContain('December');
    }
    expect(said('circular', DIFFICULT_SETTINGS)).toContain('the date of which will be communicated to you');
  });
});

describe('official papers', () => {
  const many: readonly Setting[] = [
    ...INSTITUTIONS,
    ['round/sponsor', 'Office of the Prime Minister'],
    ['round/purpose', 'Prepare the plan'],
    ['assignment/R-1/labour', 'contributor'],
  ];

  it.each(PAPER_IDS)('%s bears the marking that set-up promises where none was written', (id) => {
    expect(paper(id, INSTITUTIONS).marking).toBe('Working document');
    expect(paper(id, INSTITUTIONS, 'fr').marking).toBe('Document de travail');
    expect(paper(id, [...INSTITUTIONS, ['round/marking', 'Restricted']]).marking).toBe('Restricted');
  });

  it('hold no advice to whoever runs the round', () => {
    expect(textsOf(paper('assignment-annex', many)).join('\n')).not.toMatch(/hard to answer|institution that leads/);
  });

  it.each(['Office of the Prime Minister', 'The Presidency', 'CMI'])(
    'name %s without an article of ours before it',
    (name) => {
      const text = textsOf(paper('circular', [...many, ['round/sponsor', name]])).join('\n');
      expect(text).toContain(`It has been decided (${name}) to assess`);
      expect(text).toContain('Purpose: Prepare the plan.');
    },
  );

  it('end what a person wrote once', () => {
    const text = textsOf(paper('circular', [...many, ['round/purpose', 'Prepare the plan.']])).join('\n');
    expect(text).toContain('Purpose: Prepare the plan.');
    expect(text).not.toContain('plan..');
  });
});

describe('the evaluation of the workshop', () => {
  it('is a blank form with a digit to circle for each question', () => {
    const rows = rowsOf(paper('evaluation'), 'Evaluation form');
    expect(rows).toContainEqual(['I learnt from what other institutions do', '1', '2', '3', '4']);
    expect(textsOf(paper('evaluation')).join('\n')).toContain('Without name.');
  });

  it('stands in the minutes once there is a form, with the rate and the shares of the annex', () => {
    expect(textsOf(paper('minutes')).join('\n')).not.toContain('Response rate');
    const minutes = paper('minutes', [
      ['round/participants', 4],
      ['round/evaluation-a', { grades: { overall: 4, learning: 2 }, comment: 'Too short.' }],
    ]);
    expect(textsOf(minutes).join('\n')).toContain('Response rate 25% (1/4).');
    expect(textsOf(minutes).join('\n')).toContain('Too short.');
    expect(rowsOf(minutes, 'Evaluation of the workshop')).toContainEqual([
      'I learnt from what other institutions do',
      '0% (0 of 1)',
    ]);
  });
});

describe('the minutes', () => {
  it('hold the levels agreed with their reasons, and the reservations', () => {
    const said = textsOf(paper('minutes')).join('\n');
    expect(said).toContain(DIFFICULT.formulas[2]);
    expect(said).toContain(`${DIFFICULT.formulas[3]}`);
    expect(rowsOf(paper('minutes'), 'Levels agreed after discussion')[0]?.[1]).toContain('2');
  });
});

describe('reminder letters', () => {
  const ASKED: readonly Setting[] = [
    ...INSTITUTIONS,
    ['round/returnsDue', '2026-12-15'],
    ['assignment/R-1/interior', 'lead'],
    ['assignment/R-2/interior', 'contributor'],
    ['assignment/W-1/interior', 'lead'],
    ['assignment/R-1/labour', 'lead'],
    ['rating/interior/R-1/1/answer', { level: 'mature' }],
    ['mandate/interior/W-1', { suggests: 'labour' }],
    ['rating/labour/R-1/1/answer', { unknown: true }],
  ];

  it('go to those of whom answers are missing, and name what came and what did not', () => {
    const { sections } = paper('reminder', ASKED);
    expect(sections.map(({ id }) => id)).toEqual(['reminder-interior']);
    const said = textsOf(sections).join('\n');
    expect(said).toContain('You were asked to answer 3 indicators by 15 December 2026.');
    expect(said).toContain('2 answers have reached us; this one is missing:');
    expect(said).toMatch(/R-2/);
    expect(said).not.toMatch(/R-1|W-1|mature/);
  });

  it('go to nobody where the lead institution answers alone', () => {
    expect(textsOf(paper('reminder', []).sections).join()).toContain('No institution owes an answer.');
  });

  it('say that nobody owes an answer where nobody does', () => {
    const answered: readonly Setting[] = [...ASKED, ['rating/interior/R-2/1/answer', { unknown: true }]];
    expect(textsOf(paper('reminder', answered).sections).join()).toContain('No institution owes an answer.');
  });
});

describe('a programme that was changed', () => {
  const CHANGED: readonly Setting[] = [
    ...INSTITUTIONS,
    ['rating/interior/R-1/1/answer', { level: 'mature' }],
    ['rating/labour/R-1/1/answer', { level: 'nascent' }],
    ['rating/interior/W-1/1/answer', { level: 'mature' }],
    ['rating/labour/W-1/1/answer', { level: 'mature' }],
    ['round/programme', { order: ['W-1'], minutes: { 'W-1': 40 }, items: { closing: 0 } }],
    ['round/present', ['labour']],
  ];

  it('is followed by the agenda: what comes first, its minutes, every other indicator, who is there', () => {
    const agenda = paper('agenda', CHANGED);
    const items = rowsOf(agenda, 'Programme').map(([, item, minutes]) => [item, minutes]);
    expect(items).toContainEqual(['One indicator put first', '45']);
    expect(items.map(([item]) => item)).not.toContain('Reservations, next steps, close');
    const order = rowsOf(agenda, 'Indicators in the order of discussion');
    expect(order.slice(0, 2).map(([code, minutes]) => [code?.slice(0, 3), minutes])).toEqual([
      ['W-1', '40'],
      ['R-1', '10'],
    ]);
    // Those that nobody gave a level for follow, without minutes of their own.
    expect(order.slice(2).map(([code]) => code?.slice(0, 3))).toEqual(
      expect.arrayContaining(['R-2', 'R-3', 'W-2', 'W-3']),
    );
    expect(order.slice(2).map(([, minutes]) => minutes)).toEqual(order.slice(2).map(() => ''));
    expect(textsOf(agenda).join('\n')).toMatch(/In the room\nLabour/);
  });

  it('is followed by the attendance list and the minutes', () => {
    const names = rowsOf(paper('attendance', CHANGED), 'Participants').map(([, name]) => name);
    expect(names.filter((name) => name !== '')).toEqual(['Labour']);
    expect(textsOf(paper('minutes', CHANGED)).join('\n')).toMatch(/Not in the room\n.*Interior/);
  });
});
