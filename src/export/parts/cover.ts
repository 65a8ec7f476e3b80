import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import { clampText } from '../document/clamp-text.ts';
import { contentsBlock } from './contents.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, PrintedLogo } from '../document/document.ts';

/** A longer one would push the marking off the head of the page. */
const VERSION_CHARACTERS = 12;

/** Status as it stands on the face and on every page: DRAFT, UNDER REVIEW, VALIDATED. */
export function statusWords({ t, report, localiser }: DocumentContext): string {
  const status = t(`report.status.${report.status}`);
  const version = report.round.version?.trim().replace(/^v\.?\s*/i, '') ?? '';
  return version === ''
    ? status
    : t('report.status.version', { status, version: clampText(localiser.text(version), VERSION_CHARACTERS) });
}

/** Which edition it is, where it is not the internal one: a public one that nobody released says so. */
function editionWords({ t, report }: DocumentContext): string | null {
  if (report.edition === 'internal') return null;
  return t(report.round.publication === null ? 'report.public.notReleased' : 'report.public.edition');
}

/** What is marked for the house, which says nothing to the public; until it is validated, a report without one says so. */
export function markingWords(context: DocumentContext): string | null {
  const { t, report, localiser } = context;
  const edition = editionWords(context);
  const marking = report.round.marking?.trim() ?? '';
  if (edition !== null || marking !== '') return edition ?? localiser.text(marking);
  return report.status === 'validated' ? null : t('report.marking.none');
}

/** Title of the assessed thing: what a person called the round, else the framework's title. */
export function reportTitle({ texts, localiser }: DocumentContext): string {
  return localiser.text(texts.title);
}

function logoOf({ report, t, institutionName }: DocumentContext): PrintedLogo | null {
  const { logo } = report.round;
  if (logo === null) return null;
  return { ...logo, alternative: t('report.cover.logo', { name: institutionName(LEAD_INSTITUTION) }) };
}

/** Who, what, which round, until when, and what it is not; behind it what one finds where. Blueprint of the face: docs/methodology.md section 8. */
export function coverBlocks(context: DocumentContext): Block[] {
  const { report, localiser, options, t } = context;
  const { round, framework, engine } = report;
  const write = (text: string | null) => (text === null || text.trim() === '' ? null : localiser.text(text));
  const review =
    framework.review[localiser.language.code] ?? framework.review[context.framework.structure.sourceLanguage];
  return [
    {
      kind: 'cover',
      logo: logoOf(context),
      country: write(round.country),
      institution: write(round.lead),
      title: reportTitle(context),
      round: write(round.title),
      date:
        round.closingDate === null ? null : t('report.cover.closingDate', { date: localiser.date(round.closingDate) }),
      status: statusWords(context),
      marking: markingWords(context),
      fictional: round.fictional ? t('report.fictional.notice') : null,
      facts: [
        {
          label: t('report.cover.framework'),
          values: [
            localiser.row([reportTitle(context), t('report.version', { version: framework.version })]),
            t(`report.review.${review ?? 'none'}`),
          ],
        },
        {
          label: t('report.cover.engine'),
          values: [t('report.cover.engineVersion', { engine, tool: options.toolVersion })],
        },
        { label: t('report.cover.made'), values: [localiser.date(options.now)] },
      ],
      notices: [t('report.notice.selfAssessment'), t('report.notice.notProduct')],
    },
    { kind: 'page-break' },
    contentsBlock(context),
  ];
}
