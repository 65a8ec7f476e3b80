import type { Framework } from '../domain/framework/framework.ts';
import { MEDIA_TYPES } from '../domain/media-types.ts';
import type { Localiser } from '../i18n/localiser.ts';
import type { Report } from '../report/report.ts';
import type { LetterInput } from './letters/letter-context.ts';
import type { PaperId } from './letters/paper-ids.ts';
import { OFFICE_FACE, PRINTED_FACE } from './document/text-face.ts';
import { buildDocument } from './parts/build-document.ts';
import type { DocumentOptions } from './parts/document-context.ts';
import type { makePdf } from './pdf/make-pdf.ts';

/** What a file of the report is made of. */
export interface ReportSource {
  /** In the edition that is wanted. */
  readonly report: Report;
  readonly framework: Framework;
  readonly localiser: Localiser;
  readonly options: DocumentOptions;
}

/** How a PDF is made here (without it, as a browser does), how far it is, and what stops it. */
export interface Making {
  readonly makePdf?: typeof makePdf;
  /** How much is done, 0 to 1. */
  readonly onprogress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** Characters that no font holds. */
  readonly missing: readonly string[];
}

interface Format {
  /** Of a file name, without the dot. */
  readonly extension: keyof typeof MEDIA_TYPES;
  readonly mediaType: string;
  /** A terminal can show it; the others need a file. */
  readonly isText: boolean;
  readonly write: (source: ReportSource, making?: Making) => Promise<WrittenFile>;
}

function format(
  extension: Format['extension'],
  write: (source: ReportSource, making: Making) => Promise<Uint8Array | WrittenFile>,
): Format {
  return {
    extension,
    mediaType: MEDIA_TYPES[extension],
    isText: false,
    async write(source, making = {}) {
      const written = await write(source, making);
      return ArrayBuffer.isView(written) ? { bytes: written, missing: [] } : written;
    },
  };
}

function textFormat(extension: Format['extension'], write: (source: ReportSource) => Promise<string>): Format {
  const encoder = new TextEncoder();
  return { ...format(extension, async (source) => encoder.encode(await write(source))), isText: true };
}

const documentOf = ({ report, framework, localiser, options }: ReportSource) =>
  buildDocument(report, framework, localiser, options);

const csv = (delimiter: ',' | ';') =>
  textFormat('csv', async ({ report, framework, localiser }) => {
    const { writeReportCsv } = await import('./csv/write-report-csv.ts');
    return writeReportCsv(report, framework, localiser, { delimiter });
  });

/**
 * The formats of the report, in the order in which they are offered, for app and commands alike. What writes one is loaded
 * when it is asked for. docs/file-formats.md section 8.
 */
export const REPORT_FORMATS = {
  pdf: format('pdf', async (source, { makePdf, ...options }) => {
    const make = makePdf ?? (await import('./pdf/make-pdf.ts')).makePdf;
    const printed = { ...source, options: { ...source.options, face: PRINTED_FACE } };
    return make(documentOf(printed), source.options.now, options);
  }),
  docx: format('docx', async (source) => {
    const { writeDocx } = await import('./docx/write-docx.ts');
    const set = { ...source, options: { ...source.options, face: OFFICE_FACE } };
    return writeDocx(documentOf(set), source.localiser, source.options.now);
  }),
  pptx: format('pptx', async ({ report, framework, localiser, options }) => {
    const { writeReportPptx } = await import('./pptx/write-report-pptx.ts');
    return writeReportPptx(report, framework, localiser, options);
  }),
  xlsx: format('xlsx', async ({ report, framework, localiser, options }) => {
    const { writeReportXlsx } = await import('./xlsx/write-report-xlsx.ts');
    return writeReportXlsx(report, framework, localiser, options);
  }),
  csv: csv(','),
  'csv-semicolon': csv(';'),
  json: textFormat('json', ({ report }) => Promise.resolve(`${JSON.stringify(report, null, 2)}\n`)),
} as const satisfies Readonly<Record<string, Format>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
/** In the order of the table. */
export const REPORT_FORMAT_IDS = Object.keys(REPORT_FORMATS) as ReportFormat[];

/** That of the papers of the round. */
export const PAPER_FORMAT: ReportFormat = 'docx';

/** The formats of a paper: a table for those who fill in a form elsewhere, beside Word. */
export function paperFormats(paper: PaperId): ReportFormat[] {
  return paper === 'official-sheet' ? [PAPER_FORMAT, 'csv'] : [PAPER_FORMAT];
}

/** A paper of the round, as Word unless another of its formats is named. `input.report` is the internal edition. */
export async function writePaper(
  paper: PaperId,
  input: LetterInput,
  format: ReportFormat = PAPER_FORMAT,
): Promise<Uint8Array> {
  if (format === 'csv') {
    const [{ writeOfficialCsv }, { makeLetterContext }] = await Promise.all([
      import('./letters/official-sheet.ts'),
      import('./letters/letter-context.ts'),
    ]);
    return new TextEncoder().encode(writeOfficialCsv(makeLetterContext(input)));
  }
  const [{ buildPaper }, { writeDocx }] = await Promise.all([
    import('./letters/build-paper.ts'),
    import('./docx/write-docx.ts'),
  ]);
  return writeDocx(buildPaper(paper, input), input.localiser, input.now);
}
