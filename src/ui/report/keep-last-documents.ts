import type { ReportDocument } from '../../export/document/document.ts';
import type { DocumentOptions } from '../../export/parts/document-context.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { localDay } from '../../i18n/local-day.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';

type Build = (report: Report, framework: Framework, localiser: Localiser, options: DocumentOptions) => ReportDocument;

/** The report, and the page for the minister on the home. */
const KEPT = 2;

/** A document says the day on which it was made, and has its parts in an order of its own. */
function compared({ now, sections, ...others }: DocumentOptions): unknown[] {
  return [localDay(Date.parse(now)), [...sections].sort().join(' '), ...Object.entries(others).flat()];
}

const areSame = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((member, index) => member === other[index]);

/** Builds documents, and gives one of the last again while nothing changed that it is made from: people come back to a report. */
export function keepLastDocuments(build: Build): Build {
  let kept: { readonly from: readonly unknown[]; readonly document: ReportDocument }[] = [];
  return (report, framework, localiser, options) => {
    const from = [report, framework, localiser, ...compared(options)];
    const known = kept.find((one) => areSame(one.from, from));
    const { document } = known ?? { document: build(report, framework, localiser, options) };
    kept = [{ from, document }, ...kept.filter((one) => one !== known)].slice(0, KEPT);
    return document;
  };
}
