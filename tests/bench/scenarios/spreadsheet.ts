import { AssessmentReader } from '../../../src/domain/assessment/assessment-reader.ts';
import { decideAnswers } from '../../../src/domain/assessment/decide-answers.ts';
import type { Answer } from '../../../src/domain/registers/answer.ts';
import { fold, foldInto } from '../../../src/domain/registers/fold.ts';
import { evaluateTree } from '../../../src/domain/scoring/evaluate-tree.ts';
import { loadPeer } from '../peers.ts';
import type { Row, Scenario } from '../scenario.ts';
import { alternate } from '../scenario.ts';
import { sizedFile } from '../sized-file.ts';

const ROUNDS = 9;
const INSTITUTIONS = 25;
/** Answers changed at a time: one takes less than the clock of the processor can tell. */
const CHANGES = 100;
const LEVELS = ['nascent', 'emerging', 'developed', 'mature'] as const;

interface Sheet {
  setCellContents(at: { sheet: number; row: number; col: number }, value: number): unknown;
  getCellValue(at: { sheet: number; row: number; col: number }): unknown;
  destroy(): void;
}
interface HyperFormula {
  buildFromArray(cells: readonly (readonly (number | string)[])[], options: { licenseKey: string }): Sheet;
}

const column = (index: number): string =>
  (index < 26 ? '' : column(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
const levelAt = (indicator: number, institution: number) => (indicator * 7 + institution) % LEVELS.length;

interface Group {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Rows of one name that follow each other, the first of them in row `start`. */
function groupsOf(names: readonly string[], start: number): Group[] {
  return [...new Set(names)].map((name) => ({
    name,
    from: start + names.indexOf(name),
    to: start + names.lastIndexOf(name),
  }));
}

/** A row an indicator, a column an institution; beside them low, high, median and count, below them the means. */
function cellsOf(indicators: readonly { domain: string; subdomain: string | null }[]): (number | string)[][] {
  const last = column(INSTITUTIONS - 1);
  const answers = indicators.map((_, row) => [
    ...Array.from({ length: INSTITUTIONS }, (_unused, place) => (100 * levelAt(row, place)) / 3),
    ...['MIN', 'MAX', 'MEDIAN', 'COUNT'].map((name) => `=${name}(A${row + 1}:${last}${row + 1})`),
  ]);
  const means = (groups: readonly Group[]) =>
    groups.map(({ from, to }) =>
      Array.from({ length: INSTITUTIONS }, (_, place) => `=AVERAGE(${column(place)}${from}:${column(place)}${to})`),
    );
  const subdomains = groupsOf(
    indicators.map(({ domain, subdomain }) => `${domain}/${subdomain}`),
    1,
  );
  const domains = groupsOf(
    subdomains.map(({ name }) => name.split('/')[0]!),
    indicators.length + 1,
  );
  return [...answers, ...means(subdomains), ...means(domains)];
}

async function run(): Promise<Row[]> {
  const { HyperFormula: peer } = loadPeer('hyperformula') as { HyperFormula: HyperFormula };
  const { framework, journal } = sizedFile(INSTITUTIONS, INSTITUTIONS * 117);
  const { indicators } = framework;
  const cells = cellsOf(indicators);
  const open = () => peer.buildFromArray(cells, { licenseKey: 'gpl-v3' });

  const trees = () => {
    for (let place = 0; place < INSTITUTIONS; place += 1) {
      const answers = new Map<string, Answer>(
        indicators.map(({ id }, row) => [id, { state: 'level', level: LEVELS[levelAt(row, place)]! }]),
      );
      evaluateTree(framework, answers);
    }
  };
  const built = await alternate(ROUNDS, { ours: trees, theirs: () => open().destroy() });

  const sheet = open();
  const end = cells.length - 1;
  let turn = 0;
  const reader = new AssessmentReader();
  let folded = fold(journal.entries);
  reader.read(folded, framework, null);
  const answered = journal.entries.find(({ register }) => register.startsWith('rating/lead/'))!;
  let newest = answered.id;
  const oneMore = (number: number) => {
    const id = `2027-01-01T00:00:00.000Z-${String(number).padStart(4, '0')}-${'b'.repeat(16)}`;
    const entry = { ...answered, id, value: { level: LEVELS[number % LEVELS.length]! }, replaces: [newest] };
    newest = id;
    return entry;
  };
  const changed = await alternate(ROUNDS, {
    ours: () => {
      for (let count = 0; count < CHANGES; count += 1) {
        turn += 1;
        const next = foldInto(folded, [oneMore(turn)]);
        folded = next.state;
        const state = reader.read(folded, framework, next.touched);
        evaluateTree(framework, decideAnswers(state, framework));
      }
    },
    theirs: () => {
      for (let count = 0; count < CHANGES; count += 1) {
        turn += 1;
        sheet.setCellContents({ sheet: 0, row: 0, col: 0 }, (100 * (turn % LEVELS.length)) / 3);
        sheet.getCellValue({ sheet: 0, row: end, col: 0 });
      }
    },
  });
  sheet.destroy();
  const each = (times: readonly number[]) => times.map((time) => time / CHANGES);
  const name = 'HyperFormula';
  return [
    {
      what: `scores of ${INSTITUTIONS} institutions`,
      unit: 'ms',
      ours: built.ours,
      theirs: { name, values: built.theirs },
    },
    {
      what: 'one answer changed',
      unit: 'ms',
      ours: each(changed.ours),
      theirs: { name, values: each(changed.theirs) },
    },
  ];
}

export const SPREADSHEET: Scenario = {
  name: 'spreadsheet',
  what: `${INSTITUTIONS} institutions on every indicator: all scores, and what one changed answer takes from its entry to the scores. HyperFormula has the same means as formulas, and low, high, median and count of each indicator. Processor time in Node.`,
  run,
};
