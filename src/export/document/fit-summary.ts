/**
 * The measures of the summary page in mm. The style sheet of the page sets the same line heights (SummarySheet.svelte):
 * with every text clamped to its lines, what fits here fits on paper whatever the face.
 */
export const SUMMARY_MEASURES = {
  /** Content box of A4 under the margins of the report, less what rounding may take. */
  page: 252,
  /** The same where the letters are known: of 255 next to nothing is left to rounding. */
  printedPage: 254.5,
  /** The same in an office program, whose tables take a little more. */
  officePage: 244,
  title: 9,
  sentence: 4.5,
  /** Above a heading, and with the rule below it. */
  gap: 2.1,
  heading: 6.5,
  /** Around the decision, above and below. */
  padding: 1.6,
  bar: 6.8,
  barTitle: 3.6,
  legend: 3.5,
  item: 4.3,
  itemGap: 0.6,
  tableHead: 5.2,
  row: 3.7,
  under: 3.1,
  rowGap: 1,
  /** Above the total of a table, and the legend of the bars. */
  small: 1,
  approval: 10,
  changes: 5.5,
} as const;

/** Sizes of the letters of the page in pt. */
export const SUMMARY_SIZES = {
  sentence: 9.4,
  domain: 8.8,
  count: 9,
  legend: 7.8,
  item: 9,
  cell: 8.6,
  under: 7.6,
  total: 8.8,
} as const;

/** Widths in mm of what stands beside something else. */
export const SUMMARY_WIDTHS = {
  /** Content box of A4. */
  page: 174,
  /** Beside the points of a decision, and around both. */
  decision: 42,
  padding: 3,
  number: 5,
  domain: 46,
  bar: 98,
  /** Between domain, bar and count. */
  gap: 3,
  betweenLists: 7,
  /** The sign of a level at the end of a line. */
  sign: 8,
  cellPadding: 1,
} as const;

/** Lines of each part, as they would all stand. */
export interface SummaryLines {
  /** Those that stand whatever else must go: under the title, coverage, change. */
  readonly subtitle: number;
  readonly coverage: number;
  readonly change: number;
  /** Null where nothing is sought. */
  readonly decision: { readonly points: readonly number[]; readonly note: number } | null;
  /** What each adds to the paragraph. */
  readonly sentences: readonly number[];
  readonly domains: readonly number[];
  readonly legend: number;
  /** Strengths and aspects to strengthen. */
  readonly lists: readonly (readonly number[])[];
  /** Null where the report is without what to do next. */
  readonly measures: {
    /** Lines of the title, of what stands beside it, and of the small print below for each way of `who`. */
    readonly rows: readonly {
      readonly cells: number;
      readonly title: number;
      readonly under: readonly [number, number, number];
      /** What stands beside the title stands beside the small print too. */
      readonly isBeside: boolean;
    }[];
    readonly total: number;
  } | null;
  /** Null where there are none: the first says where positions differ. */
  readonly positions: readonly number[] | null;
  readonly approval: boolean;
  /** How many there are in all of each kind, shown or not. */
  readonly total: {
    readonly domains: number;
    readonly lists: readonly number[];
    readonly measures: number;
    readonly positions: number;
  };
}

/**
 * How many of each part are shown. `who` stands below a measure: 2 lead and partners, 1 the lead, 0 what of it one line
 * holds. Lines are those of each reservation and of each title of a measure, at most.
 */
export interface SummaryCounts {
  readonly sentences: number;
  readonly domains: number;
  readonly list: number;
  readonly who: 0 | 1 | 2;
  /** A line to write changes on. */
  readonly changes: 0 | 1;
  readonly reservationLines: number;
  readonly titleLines: 1 | 2;
  readonly measures: number;
  readonly positions: number;
}

const sum = (lines: readonly number[]) => lines.reduce((total, line) => total + line, 0);
const M = SUMMARY_MEASURES;
const HEADING = M.gap + M.heading;

function decisionHeight({ decision }: SummaryLines): number {
  if (decision === null) return 0;
  const beside = M.heading + decision.note * M.legend;
  return M.gap + 2 * M.padding + Math.max(beside, sum(decision.points) * M.sentence);
}

function profileHeight(lines: SummaryLines, shown: SummaryCounts): number {
  const bars = lines.domains.slice(0, shown.domains).map((count) => Math.max(M.bar, count * M.barTitle + 0.6));
  const more = lines.total.domains > shown.domains ? M.legend : 0;
  return HEADING + sum(bars) + M.small + lines.legend * M.legend + more;
}

function listsHeight(lines: SummaryLines, shown: SummaryCounts): number {
  if (shown.list === 0) return 0;
  const heights = lines.lists.map((list, index) => {
    const own = list.slice(0, shown.list);
    const more = own.length === 0 || (lines.total.lists[index] ?? 0) > own.length ? M.item : 0;
    return sum(own) * M.item + own.length * M.itemGap + more;
  });
  return HEADING + Math.max(0, ...heights);
}

