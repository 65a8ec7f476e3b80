/**
 * The measures of the summary page in mm. The style sheet of the page sets the same line heights (SummarySheet.svelte):
 * with every text clamped to its lines, what fits here fits on paper whatever the face.
 */
export const SUMMARY_MEASURES = {
  /** Content box of A4 under the margins of the report, less what rounding may take. */
  page: 252,
  title: 10,
  sentence: 4.7,
  heading: 9,
  gap: 4,
  bar: 6.2,
  barTitle: 4.2,
  legend: 3.8,
  item: 4.5,
  itemGap: 0.8,
  tableHead: 6,
  row: 3.9,
  rowGap: 2,
} as const;

/** Lines of each part, as they would all stand. */
export interface SummaryLines {
  readonly sentences: readonly number[];
  readonly coverage: number;
  readonly domains: readonly number[];
  readonly legend: number;
  /** Strengths and aspects to strengthen. */
  readonly lists: readonly (readonly number[])[];
  /** Null where the report is without gaps. */
  readonly priorities: readonly number[] | null;
  /** How many there are in all of each kind, shown or not. */
  readonly total: { readonly domains: number; readonly lists: readonly number[]; readonly priorities: number };
}

/** How many of each part are shown. */
export interface SummaryCounts {
  readonly sentences: number;
  readonly domains: number;
  readonly list: number;
  readonly priorities: number;
}

const sum = (lines: readonly number[]) => lines.reduce((total, line) => total + line, 0);

/** Height in mm of the page with so many of each part, with a line for what is left out. */
export function summaryHeight(lines: SummaryLines, shown: SummaryCounts): number {
  const m = SUMMARY_MEASURES;
  const bars = lines.domains.slice(0, shown.domains).map((count) => Math.max(m.bar, count * m.barTitle + 2));
  const moreDomains = lines.total.domains > shown.domains ? m.legend : 0;
  const listHeight = (list: readonly number[], total: number) => {
    const own = list.slice(0, shown.list);
    return sum(own) * m.item + own.length * m.itemGap + (own.length === 0 || total > own.length ? m.item : 0);
  };
  const lists = Math.max(...lines.lists.map((list, index) => listHeight(list, lines.total.lists[index] ?? 0)));
  const rows = (lines.priorities ?? []).slice(0, shown.priorities);
  const table = rows.length === 0 ? m.sentence : m.tableHead + sum(rows) * m.row + rows.length * m.rowGap;
  const morePriorities = lines.total.priorities > rows.length ? m.sentence : 0;
  const priorities = lines.priorities === null ? 0 : m.gap + m.heading + table + morePriorities;
  const text = sum(lines.sentences.slice(0, shown.sentences)) + lines.coverage;
  return (
    m.title +
    text * m.sentence +
    (m.gap + m.heading + sum(bars) + lines.legend * m.legend + moreDomains) +
    (m.gap + m.heading + lists) +
    priorities
  );
}

const STEPS: readonly { readonly part: keyof SummaryCounts; readonly least: number }[] = [
  { part: 'priorities', least: 6 },
  { part: 'list', least: 4 },
  { part: 'priorities', least: 4 },
  { part: 'domains', least: 8 },
  { part: 'sentences', least: 3 },
  { part: 'list', least: 3 },
  { part: 'priorities', least: 3 },
  { part: 'domains', least: 5 },
  { part: 'sentences', least: 1 },
  { part: 'domains', least: 3 },
];

/**
 * How many of each part fit on the one page, from the most that is wanted: first priorities give way, then the lists,
 * the bars and the sentences. Whatever the input, the result is no higher than the page.
 */
export function fitSummary(lines: SummaryLines, wanted: SummaryCounts): SummaryCounts {
  let shown: SummaryCounts = {
    sentences: Math.min(wanted.sentences, lines.sentences.length),
    domains: Math.min(wanted.domains, lines.domains.length),
    list: Math.min(wanted.list, Math.max(...lines.lists.map((list) => list.length))),
    priorities: Math.min(wanted.priorities, lines.priorities?.length ?? 0),
  };
  for (const { part, least } of STEPS) {
    while (summaryHeight(lines, shown) > SUMMARY_MEASURES.page && shown[part] > least) {
      shown = { ...shown, [part]: shown[part] - 1 };
    }
  }
  return shown;
}
