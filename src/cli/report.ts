import type { Framework } from '../domain/framework/framework.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { buildDocument } from '../export/build-document.ts';
import type { DocumentOptions } from '../export/document-context.ts';
import type { Assignments } from '../export/letters/assignments.ts';
import type { PaperId } from '../export/letters/build-paper.ts';
import { buildPaper, PAPER_IDS } from '../export/letters/build-paper.ts';
import { REPORT_PRESETS } from '../export/report-presets.ts';
import type { Localiser } from '../i18n/localiser.ts';
import { buildReport, robustnessOf } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import { runIfStarted } from './command-io.ts';
import { problemMessage } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { INPUT_OPTIONS, readInput } from './read-input.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';
import { readToolVersion } from './tool-version.ts';
import { checkOutput, writeOutput } from './write-output.ts';

interface WriterInput {
  readonly report: Report;
  readonly framework: Framework;
  readonly localiser: Localiser;
  readonly options: DocumentOptions;
  /** Of a CSV: `;` writes decimal commas. */
  readonly delimiter: ',' | ';';
  /** Who answers what, for the papers of the round. */
  readonly assignments: Assignments;
}

type Writer = (input: WriterInput) => string | Uint8Array | Promise<string | Uint8Array>;

const documentOf = ({ report, framework, localiser, options }: WriterInput) =>
  buildDocument(report, framework, localiser, options);

/** Each is loaded when it is asked for. */
const WRITERS: Readonly<Record<string, Writer>> = {
  json: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
  pdf: async (input) => (await import('./write-report-pdf.ts')).writeReportPdf(documentOf(input), input.options.now),
  docx: async (input) => (await import('../export/docx/write-docx.ts')).writeDocx(documentOf(input), input.localiser),
  xlsx: async ({ report, framework, localiser, options }) =>
    (await import('../export/xlsx/write-report-xlsx.ts')).writeReportXlsx(report, framework, localiser, options),
  pptx: async ({ report, framework, localiser, options }) =>
    (await import('../export/pptx/write-report-pptx.ts')).writeReportPptx(report, framework, localiser, options),
  csv: async ({ report, framework, localiser, delimiter }) =>
    (await import('../export/csv/write-report-csv.ts')).writeReportCsv(report, framework, localiser, { delimiter }),
};
/** A paper of the round instead of the report: a Word file. */
const paperWriter =
  (paper: PaperId): Writer =>
  async ({ options: { now, toolVersion }, ...input }) =>
    (await import('../export/docx/write-docx.ts')).writeDocx(
      buildPaper(paper, { ...input, now, toolVersion }),
      input.localiser,
    );

const DEFAULT_FORMAT = 'json';
const PAPER_FORMAT = 'docx';
/** What a terminal can show; the others need a file. */
const TEXT_FORMATS = ['json', 'csv'];

function findPaper(paper: string | undefined): PaperId | undefined {
  return PAPER_IDS.find((id) => id === paper);
}

/** Codes: `command.unknownPaper` (paper, known), `command.unknownFormat` (format, available), `command.missingOut`. */
function checkFormat(format: string, out: string | undefined, paper: string | undefined): Problem | null {
  if (paper !== undefined && findPaper(paper) === undefined) {
    return problem('command.unknownPaper', '', [], { paper, known: PAPER_IDS.join(', ') });
  }
  const formats = paper === undefined ? Object.keys(WRITERS) : [PAPER_FORMAT];
  if (!formats.includes(format)) {
    const available = formats.join(', ');
    return problem('command.unknownFormat', '', [], { format, available });
  }
  return out === undefined && !TEXT_FORMATS.includes(format) ? problem('command.missingOut', '', []) : null;
}

/** `,` unless `;` is asked for. Code: `command.unknownDelimiter` (delimiter). */
function checkDelimiter(delimiter: string): Problem | null {
  return [',', ';'].includes(delimiter) ? null : problem('command.unknownDelimiter', '', [], { delimiter });
}

async function runReport(args: Arguments, context: CommandContext): Promise<0 | 1> {
  const { values } = args;
  const paper = values.get('paper');
  const format = values.get('format') ?? (paper === undefined ? DEFAULT_FORMAT : PAPER_FORMAT);
  const out = values.get('out');
  const delimiter = values.get('delimiter') ?? ',';
  const input = await readInput(args);
  const found = [
    checkFormat(format, out, paper),
    checkDelimiter(delimiter),
    out === undefined ? null : checkOutput(out),
  ];
  const problems = found.filter((one) => one !== null);
  const wanted = findPaper(paper);
  const write = wanted === undefined ? WRITERS[format] : paperWriter(wanted);
  if (!input.ok || write === undefined || problems.length + context.pending.length > 0) {
    return refuse(context, [...problems, ...(input.ok ? [] : input.problems)]);
  }
  const content = await write({
    report: buildReport({ ...input.value, robustness: robustnessOf(input.value) }),
    framework: input.value.framework,
    localiser: context.localiser,
    assignments: input.value.state.assignments,
    delimiter: delimiter === ';' ? ';' : ',',
    options: {
      sections: new Set(REPORT_PRESETS.full),
      now: new Date().toISOString(),
      toolVersion: readToolVersion(),
    },
  });
  const failed = out === undefined ? null : writeOutput(out, content);
  if (failed !== null) return refuse(context, [failed]);
  if (input.advice.length > 0) context.io.err(problemMessage(context.localiser, input.advice));
  if (out === undefined) context.io.out(String(content));
  return 0;
}

/** The report of an answer sheet or an assessment file, without a screen: to a file, or as text on the output. */
export const run = commandLine({
  usage: 'commands.report.usage',
  options: { ...INPUT_OPTIONS, format: 'value', out: 'value', delimiter: 'value', paper: 'value' },
  takesFiles: false,
  run: runReport,
});

await runIfStarted(import.meta.url, run);
