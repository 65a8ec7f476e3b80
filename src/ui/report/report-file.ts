import type { AssessmentState } from '../../domain/registers/assessment-state.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import type { DocumentOptions, ReportDocument } from './document-types.ts';

export const REPORT_FORMATS = ['docx', 'pptx', 'xlsx', 'csv', 'csv-semicolon', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Papers for the round, in the order in which they are wanted. */
export const PAPERS = [
  'circular',
  'assignment-annex',
  'assignment-sheets',
  'questionnaire',
  'agenda',
  'attendance',
  'evaluation',
  'minutes',
  'transmission',
  'hand-over',
] as const satisfies readonly import('../../export/letters/build-paper.ts').PaperId[];
export type Standing = import('../../export/letters/standing.ts').LetterStanding;
export type PaperName = (typeof PAPERS)[number];

/** What a file is made of: the report as it is shown now, in its language and edition. */
export interface FileSource {
  readonly report: Report;
  /** The internal edition, from which papers of the round are written. */
  readonly whole: Report;
  readonly framework: Framework;
  readonly localiser: Localiser;
  readonly options: DocumentOptions;
  /** The parts that were chosen, laid out in words. */
  readonly document: ReportDocument;
  readonly assignments: AssessmentState['assignments'];
  /** Where the round stands, for the hand-over note. */
  readonly standing?: Standing;
}

export interface FileKind {
  readonly extension: string;
  readonly mediaType: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const PAPER_KIND: FileKind = { extension: 'docx', mediaType: `${OFFICE}.wordprocessingml.document` };
const CSV: FileKind = { extension: 'csv', mediaType: 'text/csv' };
/** What a place is asked for with, before the file is made. */
export const REPORT_KINDS: Readonly<Record<ReportFormat, FileKind>> = {
  docx: PAPER_KIND,
  pptx: { extension: 'pptx', mediaType: `${OFFICE}.presentationml.presentation` },
  xlsx: { extension: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet` },
  csv: CSV,
  'csv-semicolon': CSV,
  json: { extension: 'json', mediaType: 'application/json' },
};
const encode = (text: string) => new TextEncoder().encode(text);

/** Makes a file of the report; what writes it is loaded when it is first wanted. */
export async function makeReportFile(format: ReportFormat, source: FileSource): Promise<Uint8Array> {
  const { report, framework, localiser, options, document } = source;
  switch (format) {
    case 'docx': {
      const { writeDocx } = await import('../../export/docx/write-docx.ts');
      return writeDocx(document, localiser);
    }
    case 'pptx': {
      const { writeReportPptx } = await import('../../export/pptx/write-report-pptx.ts');
      return writeReportPptx(report, framework, localiser, options);
    }
    case 'xlsx': {
      const { writeReportXlsx } = await import('../../export/xlsx/write-report-xlsx.ts');
      return writeReportXlsx(report, framework, localiser, options);
    }
    case 'csv':
    case 'csv-semicolon': {
      const { writeReportCsv } = await import('../../export/csv/write-report-csv.ts');
      const csv = writeReportCsv(report, framework, localiser, { delimiter: format === 'csv' ? ',' : ';' });
      return encode(csv);
    }
    case 'json':
      return encode(`${JSON.stringify(report, null, 2)}\n`);
  }
}

/** Makes a paper of the round as a Word file. */
export async function makePaperFile(paper: PaperName, source: FileSource): Promise<Uint8Array> {
  const { whole, framework, localiser, options, assignments, standing } = source;
  const { buildPaper } = await import('../../export/letters/build-paper.ts');
  const { writeDocx } = await import('../../export/docx/write-docx.ts');
  const { now, toolVersion } = options;
  const document = buildPaper(paper, {
    report: whole,
    framework,
    localiser,
    assignments,
    now,
    toolVersion,
    ...(standing === undefined ? {} : { standing }),
  });
  return writeDocx(document, localiser);
}
