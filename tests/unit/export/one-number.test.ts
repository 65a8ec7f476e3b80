import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '../../../src/cli/read-fonts.ts';
import { textsIn } from '../../../src/domain/framework/framework.ts';
import { buildDocument } from '../../../src/export/parts/build-document.ts';
import { writeReportCsv } from '../../../src/export/csv/write-report-csv.ts';
import type { Block, ReportDocument, Text } from '../../../src/export/document/document.ts';
import { writeDocx } from '../../../src/export/docx/write-docx.ts';
import { fontsFor } from '../../../src/export/pdf/font-faces.ts';
import { writePdf } from '../../../src/export/pdf/write-pdf.ts';
import { writeReportPptx } from '../../../src/export/pptx/write-report-pptx.ts';
import { writeReportXlsx } from '../../../src/export/xlsx/write-report-xlsx.ts';
import type { Report } from '../../../src/report/report.ts';
import { frameworkWords } from '../../../src/words/framework-words.ts';
import { LEVEL_MARK_SIGNS } from '../../../src/words/level-mark-words.ts';
import { officeParts, tableRowsOf, unescapeXml } from '../../fixtures/office-text.ts';
import { elementsBelow, readPdf, readStructure } from '../../fixtures/read-pdf.ts';
import type { Case, Said } from '../../fixtures/said-numbers.ts';
import {
  caseOf,
  cases,
  countsAlone,
  drawnCount,
  expected,
  isCount,
  OPTIONS,
  ratedWords,
  saidByRows,
  signOf,
  titleIn,
} from '../../fixtures/said-numbers.ts';

const plain = (text: Text): string =>
  typeof text === 'string' ? text : text.map((part) => ('text' in part ? part.text : '')).join('');
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
  const sheets = await readWorkbook(Buffer.from(await writeReportXlsx(report, framework, localiser, OPTIONS)));
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

/** The sign of each level, and of what is open, by its words. */
function signsByWords(given: Case): ReadonlyMap<string, string> {
  const { framework, localiser } = given;
  const words = frameworkWords(framework, textsIn(framework, localiser.language.code), localiser);
  return new Map([
    ...Object.entries(framework.structure.scales).flatMap(([scale, { levels }]) =>
      levels.map(({ id }) => [words.level(scale, id), signOf(given, scale, id, '')] as const),
    ),
    ...(['unknown', 'unanswered'] as const).map(
      (open) => [localiser.t(`report.open.${open}`), localiser.t(`report.sign.${open}`)] as const,
    ),
  ]);
}

function rowsOfDocument(given: Case, { sections }: ReportDocument): string[][] {
  const signs = signsByWords(given);
  const signed = (part: string) => {
    const [, words = '', count] = /^(.*\S)\s?: (\d+)$/.exec(part) ?? [];
    return count === undefined ? part : `${signs.get(words)}:${count}`;
  };
  const ofBlock = (block: Block): string[][] => {
    switch (block.kind) {
      case 'table':
        return block.rows.flatMap((row) =>
          'cells' in row ? [row.cells.map((texts) => texts.map(plain).join('\n'))] : [],
        );
      case 'distribution':
        return block.bars.map(({ label, alternative, segments }) => {
          const read = alternative.split(given.localiser.t('report.separator')).map(signed).filter(isCount);
          const drawn = segments.map((segment) => drawnCount(segment.label)).filter(isCount);
          // Above the bars stands what their looks mean.
          if (read.length > 0) expect(drawn).toEqual(read.map((one) => one.replace(/^.*:/, ':')));
          return [plain(label), ...read];
        });
      case 'heat-map':
        return block.groups.map(({ cells }) => cells.map(({ code, sign }) => `${code}\n${sign}`));
      default:
        return [];
    }
  };
  return sections.flatMap(({ blocks }) => blocks.flatMap(ofBlock));
}

async function saidByWord(given: Case, document: ReportDocument): Promise<Said> {
  const parts = officeParts(await writeDocx(document, given.localiser, OPTIONS.now));
  const notes = new Set(
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'distribution' ? block.bars.map(({ note }) => plain(note)) : [])),
    ),
  );
  const rows = tableRowsOf(parts.get('word/document.xml') ?? '', 'w');
  const isBar = (cells: readonly string[]) => cells.length !== 6 || /^\d+$/.test(cells[1] ?? '');
  return saidByRows(
    given,
    rows.map((cells) => (notes.has(cells.at(-1) ?? '') && isBar(cells) ? cells.map(drawnCount) : cells)),
  );
}

