import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { levelSymbol, textsIn } from '../../../src/domain/framework/framework.ts';
import { buildDocument } from '../../../src/export/build-document.ts';
import { writeReportCsv } from '../../../src/export/csv/write-report-csv.ts';
import type { DocumentOptions } from '../../../src/export/document-context.ts';
import type { Block, ReportDocument, Text } from '../../../src/export/document.ts';
import { SECTION_IDS } from '../../../src/export/document.ts';
import { writeDocx } from '../../../src/export/docx/write-docx.ts';
import { writeReportPptx } from '../../../src/export/pptx/write-report-pptx.ts';
import { writeReportXlsx } from '../../../src/export/xlsx/write-report-xlsx.ts';
import { findLanguage } from '../../../src/i18n/languages.ts';
import type { Localiser } from '../../../src/i18n/localiser.ts';
import { createLocaliser } from '../../../src/i18n/localiser.ts';
import type { Report } from '../../../src/report/report.ts';
import { listGoldenInputs, readGolden } from '../../fixtures/golden-reports.ts';
import { officeParts, paragraphsOf, tableRowsOf } from '../../fixtures/office-text.ts';
import { readCatalogue } from '../i18n/read-catalogue.ts';

/**
 * One number everywhere: what each format says of every domain (score, rated, counts at each level) and of every
 * indicator (its level) is read back from the file and compared with the Report.
 */
interface Said {
  /** By title of the domain. */
  readonly domains: Readonly<Record<string, { score: string; rated: string; counts: readonly string[] }>>;
  /** By code: the sign of the level, or of what stands instead. */
  readonly indicators: Readonly<Record<string, string>>;
}

const LANGUAGES = ['en', 'fr'] as const;
const options: DocumentOptions = {
  sections: new Set(SECTION_IDS),
  now: '2026-11-21T09:30:00.000Z',
  toolVersion: '0.1.0',
};

const plain = (text: Text): string =>
  typeof text === 'string' ? text : text.map((part) => ('text' in part ? part.text : '')).join('');
/** The figure that a cell begins with; without one there is no score. */
const figure = (words: string) => /^\d+/.exec(words)?.[0] ?? 'none';
const withoutMark = (sign: string) => sign.replace('*', '');

interface Case {
  readonly report: Report;
  readonly framework: Framework;
  readonly localiser: Localiser;
}

const symbolWords = ({ localiser }: Case, symbol: string) =>
  /^\d+\.\d+$/.test(symbol) ? localiser.number(Number(symbol), 2) : symbol;

function signOf(given: Case, scale: string, level: string | null, status: string): string {
  const { t } = given.localiser;
  if (level !== null) {
    const levels = given.framework.structure.scales[scale];
    if (levels === undefined) throw new Error(`no scale ${scale}`);
    return symbolWords(given, levelSymbol(levels, level));
  }
  const signs: Readonly<Record<string, string>> = {
    unknown: t('report.sign.unknown'),
    'not-applicable': t('report.sign.notApplicable'),
  };
  return signs[status] ?? t('report.sign.unanswered');
}

const ratedWords = ({ localiser }: Case, answered: number, applicable: number) =>
  applicable === 0
    ? localiser.t('report.notApplicableAll')
    : localiser.t('report.nOfN', { count: answered, of: localiser.number(applicable) });

const titleIn = ({ framework, localiser }: Case, id: string) =>
  localiser.text(textsIn(framework, localiser.language.code).domains[id]?.title ?? id);

/** What must be said, from the Report alone. */
function expected(given: Case): Said {
  const { report } = given;
  const { t } = given.localiser;
  const domains = report.domains.map(({ id, shown, coverage, distributions }) => {
    const counts = distributions.flatMap((distribution) => [
      ...distribution.counts.map(({ level, count }) => ({ sign: signOf(given, distribution.scale, level, ''), count })),
      { sign: t('report.sign.unknown'), count: distribution.unknown },
      { sign: t('report.sign.unanswered'), count: distribution.unanswered },
    ]);
    return [
      titleIn(given, id),
      {
        score: shown === null ? 'none' : String(shown),
        rated: ratedWords(given, coverage.answered, coverage.applicable),
        counts: counts.filter(({ count }) => count > 0).map(({ sign, count }) => `${sign}:${count}`),
      },
    ] as const;
  });
  const indicators = report.indicators.flatMap(({ id, scale, level, status }) =>
    status === 'out-of-scope' ? [] : [[id, signOf(given, scale, level, status)] as const],
  );
  return { domains: Object.fromEntries(domains), indicators: Object.fromEntries(indicators) };
}

