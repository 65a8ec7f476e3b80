import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import { standingWords } from '../parts/law-and-practice.ts';

/** A line of the reporting sheet: a sub-category with its answer, a domain or the whole with its result. All in words. */
export interface OfficialRow {
  readonly kind: 'sub-category' | 'domain' | 'indicator';
  /** As the official text writes it: `1.a`, `1`; nothing for the whole. */
  readonly code: string;
  readonly title: string;
  /** The answer, or the category that the result falls into. */
  readonly answer: string;
  /** Points of the answer, or the result from 0 to 100. */
  readonly value: string;
  /** Agreed, provisional, or of one institution; nothing for results. */
  readonly standing: string;
  /** What shows the answer, one a line. */
  readonly sources: readonly string[];
}

/** `1a` as the metadata writes it: `1.a`. */
const officialCode = (id: string): string => id.replace(/^(\d+)([a-z])$/, '$1.$2');

/** The documents behind an answer, by title, reference and date; that there are some, where they are kept from the public. */
export function sourcesOf(
  context: DocumentContext,
  { evidence, documented }: Pick<ReportIndicator, 'evidence' | 'documented'>,
): string[] {
  const { localiser, report, t } = context;
  const named = report.evidence
    .filter(({ id }) => evidence.includes(id))
    .map(({ title, reference, date }) => {
      const named = title === null || title.trim() === '' ? t('report.notGiven') : title;
      const facts = [named, reference, date === null ? null : localiser.date(date)];
      return localiser.text(localiser.row(facts.filter((fact) => fact !== null).filter((fact) => fact.trim() !== '')));
    });
  return named.length === 0 && documented ? [t('report.indicator.notPublic')] : named;
}

/** How an answer came about, in a word; nothing without one. */
export const standingOfAnswer = ({ t }: DocumentContext, { standing }: Pick<ReportIndicator, 'standing'>): string =>
  standing === null ? '' : t(`export.standing.${standing}`);

function answerRow(context: DocumentContext, indicator: ReportIndicator): OfficialRow {
  const { id, scale, level } = indicator;
  return {
    kind: 'sub-category',
    code: officialCode(id),
    title: context.quote(context.indicatorTitle(id)).text,
    answer: level === null ? standingWords(context, id) : context.levelSign(scale, level).name,
    value: level === null ? '' : context.levelSign(scale, level).symbol,
    standing: standingOfAnswer(context, indicator),
    sources: sourcesOf(context, indicator),
  };
}

/** The thirty answers in the official order, each domain's result after its five, and that of the indicator at the end. */
export function officialRows(context: DocumentContext): OfficialRow[] {
  const { report, number, t } = context;
  const result = (
    kind: OfficialRow['kind'],
    code: string,
    title: string,
    node: Pick<(typeof report.domains)[number], 'shown' | 'shownBand'> | null,
  ): OfficialRow => ({
    kind,
    code,
    title,
    answer:
      node === null || node.shown === null
        ? ''
        : node.shownBand === null
          ? t('report.node.bandLater')
          : context.bandName(node.shownBand),
    value: node === null || node.shown === null ? '' : number(node.shown),
    standing: '',
    sources: [],
  });
  return [
    ...report.domains.flatMap((domain, place) => [
      ...report.indicators
        .filter((one) => one.domain === domain.id && one.status !== 'out-of-scope')
        .map((one) => answerRow(context, one)),
      result('domain', String(place + 1), context.domainTitle(domain.id), domain),
    ]),
    result('indicator', '', t('letters.official.whole'), report.overall),
  ];
}