/** As it stands on paper: the fonts draw some spaces and hyphens by others of the same look. */
const onPaper = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ').replaceAll('\u2011', '-');

function paperWords({ domains, indicators }: Said): Said {
  const words = Object.entries(domains).map(
    ([title, { rated, ...said }]) => [onPaper(title), { ...said, rated: onPaper(rated) }] as const,
  );
  return { domains: Object.fromEntries(words), indicators };
}

/** From the structure of the file: rows of tables, figures with the signs drawn in them, and the names before bars. */
async function saidByPdf(given: Case, document: ReportDocument): Promise<Said> {
  const pdf = readPdf(await writePdf(document, readFonts(fontsFor(document))));
  const structure = readStructure(pdf);
  const tables = elementsBelow(structure, 'TR').map(({ children }) => children.map(({ text }) => onPaper(text)));
  const bars = elementsBelow(structure, 'Div').map(({ children }) =>
    children.flatMap(({ role, text, stretches }) => (role === 'Figure' ? stretches.map(drawnCount) : [onPaper(text)])),
  );
  // A mark in a font of its own is a stretch of its own.
  const isMark = (stretch: string) => Object.values(LEVEL_MARK_SIGNS).includes(stretch);
  const cells = elementsBelow(structure, 'Figure').map(({ stretches }) => [
    stretches.filter((stretch) => !isMark(stretch)).join('\n'),
  ]);
  const titles = new Map(given.report.domains.map(({ id }) => [onPaper(titleIn(given, id)), titleIn(given, id)]));
  const named = [...tables, ...bars, ...cells].map(([first = '', ...rest]) => [titles.get(first) ?? first, ...rest]);
  return saidByRows(given, named);
}

/** Slides give counts and levels, and no figure of 0-100: levels in tables, counts in charts. */
async function saidBySlides(given: Case): Promise<Pick<Said, 'indicators'> & { counts: Record<string, string[]> }> {
  const parts = officeParts(await writeReportPptx(given.report, given.framework, given.localiser, OPTIONS));
  const partsIn = (folder: RegExp) => [...parts].flatMap(([name, xml]) => (folder.test(name) ? [xml] : []));
  const { localiser, report } = given;
  const signs = new Map([
    ...signsByWords(given),
    ...(['unknown', 'unanswered'] as const).map((open) => {
      const sign = localiser.t(`report.sign.${open}`);
      return [`${sign} ${localiser.t(`report.open.${open}`)}`, sign] as const;
    }),
  ]);
  const titles = report.domains.map(({ id }) => titleIn(given, id));
  const counts: Record<string, string[]> = {};
  for (const chart of partsIn(/^ppt\/charts\/chart\d+\.xml$/)) {
    for (const [series] of chart.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)) {
      const read = (part: string) =>
        [
          ...(new RegExp(`<c:${part}>[\\s\\S]*?</c:${part}>`).exec(series)?.[0] ?? '').matchAll(/<c:v>([^<]*)<\/c:v>/g),
        ].map(([, text]) => unescapeXml(text ?? ''));
      const sign = signs.get(read('tx')[0] ?? '');
      const values = read('val');
      read('cat').forEach((label, index) => {
        const title = titles.find((one) => label.startsWith(`${one} (`));
        const value = values[index] ?? '0';
        if (title !== undefined && value !== '0') counts[title] = [...(counts[title] ?? []), `${sign}:${value}`];
      });
    }
  }
  const { indicators } = saidByRows(
    given,
    partsIn(/^ppt\/slides\/slide\d+\.xml$/).flatMap((xml) => tableRowsOf(xml, 'a')),
  );
  return { indicators, counts };
}

describe.each(cases)('every format of $name in $language', (one) => {
  let given: Case;
  let document: ReportDocument;
  let wanted: Said;

  beforeAll(() => {
    given = caseOf(one);
    document = buildDocument(given.report, given.framework, given.localiser, OPTIONS);
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
    expect(saidByRows(given, rowsOfDocument(given, document))).toEqual(wanted);
  });

  it('PDF', async () => {
    expect(paperWords(await saidByPdf(given, document))).toEqual(paperWords(countsAlone(wanted)));
  });

  it('Word', async () => {
    expect(await saidByWord(given, document)).toEqual(countsAlone(wanted));
  });

  it('PowerPoint, without a score', async () => {
    const { indicators, counts } = await saidBySlides(given);
    expect(indicators).toEqual(wanted.indicators);
    const bars = Object.entries(wanted.domains).filter(([, said]) => said.counts.length > 0);
    expect(counts).toEqual(Object.fromEntries(bars.map(([title, said]) => [title, said.counts])));
  });
});