function saidByCsv(given: Case, delimiter: ',' | ';'): Said {
  const csv = writeReportCsv(given.report, given.framework, given.localiser, { delimiter });
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter, skipEmptyLines: true });
  const { t } = given.localiser;
  const number = (text: string | undefined) => Number((text ?? '').replace(',', '.'));
  const domains = data
    .filter(({ kind }) => kind === 'domain')
    .map((row) => {
      const own = data.filter(({ id }) => id === row['id']);
      const distributions = own.filter(({ kind }) => kind === 'distribution');
      const counts = distributions.flatMap(({ scale, unknown, unanswered }) => [
        ...own
          .filter((one) => one['kind'] === 'level' && one['scale'] === scale)
          .map(({ level, count }) => ({ sign: signOf(given, scale ?? '', level ?? '', ''), count: number(count) })),
        { sign: t('report.sign.unknown'), count: number(unknown) },
        { sign: t('report.sign.unanswered'), count: number(unanswered) },
      ]);
      const said = {
        score: row['shown'] === '' ? 'none' : (row['shown'] ?? ''),
        rated: ratedWords(given, number(row['answered']), number(row['applicable'])),
        counts: counts.filter(({ count }) => count > 0).map(({ sign, count }) => `${sign}:${count}`),
      };
      const score = given.report.domains.find(({ id }) => id === row['id'])?.score ?? null;
      expect(row['score'] === '' ? null : number(row['score'])).toBe(score);
      return [given.localiser.text(row['title'] ?? ''), said] as const;
    });
  const indicators = data.flatMap(({ kind, id, scale, level, status }) =>
    kind !== 'indicator' || status === 'out-of-scope'
      ? []
      : [[id ?? '', signOf(given, scale ?? '', level === '' ? null : (level ?? null), status ?? '')] as const],
  );
  return { domains: Object.fromEntries(domains), indicators: Object.fromEntries(indicators) };
}

/** A sheet has one column for what is open on all scales, and no order of bars. */
function tidy({ domains, indicators }: Said): Said {
  const tidied = Object.entries(domains).map(([title, said]) => {
    const open = ['?', '–'].flatMap((sign) => {
      const sum = said.counts
        .filter((text) => text.startsWith(`${sign}:`))
        .reduce((all, text) => all + Number(text.slice(2)), 0);
      return sum === 0 ? [] : [`${sign}:${sum}`];
    });
    const levels = said.counts.filter((text) => !/^[?–]:/.test(text)).sort();
    return [title, { ...said, counts: [...levels, ...open] }] as const;
  });
  return { domains: Object.fromEntries(tidied), indicators };
}

async function saidByExcel(given: Case): Promise<Said> {
  const { report, framework, localiser } = given;
  const { t } = localiser;
  const sheets = await readWorkbook(Buffer.from(await writeReportXlsx(report, framework, localiser, options)));
  const rowsOf = (name: string) => {
    const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    return rows.map((row) => ({ row, at: (title: string) => row[head.indexOf(title)] ?? null }));
  };
  const scores = rowsOf(t('export.sheet.scores'));
  const domains = scores
    .filter(({ at }) => at(t('export.column.kind')) === t('export.kind.domain'))
    .map(({ row, at }) => {
      const node = report.domains.find(({ id }) => id === at(t('export.column.code')));
      expect(at(t('export.column.score'))).toBe(node?.score ?? null);
      // Cached values of the formulas: what protected view shows.
      expect(at(t('export.column.agrees')) ?? t('export.check.equal')).toBe(t('export.check.equal'));
      const first = 15;
      const levels = report.distributions.flatMap(({ scale, counts }) =>
        counts.map(({ level }) => signOf(given, scale, level, '')),
      );
      const signs = [...levels, t('report.sign.unknown'), t('report.sign.unanswered')];
      const counts = signs.flatMap((sign, index) => {
        const count = Number(row[first + index] ?? 0);
        return count > 0 ? [`${sign}:${count}`] : [];
      });
      const said = {
        score: at(t('export.column.shown')) === null ? 'none' : String(at(t('export.column.shown'))),
        rated: ratedWords(given, Number(at(t('export.column.answered'))), Number(at(t('export.column.applicable')))),
        counts,
      };
      return [String(at(t('export.column.title'))), said] as const;
    });
  const words: Readonly<Record<string, string>> = {
    [t('report.open.unknown')]: 'unknown',
    [t('report.notApplicable')]: 'not-applicable',
  };
  const indicators = rowsOf(t('export.sheet.answers')).flatMap(({ at }) => {
    const id = String(at(t('export.column.code')));
    const indicator = report.indicators.find((one) => one.id === id);
    const position = at(t('export.column.position'));
    const level = String(at(t('report.column.level')));
    if (indicator === undefined || level === t('report.outOfScope')) return [];
    const found = framework.structure.scales[indicator.scale]?.levels[Number(position) - 1]?.id;
    return [
      [id, signOf(given, indicator.scale, position === null ? null : (found ?? null), words[level] ?? '')] as const,
    ];
  });
  return { domains: Object.fromEntries(domains), indicators: Object.fromEntries(indicators) };
}

const isCount = (text: string) => /^\S{1,6}:\d+$/.test(text);

