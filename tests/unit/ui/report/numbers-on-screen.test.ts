import { describe, expect, it } from 'vitest';
import { heatMap } from '../../../../src/charts/heat-map.ts';
import type { PictureTable } from '../../../../src/charts/picture-table.ts';
import { textsIn } from '../../../../src/domain/framework/framework.ts';
import { buildDocument } from '../../../../src/export/parts/build-document.ts';
import ReportPaper from '../../../../src/ui/report/ReportPaper.svelte';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import PictureTableView from '../../../../src/ui/pictures/PictureTableView.svelte';
import { profileTables } from '../../../../src/ui/results/pictures/distribution-picture.ts';
import { heatMapTable } from '../../../../src/ui/results/pictures/heat-map-picture.ts';
import type { ResultsSession } from '../../../../src/ui/results/results-session.ts';
import type { Case, Said } from '../../../fixtures/said-numbers.ts';
import {
  caseOf,
  cases,
  expected,
  countsAlone,
  drawnCount,
  isCount,
  OPTIONS,
  ratedWords,
  saidByRows,
  signOf,
  titleIn,
} from '../../../fixtures/said-numbers.ts';
import { renderWithLanguage } from '../render-with-language.ts';

const textOf = (element: Element) => (element.textContent ?? '').trim();
const all = (element: Element, selector: string) => [...element.querySelectorAll(selector)];

/** What the page of the report says: rows of tables, bars with the names before them, and cells of the overview. */
function saidByPaper(given: Case, paper: HTMLElement): Said {
  const rows = all(paper, 'tbody tr').map((row) =>
    [...row.children].map((cell) => all(cell, 'p').map(textOf).join('\n') || textOf(cell)),
  );
  const bars = all(paper, 'svg[role="img"]').map((bar) => {
    const label = bar.previousElementSibling;
    return [label === null ? '' : textOf(label), ...all(bar, 'text').map(textOf).map(drawnCount)];
  });
  const cells = all(paper, 'li > [role="img"]').map((cell) => [
    [...all(cell, '.code'), ...all(cell, 'text')].map(textOf).join('\n'),
  ]);
  return saidByRows(given, [...rows, ...bars, ...cells]);
}

/** The parts of an open assessment that tables of results read. */
function sessionOf({ report, framework }: Case): ResultsSession {
  return { report, framework, hrefOfIndicator: (id: string) => `#${id}` } as ResultsSession;
}

const sourcesOf = (given: Case) => ({
  session: sessionOf(given),
  words: frameworkWords(given.framework, textsIn(given.framework, given.localiser.language.code), given.localiser),
  localiser: given.localiser,
});

/** The rows of a table beside a picture, as the screen shows them. */
function rowsOf(table: PictureTable): string[][] {
  const { container } = renderWithLanguage(PictureTableView, { table, caption: '' });
  return all(container, 'tbody tr').map((row) => [...row.children].map(textOf));
}

/** What the results say as a table of the domains: one table a scale. */
function domainsOfResults(given: Case): Said['domains'] {
  const { report, framework } = given;
  const tables = profileTables(sourcesOf(given)).map(rowsOf);
  const titles = report.domains.map(({ id }) => titleIn(given, id));
  const said = titles.map((title) => {
    let [score, answered, applicable] = ['none', 0, 0];
    const counts = tables.flatMap((rows, index) => {
      const scale = report.distributions[index]?.scale ?? '';
      const levels = framework.structure.scales[scale]?.levels ?? [];
      const cells = rows.find(([first]) => first === title);
      if (cells === undefined) return [];
      const signs = levels.map(({ id }) => signOf(given, scale, id, ''));
      const all = [...signs, signOf(given, scale, null, 'unknown'), signOf(given, scale, null, 'unanswered')];
      const numbers = all.map((sign, place) => ({ sign, count: Number(cells[place + 1]) }));
      answered += numbers.slice(0, levels.length).reduce((sum, { count }) => sum + count, 0);
      applicable += numbers.reduce((sum, { count }) => sum + count, 0);
      score = /^\d+$/.exec(cells[levels.length + 7] ?? '')?.[0] ?? score;
      return numbers.filter(({ count }) => count > 0).map(({ sign, count }) => `${sign}:${count}`);
    });
    return [title, { score, rated: ratedWords(given, answered, applicable), counts }] as const;
  });
  return Object.fromEntries(said);
}

/** What the results say as a table of the indicators. */
function indicatorsOfResults(given: Case): Said['indicators'] {
  const { report, framework, localiser } = given;
  const sources = sourcesOf(given);
  const { words } = sources;
  const table = heatMapTable(sources, heatMap(report, framework.structure.scales));
  const said = rowsOf(table).map((row) => {
    const [, id = '', , level = ''] = row;
    const scale = framework.indicatorById.get(id)?.scale ?? '';
    const found = framework.structure.scales[scale]?.levels.find((one) => words.level(scale, one.id) === level);
    const status = level === localiser.t('results.status.unknown') ? 'unknown' : 'unanswered';
    const open = level === localiser.t('results.status.not-applicable') ? 'not-applicable' : status;
    return [id, signOf(given, scale, found?.id ?? null, open)] as const;
  });
  return Object.fromEntries(said);
}

describe.each(cases)('the screen of $name in $language', (one) => {
  const given = caseOf(one);
  const wanted = expected(given);

  it('says on the page of the report what the Report says', () => {
    document.adoptedStyleSheets = [];
    const report = buildDocument(given.report, given.framework, given.localiser, OPTIONS);
    const { container } = renderWithLanguage(ReportPaper, { report }, one.language);
    expect(Object.values(wanted.indicators).length).toBeGreaterThan(0);
    expect(saidByPaper(given, container)).toEqual(countsAlone(wanted));
  });

  it('says in the results what the Report says', () => {
    expect({ domains: domainsOfResults(given), indicators: indicatorsOfResults(given) }).toEqual(wanted);
  });

  it('has bars to read', () => {
    expect(Object.values(wanted.domains).flatMap(({ counts }) => counts.filter(isCount))).not.toEqual([]);
  });
});
