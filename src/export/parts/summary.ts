import { marksAmong } from '../../domain/profile/level-marks.ts';
import { READ_AS_MEASURES } from '../../domain/measures/list-measures.ts';
import type { DocumentContext, DocumentOptions } from './document-context.ts';
import type { Block, FittedText, PrintedBar, SectionId, SummaryPage, Text } from '../document/document.ts';
import { countLines } from '../document/clamp-text.ts';
import { fitPlain, roomOf } from '../document/fit-room.ts';
import { plainText } from '../document/plain-text.ts';
import { OFFICE_FACE } from '../document/text-face.ts';
import { fitSummary, SUMMARY_MEASURES, SUMMARY_SIZES, SUMMARY_WIDTHS } from '../document/fit-summary.ts';
import { atOrAboveWords, keyBars, openLegend, printDistributions } from './print-distribution.ts';
import { markLegend } from '../../words/level-mark-words.ts';
import { othersOnTopWords, totalWords } from './cost-words.ts';
import { markedSign } from './level-marks.ts';
import { isOnePage } from '../document/one-page.ts';
import { positionLines } from './summary-positions.ts';
import { measureTable } from './summary-measures.ts';
import { changeOf, decisionOf, groundsWords, sentencesOf, subtitleOf } from './summary-words.ts';

/** Most of each part (docs/methodology.md section 8); fewer where they would not fit. */
const WANTED = {
  sentences: 5,
  domains: 12,
  list: 4,
  who: 2,
  changes: 1,
  reservationLines: 5,
  titleLines: 2,
  measures: READ_AS_MEASURES,
  positions: 4,
} as const;

const W = SUMMARY_WIDTHS;
const COVERAGE = roomOf(W.page, SUMMARY_SIZES.sentence, 2);
const DOMAIN = roomOf(W.domain, SUMMARY_SIZES.domain, 2);
const NOTE = roomOf(W.page - W.domain - W.bar - 2 * W.gap, SUMMARY_SIZES.count, 2, true);
const LEGEND = roomOf(W.page, SUMMARY_SIZES.legend, 5);
const ITEM = roomOf((W.page - W.betweenLists) / 2 - W.sign, SUMMARY_SIZES.item, 1);
/** With what is there and what is to find, in a long currency: never cut. */
const TOTAL = roomOf(W.page, SUMMARY_SIZES.total, 3, true);

function moreLine(context: DocumentContext, left: number, section: SectionId): FittedText | null {
  if (left <= 0) return null;
  const see = context.seeSection(section);
  const more = context.t('report.summary.more', { count: left });
  const text: Text = see.length === 0 ? more : [{ text: `${more}${context.t('report.colon')}` }, ...see];
  return { text, lines: 1 };
}

type ProfileRow = SummaryPage['profile']['rows'][number];

/** How the bars below are read, in the place of a bar. */
const keyRow = ({ face }: DocumentContext, bar: PrintedBar): ProfileRow => {
  const note = fitPlain(plainText(bar.note), NOTE, face);
  return { title: { text: '', lines: note.lines }, bar: { ...bar, note: note.text } };
};

function domainRows(context: DocumentContext): ProfileRow[] {
  return context.report.domains.flatMap(({ id, distributions }) => {
    const title = fitPlain(context.domainTitle(id), DOMAIN, context.face);
    const label: Text = [context.quote(context.domainTitle(id))];
    return distributions.flatMap((distribution) => {
      const note = atOrAboveWords(context, distribution);
      const lines = Math.max(title.lines, fitPlain(note, NOTE, context.face).lines);
      const bars = printDistributions(context, [distribution], { width: W.bar, label }, () => note);
      return bars.map((bar) => ({
        title: { text: [context.quote(String(title.text))], lines },
        bar: { ...bar, target: null },
      }));
    });
  });
}

