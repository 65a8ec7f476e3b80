import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCrosswalks } from '../../../src/cli/read-crosswalks.ts';
import { makeSample } from '../../../src/content/make-sample.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { newestEntryId } from '../../../src/domain/plan/changes-since.ts';
import { problem } from '../../../src/domain/problem.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { makeAnswerWorkbook } from '../../../src/domain/workbook/make-answer-workbook.ts';
import { SECTION_IDS } from '../../../src/export/document/document.ts';
import { buildDocument } from '../../../src/export/parts/build-document.ts';
import { optionsOf, PRESET_IDS } from '../../../src/export/parts/report-presets.ts';
import { paperFormats, REPORT_FORMATS, writePaper } from '../../../src/export/formats.ts';
import { PAPER_IDS } from '../../../src/export/letters/paper-ids.ts';
import { standingOf } from '../../../src/export/letters/standing.ts';
import { writeAnswerWorkbook } from '../../../src/export/xlsx/write-answer-workbook.ts';
import { writeFrameworkTemplate } from '../../../src/export/xlsx/write-framework-template.ts';
import { writeOpenCells } from '../../../src/export/xlsx/write-open-cells.ts';
import { writePlanXlsx } from '../../../src/export/xlsx/write-plan-xlsx.ts';
import { textsIn } from '../../../src/domain/framework/framework.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { unescapeXml } from '../../fixtures/office-text.ts';
import { foreignRuns, runsByLanguage, stringsIn } from '../../fixtures/words-of-language.ts';
import { readFramework } from '../state/read-main-framework.ts';
import { fakeSurroundings } from '../state/fake-store.ts';
import { localiserOf } from '../ui/render-with-language.ts';

const CODES = LANGUAGES.map(({ code }) => code as string);
const IDENTITY = { id: 'meridia', round: '2026', parent: null };
const NOW = '2026-11-21T09:30:00.000Z';
const PATIENCE_MS = 180_000;
/** What is asked about in sheets that came back, without what stood there. */
const OPEN_CODES = ['intake.columnMissing', 'intake.sheetLeftOut', 'workbook.codeMissing', 'workbook.titleMissing'];

/** Paragraphs and cells of an office file, or lines of a table. */
function linesOf(bytes: Uint8Array): string[] {
  if (bytes[0] !== 0x50) return new TextDecoder().decode(bytes).split(/[\n,;]/);
  const files = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') && !name.startsWith('docProps/app') });
  return Object.values(files).flatMap((part) =>
    strFromU8(part)
      .replaceAll(/<\/(?:w:p|a:p|si|is|c)>/g, '\n')
      // What is read out.
      .replaceAll(/<[^>]*\b(?:descr|title)="([^"]*)"[^>]*>/g, '\n$1\n')
      .replaceAll(/<[^>]+>/g, '')
      .split('\n')
      .map(unescapeXml),
  );
}

describe('the search for words of another language', () => {
  const known = runsByLanguage(CODES);

  it('finds a text, or a part of one, of each other language and none of its own', () => {
    for (const language of CODES) {
      const own = localiserOf(language).t('accessibility.lead');
      expect(foreignRuns([own], language, known)).toEqual([]);
      for (const other of CODES.filter((code) => code !== language)) {
        expect(foreignRuns([`Meridia: ${own.slice(20, 80)}`], other, known)).toContainEqual(
          expect.stringMatching(`^${language}: `),
        );
      }
    }
  });
});

describe.each(CODES)('what leaves in %s', (language) => {
  let known: ReadonlyMap<string, ReadonlySet<string>>;
  let framework: Framework;
  let entries: Entry[];

  beforeAll(async () => {
    known = runsByLanguage(CODES);
    framework = readFramework();
    entries = await makeSample({ identity: IDENTITY, framework, language, surroundings: fakeSurroundings() });
  }, PATIENCE_MS);

  function source() {
    const state = readAssessment(fold(entries), framework);
    const report = buildReport({ framework, state, identity: IDENTITY });
    const crosswalks = readCrosswalks(framework);
    const options = { sections: new Set(SECTION_IDS), now: NOW, toolVersion: '0.1.0', crosswalks };
    return { state, report, framework, localiser: localiserOf(language), options };
  }

  it.each(['docx', 'pptx', 'xlsx', 'csv'] as const)(
    'says nothing in another language: the report as %s',
    async (format) => {
      const { bytes } = await REPORT_FORMATS[format].write(source());
      expect(foreignRuns(linesOf(bytes), language, known)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each(PAPER_IDS)(
    'says nothing in another language: the paper %s',
    async (paper) => {
      const { state, report, localiser, options } = source();
      const input = {
        ...{ report, framework, localiser, assignments: state.assignments, crosswalks: options.crosswalks },
        ...{ standing: standingOf(report, state, entries.length), now: NOW, toolVersion: '0.1.0' },
      };
      const files = await Promise.all(paperFormats(paper).map((format) => writePaper(paper, input, format)));
      expect(foreignRuns(files.flatMap(linesOf), language, known)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('says nothing in another language: the document that the preview and the PDF are made of', () => {
    const { report, localiser, options } = source();
    const lines = PRESET_IDS.flatMap((preset) =>
      stringsIn(buildDocument(report, framework, localiser, { ...options, ...optionsOf(preset) })),
    );
    expect(foreignRuns(lines, language, known)).toEqual([]);
  });

  it('says nothing in another language: the template of a framework, and the list of what is to be put right', async () => {
    const localiser = localiserOf(language);
    const open = OPEN_CODES.map((code) => ({
      ...{ id: code, options: [], entry: null },
      problem: problem(code, '', ['x']),
    }));
    const files = [await writeFrameworkTemplate(framework, localiser), await writeOpenCells(open, '', localiser)];
    expect(foreignRuns(files.flatMap(linesOf), language, known)).toEqual([]);
  });

  it(
    'says nothing in another language: the workbook of an institution and the plan',
    async () => {
      const { state, report, localiser } = source();
      const wanted = { assessment: IDENTITY.id, institution: 'labour', mark: entries.at(-1)!.id, withDraft: true };
      const workbook = makeAnswerWorkbook(state, fold(entries), framework, wanted);
      const files = [
        await writeAnswerWorkbook(workbook, state, framework, localiser),
        await writePlanXlsx(report, textsIn(framework, language), localiser, newestEntryId(entries)),
      ];
      expect(foreignRuns(files.flatMap(linesOf), language, known)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