function measuresHeight({ measures, total }: SummaryLines, shown: SummaryCounts): number {
  if (measures === null) return 0;
  const rows = measures.rows.slice(0, shown.measures);
  const heights = rows.map(({ cells, title, under, isBeside }) => {
    const named = Math.min(title, shown.titleLines) * M.row;
    const small = under[shown.who] * M.under;
    return (isBeside ? Math.max(cells * M.row, named + small) : Math.max(cells * M.row, named) + small) + M.rowGap;
  });
  const more = total.measures > rows.length ? M.sentence : 0;
  const table = rows.length === 0 ? M.sentence : M.tableHead + sum(heights) + measures.total * M.row + M.small;
  return HEADING + table + more;
}

function positionsHeight({ positions, total }: SummaryLines, shown: SummaryCounts): number {
  if (positions === null) return 0;
  const own = positions
    .slice(0, shown.positions)
    .map((lines, index) => (index === 0 ? lines : Math.min(lines, shown.reservationLines)));
  return HEADING + sum(own) * M.row + (total.positions > own.length ? M.row : 0);
}

/** Height in mm of the page with so many of each part, with a line for what is left out. */
export function summaryHeight(lines: SummaryLines, shown: SummaryCounts): number {
  const text = lines.subtitle + sum(lines.sentences.slice(0, shown.sentences)) + lines.coverage + lines.change;
  return (
    M.title +
    text * M.sentence +
    M.gap +
    decisionHeight(lines) +
    profileHeight(lines, shown) +
    listsHeight(lines, shown) +
    measuresHeight(lines, shown) +
    positionsHeight(lines, shown) +
    (lines.approval ? M.gap + M.approval + shown.changes * M.changes : 0)
  );
}

/** What gives way, first to last, and how far; of the lists nothing stands under two. */
const STEPS: readonly { readonly part: keyof SummaryCounts; readonly to: number }[] = [
  { part: 'list', to: 0 },
  { part: 'changes', to: 0 },
  { part: 'who', to: 1 },
  // Three hold what is usually said.
  { part: 'reservationLines', to: 3 },
  { part: 'titleLines', to: 1 },
  { part: 'sentences', to: 3 },
  { part: 'reservationLines', to: 2 },
  { part: 'domains', to: 8 },
  { part: 'sentences', to: 1 },
  { part: 'who', to: 0 },
  { part: 'reservationLines', to: 1 },
  { part: 'measures', to: 5 },
  { part: 'domains', to: 5 },
  { part: 'measures', to: 3 },
  { part: 'domains', to: 3 },
  // Only where even these are too much.
  { part: 'positions', to: 1 },
];
/** What may stand of the lists: two of each, or none. */
const LEAST_LISTED = 2;

const withPart = (shown: SummaryCounts, part: keyof SummaryCounts, count: number): SummaryCounts => ({
  ...shown,
  [part]: count,
});

/**
 * How many of each part fit on the one page, from the most that is wanted: strengths and aspects give way first, then the
 * line for changes and partners, positions and reservations last; where what went later leaves room, what went before comes
 * back. What was decided on, how firm the levels are and what changed since the last round never give way. Whatever the
 * input, the result is no higher than the page, `height` in mm.
 */
export function fitSummary(lines: SummaryLines, wanted: SummaryCounts, height: number = M.page): SummaryCounts {
  const most: SummaryCounts = {
    ...wanted,
    sentences: Math.min(wanted.sentences, lines.sentences.length),
    domains: Math.min(wanted.domains, lines.domains.length),
    changes: lines.approval ? wanted.changes : 0,
    // An empty list says so.
    list: lines.lists.length === 0 ? 0 : Math.min(wanted.list, Math.max(1, ...lines.lists.map((list) => list.length))),
    measures: Math.min(wanted.measures, lines.measures?.rows.length ?? 0),
    positions: Math.min(wanted.positions, lines.positions?.length ?? 0),
  };
  const fits = (counts: SummaryCounts) => summaryHeight(lines, counts) <= height;
  const counts = (part: keyof SummaryCounts, least: number) =>
    upTo(most[part], least).filter(
      (count) => part !== 'list' || count === 0 || count >= Math.min(LEAST_LISTED, most.list),
    );
  let shown = most;
  for (const { part, to } of STEPS) {
    for (const count of counts(part, to)) if (!fits(shown) && count < shown[part]) shown = withPart(shown, part, count);
  }
  for (const { part } of [...STEPS].reverse()) {
    const back = counts(part, shown[part] + 1).find((count) => fits(withPart(shown, part, count)));
    if (back !== undefined) shown = withPart(shown, part, back);
  }
  return shown;
}

/** From the greater to the lesser, both in it. */
const upTo = (greater: number, lesser: number) =>
  Array.from({ length: greater - lesser + 1 }, (_, index) => greater - index);