/** A title on one line, the short one where it is too long, with the sign of the level it stands at. */
function listItem(context: DocumentContext, id: string): FittedText {
  const whole = context.indicatorTitle(id);
  const isShort = countLines(whole, ITEM.width, context.face) === 1;
  const title = fitPlain(isShort ? whole : context.shortTitle(id), ITEM, context.face);
  const indicator = context.indicatorById.get(id);
  const sign = indicator === undefined ? {} : { sign: markedSign(context, indicator) };
  return { text: [{ ...context.quote(''), text: String(title.text) }], lines: 1, ...sign };
}

/** The first sentences as one paragraph, the first of them marked. */
function paragraph({ face }: DocumentContext, sentences: readonly string[], count: number): FittedText {
  const [first = '', ...others] = sentences.slice(0, count);
  const rest = others.map((sentence) => ` ${sentence}`).join('');
  const text = [{ text: first, strong: true }, ...(rest === '' ? [] : [{ text: rest }])];
  const stretches = [
    { text: first, bold: true },
    { text: rest, bold: false },
  ];
  return { text, lines: count === 0 ? 0 : countLines(stretches, COVERAGE.width, face) };
}

/** Figures stand out among the words. */
function withStrongFigures({ text, lines }: FittedText): FittedText {
  const stretches = plainText(text)
    .split(/(\d+)/)
    .filter((stretch) => stretch !== '');
  return {
    text: stretches.map((stretch) => (/^\d/.test(stretch) ? { text: stretch, strong: true } : { text: stretch })),
    lines,
  };
}

/** What the measures cost; that other actions come on top, where that takes no line more. */
function fitTotal(context: DocumentContext, total: string): FittedText {
  const alone = fitPlain(total, TOTAL, context.face);
  const others = othersOnTopWords(context);
  if (others === null) return alone;
  const words = `${total}${context.t('report.separator')}${others}`;
  const both = fitPlain(words, TOTAL, context.face);
  return both.lines === alone.lines && both.text === words ? both : alone;
}

/** mm that the page has where it will stand. */
function pageHeight({ face }: DocumentOptions): number {
  if (face === undefined) return SUMMARY_MEASURES.page;
  return face === OFFICE_FACE ? SUMMARY_MEASURES.officePage : SUMMARY_MEASURES.printedPage;
}

const linesOf = ({ lines }: FittedText) => lines;

/**
 * The page a minister keeps: the decision sought, where things stand and on what ground, what changed, the measures with their
 * cost, and where positions differ. Always one page: docs/methodology.md section 8.
 */
