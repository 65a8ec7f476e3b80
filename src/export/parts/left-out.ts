import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import { aroundWritten } from './written-paragraphs.ts';
import type { Block, Run, Text } from '../document/document.ts';

/** What carries no level and why: not applicable with the reason, don't know, unanswered, out of this round. */
export function leftOutBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const reasonOf = ({ answer }: ReportIndicator): Run[] => {
    const reason = answer?.state === 'not-applicable' ? answer.reason.trim() : '';
    return aroundWritten(context, 'report.reason', 'reason', reason === '' ? t('report.noReason') : reason);
  };
  const lists = [
    {
      status: 'not-applicable',
      heading: t('report.leftOut.notApplicable'),
      none: t('report.leftOut.noneNotApplicable'),
    },
    { status: 'unknown', heading: t('report.leftOut.unknown'), none: t('report.leftOut.noneUnknown') },
    { status: 'unanswered', heading: t('report.leftOut.unanswered'), none: t('report.leftOut.noneUnanswered') },
    { status: 'out-of-scope', heading: t('report.leftOut.outOfScope'), none: t('report.leftOut.noneOutOfScope') },
  ] as const;
  const isLeftOut = ({ status }: ReportIndicator) => lists.some((list) => list.status === status);
  if (!report.indicators.some(isLeftOut)) return [];
  return lists.flatMap(({ status, heading, none }): Block[] => {
    const own = report.indicators.filter((indicator) => indicator.status === status);
    const items = own.map((indicator): Text => [
      ...codeAndTitle(context, indicator.id),
      ...(status === 'not-applicable' ? reasonOf(indicator) : []),
    ]);
    return [
      { kind: 'heading', level: 2, text: t('report.leftOut.count', { heading, count: own.length }) },
      items.length === 0 ? { kind: 'paragraph', role: 'body', text: none } : { kind: 'list', items },
    ];
  });
}
