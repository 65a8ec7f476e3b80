import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, FittedText, Inline, SectionId, SummaryPage, Text } from '../document/document.ts';
import { clampText, countLines } from '../document/clamp-text.ts';
import { fitSummary } from '../document/fit-summary.ts';
import { atOrAboveWords, printDistributions, signLegend, thresholdWords } from './print-distribution.ts';
import { wordSentence } from './word-sentence.ts';
import { coverageWords } from './about.ts';
import { deadlineOf, fromTo, gapOrder, leadWords, noGapWords } from './gaps.ts';
import { standingWords } from './law-and-practice.ts';

/** Most of each part (docs/methodology.md section 8); fewer where they would not fit. */
const WANTED = { sentences: 5, domains: 12, list: 5, priorities: 10 };

/** Characters a line at the sizes of the page, for a wide face; and the most lines a text may take. */
const SENTENCE = { characters: 90, lines: 3 };
const COVERAGE = { characters: 90, lines: 3 };
const DOMAIN = { characters: 25, lines: 2 };
const NOTE = { characters: 13, lines: 2 };
const LEGEND = { characters: 105, lines: 5 };
const ITEM = { characters: 43, lines: 2 };
const LEAD = { share: 23, characters: 22, lines: 2 };
const DEADLINE = { share: 14, characters: 12, lines: 2 };
/** Characters over the whole width of the table of priorities, and shares of it. */
const MEASURE_CHARACTERS = 112;
const NUMBER_SHARE = 5;
const FROM_TO_SHARE = 11;
/** mm */
const BAR_WIDTH = 98;

interface Room {
  readonly characters: number;
  readonly lines: number;
}

/** A plain text cut to its room. */
function fit(text: string, room: Room): FittedText {
  const clamped = clampText(text, room.characters * room.lines);
  return { text: clamped, lines: Math.min(room.lines, countLines(clamped, room.characters)) };
}

/** A title cut to what its code leaves of the room: `IC-02 Title`. */
function fitTitle(context: DocumentContext, id: string, room: Room): FittedText {
  const taken = id.length + 1;
  const title = clampText(context.indicatorTitle(id), Math.max(12, room.characters * room.lines - taken - 4));
  const text: Inline[] = [{ text: id, code: true }, { text: ' ' }, { ...context.quote(title), text: title }];
  const plain = text.map((part) => ('text' in part ? part.text : '')).join('');
  return { text, lines: Math.min(room.lines, countLines(plain, room.characters)) };
}

function moreLine(context: DocumentContext, left: number, section: SectionId): FittedText | null {
  if (left <= 0) return null;
  const see = context.seeSection(section);
  const more = context.t('report.summary.more', { count: left });
  const text: Text = see.length === 0 ? more : [{ text: `${more}${context.t('report.colon')}` }, ...see];
  return { text, lines: 1 };
}

function sentencesOf(context: DocumentContext): string[] {
  const { sentences, coverage } = context.report;
  const own = sentences.filter(
    ({ id }) => id.startsWith('summary.') && id !== 'summary.rated' && id !== 'summary.differing',
  );
  const words = own.flatMap((sentence) => wordSentence(context, sentence) ?? []);
  if (words.length > 0 || coverage.applicable === 0) return words;
  return [context.t(coverage.answered === 0 ? 'report.summary.nothingRated' : 'report.summary.noSentence')];
}

function coverageLine(context: DocumentContext): string {
  const edited = context.report.sentences.find(({ id, edited: own }) => id === 'summary.rated' && own !== null);
  return (edited === undefined ? null : wordSentence(context, edited)) ?? coverageWords(context);
}

/** The level of an indicator as the page shows it: sign, and `*` where undocumented. */
function signOf(context: DocumentContext, id: string): string {
  const indicator = context.indicatorById.get(id);
  if (indicator === undefined || indicator.level === null) return standingWords(context, id);
  const { symbol } = context.levelSign(indicator.scale, indicator.level);
  return indicator.documented ? symbol : `${symbol}${context.t('report.sign.undocumented')}`;
}

function domainRows(context: DocumentContext): SummaryPage['profile']['rows'] {
  return context.report.domains.flatMap(({ id, distributions }) => {
    const title = fit(context.domainTitle(id), DOMAIN);
    const label: Text = [context.quote(context.domainTitle(id))];
    return distributions.flatMap((distribution) => {
      const note = atOrAboveWords(context, distribution);
      const lines = Math.max(title.lines, Math.min(NOTE.lines, countLines(note, NOTE.characters)));
      const bars = printDistributions(context, [distribution], { width: BAR_WIDTH, label }, () => note);
      return bars.map((bar) => ({ title: { text: [context.quote(String(title.text))], lines }, bar }));
    });
  });
}

