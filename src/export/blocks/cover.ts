import type { DocumentContext } from '../document-context.ts';
import type { Block } from '../document.ts';

const HASH_SHOWN = 12;

/** Status as it stands on the face and on every page: DRAFT, UNDER REVIEW, VALIDATED. */
export function statusWords({ t, report }: DocumentContext): string {
  return t(`report.status.${report.status}`);
}

/** Title of the assessed thing: what a person called the round, else the framework's title. */
export function reportTitle({ texts, localiser }: DocumentContext): string {
  return localiser.text(texts.title);
}

/** Who, what, which round, until when, and what it is not. Blueprint of the face: docs/methodology.md section 8. */
export function coverBlocks(context: DocumentContext): Block[] {
  const { report, localiser, options, t } = context;
  const { round, framework, engine } = report;
  const write = (text: string | null) => (text === null || text.trim() === '' ? null : localiser.text(text));
  const review =
    framework.review[localiser.language.code] ?? framework.review[context.framework.structure.sourceLanguage];
  return [
    {
      kind: 'cover',
      country: write(round.country),
      institution: write(round.lead),
      title: reportTitle(context),
      round: write(round.title),
      date:
        round.closingDate === null ? null : t('report.cover.closingDate', { date: localiser.date(round.closingDate) }),
      status: statusWords(context),
      marking: write(round.marking),
      fictional: round.fictional ? t('report.fictional.notice') : null,
      facts: [
        {
          label: t('report.cover.framework'),
          values: [
            [
              { text: `${reportTitle(context)}, ${t('report.version', { version: framework.version })} (` },
              { text: framework.id, code: true },
              { text: `), ${t('report.cover.hash')} ` },
              { text: framework.hash.slice(0, HASH_SHOWN), code: true },
            ],
            t(`report.review.${review ?? 'none'}`),
          ],
        },
        {
          label: t('report.cover.engine'),
          values: [t('report.cover.engineVersion', { engine, tool: options.toolVersion })],
        },
        { label: t('report.cover.made'), values: [localiser.date(options.now.slice(0, 10))] },
      ],
      notices: [t('report.notice.selfAssessment'), t('report.notice.notProduct')],
    },
  ];
}