function buildSummaryPage(context: DocumentContext): SummaryPage {
  const { report, t, options, face } = context;
  const alone = isOnePage(options.sections);
  const withMeasures = alone || (['gaps', 'priorities', 'plan'] as const).some((id) => options.sections.has(id));
  const page = {
    subtitle: subtitleOf(context),
    decision: withMeasures ? decisionOf(context) : null,
    coverage: withStrongFigures(fitPlain(groundsWords(context), COVERAGE, face)),
    change: changeOf(context),
  };
  const sentences = sentencesOf(context);
  const standing = (count: number) => paragraph(context, sentences, count);
  const key = keyBars(context, W.bar);
  const rows = [...key.bars.map((bar) => keyRow(context, bar)), ...domainRows(context)];
  const marks = marksAmong(report.indicators);
  const hasMedian = rows.some(({ bar }) => bar.median !== null);
  const signs = [
    ...key.unnamed,
    hasMedian ? `${t('report.sign.median')}\u00a0${t('report.summary.median')}` : '',
    markLegend(context, marks),
    ...openLegend(context),
  ]
    .filter(Boolean)
    .join(' · ');
  const legend = fitPlain(signs === '' ? '' : `${signs}.`, LEGEND, face);
  const listed = report.coverage.answered === 0 ? [] : [report.strengths, report.developmentAreas];
  const items = listed.map((ids) => ids.slice(0, WANTED.list).map((id) => listItem(context, id)));
  const measures = withMeasures ? report.measures : [];
  const table = measureTable(context, measures.slice(0, WANTED.measures));
  const totalCost = withMeasures ? totalWords(context) : null;
  const total = totalCost === null ? null : fitTotal(context, totalCost);
  // A report without the part that says so keeps it out of its summary too.
  const positions = alone || options.sections.has('differences') ? positionLines(context, WANTED.reservationLines) : [];
  const approval = alone && page.decision?.isSought === true;
  const shown = fitSummary(
    {
      subtitle: page.subtitle?.lines ?? 0,
      coverage: page.coverage.lines,
      change: page.change?.lines ?? 0,
      decision: page.decision && { points: page.decision.points.map(linesOf), note: page.decision.note?.lines ?? 0 },
      sentences: sentences.map((_, index) => standing(index + 1).lines - standing(index).lines),
      domains: rows.map(({ title }) => title.lines),
      legend: legend.lines,
      lists: items.map((list) => list.map(linesOf)),
      measures: withMeasures
        ? {
            rows: table.rows.map(({ lines, under: [cut, lead, whole] }) => ({
              ...lines,
              under: [cut?.lines ?? 0, lead?.lines ?? 0, whole?.lines ?? 0] as const,
            })),
            total: total?.lines ?? 0,
          }
        : null,
      positions: positions.length === 0 ? null : positions.map(linesOf),
      approval,
      total: {
        domains: rows.length,
        // What stands nowhere else in the paper is not counted.
        lists: listed.map((ids) => (alone ? 0 : ids.length)),
        measures: measures.length,
        positions: positions.length,
      },
    },
    { ...WANTED, domains: WANTED.domains + key.bars.length },
    pageHeight(options),
  );
  const list = (place: number, heading: string, none: string, section: SectionId) => {
    const own = (items[place] ?? []).slice(0, shown.list);
    return {
      heading,
      items: own,
      none,
      more: alone ? null : moreLine(context, (listed[place]?.length ?? 0) - own.length, section),
    };
  };
  const isWritten = measures.some(({ written }) => written);
  const nextPart = (['plan', 'priorities', 'gaps'] as const).find((id) => context.sectionNumbers.has(id)) ?? 'plan';
  // Every gap stands there, planned or not; without that part, in the annex.
  const gapsIn = (['gaps', 'indicators', 'heat-map'] as const).find((id) => context.sectionNumbers.has(id)) ?? 'gaps';
  const reservedIn = context.sectionNumbers.has('reservations') ? 'reservations' : 'differences';
  return {
    ...page,
    standing: shown.sentences === 0 ? null : standing(shown.sentences),
    profile: {
      heading: t('report.summary.profile'),
      rows: rows.slice(0, shown.domains),
      legend,
      more: moreLine(context, rows.length - shown.domains, 'profile'),
    },
    lists:
      shown.list === 0
        ? []
        : [
            list(0, t('report.summary.strengths'), t('report.summary.noStrengths'), 'heat-map'),
            list(1, t('report.summary.areas'), t('report.summary.noAreas'), gapsIn),
          ],
    measures: withMeasures
      ? {
          heading: t(measures.length === 0 || isWritten ? 'report.measures' : 'report.measures.notWritten'),
          columns: table.columns,
          rows: measureTable(context, measures.slice(0, shown.measures), shown.titleLines).rows.map(
            ({ cells, under, underSpan }) => ({ cells, under: under[shown.who], underSpan }),
          ),
          nameColumn: table.nameColumn,
          none: t('report.measures.none'),
          total,
          more: moreLine(context, measures.length - shown.measures, nextPart),
        }
      : null,
    positions:
      positions.length === 0
        ? null
        : {
            heading: t('report.positions'),
            items: positionLines(context, shown.reservationLines).slice(0, shown.positions),
            none: '',
            more: moreLine(context, positions.length - shown.positions, reservedIn),
          },
    approval: approval
      ? {
          options: [t('report.approval.agreed'), t('report.approval.changes'), t('report.approval.discuss')],
          fields: [t('report.signature.date'), t('report.approval.signature')],
          toChange: shown.changes === 0 ? null : t('report.approval.toChange'),
        }
      : null,
  };
}

export function summaryBlocks(context: DocumentContext): Block[] {
  return [{ kind: 'summary', page: buildSummaryPage(context) }];
}