/** Rank, indicator, from and to; who and by when only where anybody said so. */
function priorityTable(context: DocumentContext, gaps: readonly ReportIndicator[]) {
  const { localiser, t } = context;
  const named = gaps.map((indicator) => ({
    indicator,
    lead: leadWords(context, indicator),
    deadline: deadlineOf(context, indicator.id),
  }));
  const leads = named.some(({ lead }) => lead !== null) ? LEAD : null;
  const deadlines = named.some(({ deadline }) => deadline !== null) ? DEADLINE : null;
  const share = 100 - NUMBER_SHARE - FROM_TO_SHARE - (leads?.share ?? 0) - (deadlines?.share ?? 0);
  const room = { characters: Math.floor((share * MEASURE_CHARACTERS) / 100), lines: 2 };
  const columns = [
    { label: t('report.column.number'), share: NUMBER_SHARE },
    { label: t('report.column.indicator'), share },
    { label: t('report.column.fromTo'), share: FROM_TO_SHARE },
    ...(leads === null ? [] : [{ label: t('report.column.lead'), share: leads.share }]),
    ...(deadlines === null ? [] : [{ label: t('report.column.deadline'), share: deadlines.share }]),
  ];
  const rows = named.map(({ indicator, lead, deadline }, index): FittedText[] => [
    { text: context.number(index + 1), lines: 1 },
    fitTitle(context, indicator.id, room),
    { text: [{ text: fromTo(context, indicator), code: true }], lines: 1 },
    ...(leads === null ? [] : [fit(lead ?? t('report.none'), leads)]),
    ...(deadlines === null ? [] : [fit(deadline === null ? t('report.none') : localiser.date(deadline), deadlines)]),
  ]);
  return { columns, rows };
}

/** The page a minister keeps: sentences, profile in counts, strengths, aspects to strengthen, priorities. Always one. */
export function buildSummaryPage(context: DocumentContext): SummaryPage {
  const { report, t } = context;
  const withGaps = context.options.sections.has('gaps') || context.options.sections.has('priorities');
  const sentences = sentencesOf(context).map((text) => fit(text, SENTENCE));
  const coverage = fit(coverageLine(context), COVERAGE);
  const rows = domainRows(context);
  const legend = fit(
    `${t('report.summary.legend', { signs: signLegend(context) })} ${thresholdWords(context)}`,
    LEGEND,
  );
  const listed = [report.strengths, report.developmentAreas];
  const items = listed.map((ids) =>
    ids.slice(0, WANTED.list).map((id) => ({ ...fitTitle(context, id, ITEM), sign: signOf(context, id) })),
  );
  const gaps = withGaps ? gapOrder(context) : [];
  const table = priorityTable(context, gaps.slice(0, WANTED.priorities));
  const shown = fitSummary(
    {
      sentences: sentences.map(({ lines }) => lines),
      coverage: coverage.lines,
      domains: rows.map(({ title }) => title.lines),
      legend: legend.lines,
      lists: items.map((list) => list.map(({ lines }) => lines)),
      priorities: withGaps ? table.rows.map((cells) => Math.max(...cells.map(({ lines }) => lines))) : null,
      total: { domains: rows.length, lists: listed.map((ids) => ids.length), priorities: gaps.length },
    },
    WANTED,
  );
  const [strengths = [], areas = []] = items.map((list) => list.slice(0, shown.list));
  return {
    sentences: sentences.slice(0, shown.sentences),
    coverage,
    profile: {
      heading: t('report.summary.profile'),
      rows: rows.slice(0, shown.domains),
      legend,
      more: moreLine(context, rows.length - shown.domains, 'profile'),
    },
    lists: [
      {
        heading: t('report.summary.strengths'),
        items: strengths,
        none: t('report.summary.noStrengths'),
        more: moreLine(context, report.strengths.length - strengths.length, 'heat-map'),
      },
      {
        heading: t('report.summary.areas'),
        items: areas,
        none: t('report.summary.noAreas'),
        more: moreLine(context, report.developmentAreas.length - areas.length, withGaps ? 'gaps' : 'heat-map'),
      },
    ],
    priorities: withGaps
      ? {
          heading: t(report.priorities.length === 0 ? 'report.summary.nextSteps' : 'report.summary.priorities'),
          columns: table.columns,
          rows: table.rows.slice(0, shown.priorities),
          none: noGapWords(context),
          more: moreLine(
            context,
            gaps.length - shown.priorities,
            context.sectionNumbers.has('gaps') ? 'gaps' : 'priorities',
          ),
        }
      : null,
  };
}

export function summaryBlocks(context: DocumentContext): Block[] {
  return [{ kind: 'summary', page: buildSummaryPage(context) }];
}
