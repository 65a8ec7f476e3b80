import type { Framework } from '../domain/framework/framework.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { buildDocument } from '../export/parts/build-document.ts';
import type { DocumentOptions } from '../export/parts/document-context.ts';
import type { Assignments } from '../export/letters/assignments.ts';
import type { PaperId } from '../export/letters/build-paper.ts';
import { buildPaper } from '../export/letters/build-paper.ts';
import type { Localiser } from '../i18n/localiser.ts';
import type { Report } from '../report/report.ts';

export interface WriterInput {
  /** In the edition that is wanted. */
  readonly report: Report;
  /** The internal edition, from which papers of the round are written. */
  readonly whole: Report;
  readonly framework: Framework;
  readonly localiser: Localiser;
  readonly options: DocumentOptions;
  /** Of a CSV: `;` writes decimal commas. */
  readonly delimiter: ',' | ';';
  /** Who answers what, for the papers of the round. */
  readonly assignments: Assignments;
}

export interface Written {
  readonly content: string | Uint8Array;
  readonly advice: readonly Problem[];
}

export type Writer = (input: WriterInput) => Promise<Written>;

const written = (content: string | Uint8Array): Written => ({ content, advice: [] });

const documentOf = ({ report, framework, localiser, options }: WriterInput) =>
  buildDocument(report, framework, localiser, options);

/** Each is loaded when it is asked for. Advice of the PDF: `command.missingCharacters` (characters). */
export const WRITERS: Readonly<Record<string, Writer>> = {
  json: ({ report }) => Promise.resolve(written(`${JSON.stringify(report, null, 2)}\n`)),
  async pdf(input) {
    const { writeReportPdf } = await import('./write-report-pdf.ts');
    const { bytes, missing } = await writeReportPdf(documentOf(input), input.options.now);
    const characters = missing.join(' ');
    const advice = missing.length === 0 ? [] : [problem('command.missingCharacters', '', [], { characters }, 'advice')];
    return { content: bytes, advice };
  },
  docx: async (input) =>
    written(await (await import('../export/docx/write-docx.ts')).writeDocx(documentOf(input), input.localiser)),
  async xlsx({ report, framework, localiser, options }) {
    const { writeReportXlsx } = await import('../export/xlsx/write-report-xlsx.ts');
    return written(await writeReportXlsx(report, framework, localiser, options));
  },
  async pptx({ report, framework, localiser, options }) {
    const { writeReportPptx } = await import('../export/pptx/write-report-pptx.ts');
    return written(await writeReportPptx(report, framework, localiser, options));
  },
  async csv({ report, framework, localiser, delimiter }) {
    const { writeReportCsv } = await import('../export/csv/write-report-csv.ts');
    return written(writeReportCsv(report, framework, localiser, { delimiter }));
  },
};

/** A paper of the round instead of the report: a Word file. */
export function paperWriter(paper: PaperId): Writer {
  return async ({ whole, framework, localiser, assignments, options: { now, toolVersion } }) => {
    const { writeDocx } = await import('../export/docx/write-docx.ts');
    const document = buildPaper(paper, { report: whole, framework, localiser, assignments, now, toolVersion });
    return written(await writeDocx(document, localiser));
  };
}
