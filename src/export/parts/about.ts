import type { DocumentContext } from './document-context.ts';
import { nameList } from '../document/code-list.ts';
import type { Block, KeyValue, Text } from '../document/document.ts';
import { reportHash } from '../../report/report-hash.ts';
import { contentsBlock } from './contents.ts';
import { signatureBlocks, validationRows } from './validation.ts';

/** Of the hash: enough to tell two prints apart. */
const CONTENT_NUMBER_CHARACTERS = 12;

/** "84 of 90 applicable indicators rated, 71 documented ..." in whole words. */
export function coverageWords({ t, report, number, localiser }: DocumentContext): string {
  const { total, applicable, answered, documented, unknown, unanswered, notApplicable, outOfScope } = report.coverage;
  if (total === 0) return t('report.coverage.nothing');
  if (applicable === 0) return t('report.coverage.allNotApplicable', { count: notApplicable });
  const parts = [
    t('report.coverage.rated', { answered, applicable: number(applicable) }),
    t('report.coverage.documented', { count: documented }),
    ...(unknown > 0 ? [t('report.coverage.unknown', { count: unknown })] : []),
    ...(unanswered > 0 ? [t('report.coverage.unanswered', { count: unanswered })] : []),
    ...(notApplicable > 0 ? [t('report.coverage.notApplicable', { count: notApplicable })] : []),
    ...(outOfScope > 0 ? [t('report.coverage.outOfScope', { count: outOfScope })] : []),
  ];
  const words = parts.join(t('report.separator'));
  return `${words.charAt(0).toLocaleUpperCase(localiser.language.locale)}${words.slice(1)}.`;
}

/** Who made the assessment, when, on what, and room to sign; before them the contents, where no cover has them. */
export function aboutBlocks(context: DocumentContext): Block[] {
  const { report, localiser, t } = context;
  const { round } = report;
  const written = (text: string | null): Text[] => [
    text === null || text.trim() === '' ? t('report.notGiven') : localiser.text(text),
  ];
  const endorsements = report.institutions.flatMap(({ id, endorsement }): Text[] => {
    if (endorsement === null) return [];
    const { prepared } = endorsement;
    const said = [...(prepared === undefined ? [] : [{ ...prepared, state: 'prepared' as const }]), endorsement];
    return said.map((one) =>
      t(`report.about.${one.state}`, {
        institution: context.institutionName(id),
        function: localiser.text(one.function),
        date: localiser.date(one.date),
      }),
    );
  });
  const { publication } = round;
  const institutions = report.institutions.map(({ id }) => context.institutionName(id));
  const contexts = round.contexts.map((one) => t(`report.context.${one}`));
  const rows: KeyValue[] = [
    { label: t('report.about.country'), values: written(round.country) },
    { label: t('report.about.lead'), values: written(round.lead) },
    { label: t('report.about.sponsor'), values: written(round.sponsor) },
    { label: t('report.about.purpose'), values: written(round.purpose) },
    { label: t('report.about.round'), values: written(round.title) },
    {
      label: t('report.about.closingDate'),
      values: [round.closingDate === null ? t('report.notGiven') : localiser.date(round.closingDate)],
    },
    {
      label: t('report.about.contexts'),
      values: [contexts.length === 0 ? t('report.notGiven') : localiser.list(contexts)],
    },
    ...(institutions.length === 1
      ? []
      : [
          {
            label: t('report.about.institutions'),
            values: [institutions.length === 0 ? t('report.notGiven') : nameList(institutions, t('report.separator'))],
          },
        ]),
    ...(endorsements.length === 0 ? [] : [{ label: t('report.about.endorsements'), values: endorsements }]),
    { label: t('report.about.coverage'), values: [coverageWords(context)] },
    ...validationRows(context),
    ...(publication === null
      ? []
      : [
          {
            label: t('report.about.publication'),
            values: [
              t('report.about.publicationBy', {
                by: localiser.text(publication.by),
                date: localiser.date(publication.date),
              }),
            ],
          },
        ]),
    {
      label: t('report.about.framework'),
      values: [
        [
          context.quote(context.texts.title),
          { text: ` ${report.framework.version} (` },
          { text: report.framework.id, code: true },
          { text: ')' },
        ],
      ],
    },
    { label: t('report.about.hash'), values: [[{ text: report.framework.hash, code: true }]] },
    {
      label: t('report.about.assessment'),
      values: [report.assessment === null ? t('report.notGiven') : [{ text: report.assessment.id, code: true }]],
    },
    {
      label: t('report.about.content'),
      values: [[{ text: reportHash(report).slice(0, CONTENT_NUMBER_CHARACTERS), code: true }]],
    },
  ];
  return [
    ...(context.printed.has('cover') ? [] : [contentsBlock(context)]),
    { kind: 'key-values', rows },
    ...signatureBlocks(context),
  ];
}