/** What rows of a table say: the figures of a domain, its bar, and the cells of the heat map. */
function saidByRows(given: Case, rows: readonly (readonly string[])[]): Said {
  const codes = new Set(given.report.indicators.map(({ id }) => id));
  const domains = given.report.domains.map(({ id }) => {
    const title = titleIn(given, id);
    const own = rows.filter(([first]) => first === title);
    const figures = own.find((cells) => cells.length === 6 && !cells.some(isCount));
    const bars = own.filter((cells) => cells.some(isCount));
    const seen = new Set<string>();
    // A bar stands in the summary and in the profile: once is enough, twice must be the same.
    const different = bars
      .map((cells) => cells.filter(isCount))
      .filter((counts) => {
        const key = counts.join(' ');
        return seen.has(key) ? false : seen.add(key) !== undefined;
      });
    return [title, { score: figure(figures?.[5] ?? ''), rated: figures?.[4] ?? '', counts: different.flat() }] as const;
  });
  const indicators = rows
    .flat()
    .map((cell) => cell.split('\n'))
    .flatMap(([code = '', sign, more]) =>
      codes.has(code) && sign !== undefined && more === undefined ? [[code, withoutMark(sign)] as const] : [],
    );
  return { domains: Object.fromEntries(domains), indicators: Object.fromEntries(indicators) };
}

function rowsOfDocument({ sections }: ReportDocument): string[][] {
  const ofBlock = (block: Block): string[][] => {
    switch (block.kind) {
      case 'table':
        return block.rows.flatMap((row) =>
          'cells' in row ? [row.cells.map((texts) => texts.map(plain).join('\n'))] : [],
        );
      case 'distribution':
        return block.bars.map(({ label, segments }) => [plain(label), ...segments.map((segment) => segment.label)]);
      case 'heat-map':
        return block.groups.map(({ cells }) => cells.map(({ code, sign }) => `${code}\n${sign}`));
      default:
        return [];
    }
  };
  return sections.flatMap(({ blocks }) => blocks.flatMap(ofBlock));
}

async function saidByWord(given: Case, document: ReportDocument): Promise<Said> {
  const parts = officeParts(await writeDocx(document, given.localiser));
  return saidByRows(given, tableRowsOf(parts.get('word/document.xml') ?? '', 'w'));
}

/** Slides give counts and levels, and no figure of 0-100. */
async function saidBySlides(given: Case): Promise<Pick<Said, 'indicators'> & { counts: Record<string, string[]> }> {
  const parts = officeParts(await writeReportPptx(given.report, given.framework, given.localiser, options));
  const slides = [...parts].flatMap(([name, xml]) => (/^ppt\/slides\/slide\d+\.xml$/.test(name) ? [xml] : []));
  const titles = new Set(given.report.domains.map(({ id }) => titleIn(given, id)));
  const counts: Record<string, string[]> = {};
  for (const slide of slides.filter((xml) =>
    paragraphsOf(xml, 'a').includes(given.localiser.t('report.section.profile')),
  )) {
    let title = '';
    for (const text of paragraphsOf(slide, 'a')) {
      if (titles.has(text)) title = text;
      else if (isCount(text) && title !== '') counts[title] = [...(counts[title] ?? []), text];
    }
  }
  const { indicators } = saidByRows(
    given,
    slides.flatMap((xml) => tableRowsOf(xml, 'a')),
  );
  return { indicators, counts };
}

const cases = listGoldenInputs().flatMap((name) => LANGUAGES.map((language) => ({ name, language })));

describe.each(cases)('every format of $name in $language', ({ name, language }) => {
  let given: Case;
  let document: ReportDocument;
  let wanted: Said;

  beforeAll(() => {
    const { report, framework } = readGolden(name);
    given = { report, framework, localiser: createLocaliser(findLanguage(language)!, readCatalogue(language)) };
    document = buildDocument(report, framework, given.localiser, options);
    wanted = expected(given);
  });

  it('has something to compare', () => {
    expect(Object.keys(wanted.domains).length).toBeGreaterThan(0);
    expect(Object.keys(wanted.indicators).length).toBeGreaterThan(0);
  });

  it('JSON', () => {
    const report = JSON.parse(JSON.stringify(given.report)) as Report;
    expect(expected({ ...given, report })).toEqual(wanted);
  });

  it('CSV with commas and with semicolons', () => {
    expect(saidByCsv(given, ',')).toEqual(wanted);
    expect(saidByCsv(given, ';')).toEqual(wanted);
  });

  it('Excel', async () => {
    expect(tidy(await saidByExcel(given))).toEqual(tidy(wanted));
  });

  it('the document that is printed', () => {
    expect(saidByRows(given, rowsOfDocument(document))).toEqual(wanted);
  });

  it('Word', async () => {
    expect(await saidByWord(given, document)).toEqual(wanted);
  });

  it('PowerPoint, without a score', async () => {
    const { indicators, counts } = await saidBySlides(given);
    expect(indicators).toEqual(wanted.indicators);
    const bars = Object.entries(wanted.domains).filter(([, said]) => said.counts.length > 0);
    expect(counts).toEqual(Object.fromEntries(bars.map(([title, said]) => [title, said.counts])));
  });
});
