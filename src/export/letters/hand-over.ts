import { coverageWords } from '../parts/about.ts';
import { statusWords } from '../parts/cover.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterhead, letterSection, saying, subjectWords } from './letter-context.ts';
import type { LetterBlock, LetterDocument } from '../document/letter-document.ts';

const heading = (text: string): LetterBlock => ({ kind: 'heading', level: 2, text });

/** What the file holds, in counts. */
function contentItems({ report, texts, localiser, standing, t }: LetterContext): string[] {
  const { framework, institutions, evidence, plan } = report;
  const documents = evidence.filter(({ sha256 }) => sha256 !== null).length;
  return [
    t('letters.handOver.framework', { title: localiser.text(texts.title), version: framework.version }),
    ...(standing === null ? [] : [t('letters.handOver.entries', { count: standing.entries })]),
    t('letters.handOver.institutions', { count: institutions.length }),
    t('letters.handOver.evidence', { count: evidence.length, documents }),
    t('letters.handOver.plan', { count: plan.length }),
  ];
}

/** How far the round is. */
function stateItems(context: LetterContext): string[] {
  const { report, standing, localiser, t } = context;
  const { validation, round } = report;
  const counted = (status: 'received' | 'partial' | 'missing') =>
    standing?.returns.filter((one) => one.status === status).length ?? 0;
  return [
    t('letters.handOver.status', { status: statusWords(context) }),
    ...(validation === null
      ? []
      : [
          t('letters.handOver.validated', {
            date: validation.date === null ? t('letters.blank') : localiser.date(validation.date),
            forum: validation.forum === null ? t('letters.blank') : localiser.text(validation.forum),
          }),
        ]),
    coverageWords(context),
    ...(standing === null || standing.returns.length === 0
      ? []
      : [
          t('letters.handOver.returns', {
            received: counted('received'),
            of: standing.returns.length,
            partial: counted('partial'),
            missing: counted('missing'),
          }),
        ]),
    ...(standing === null || standing.comments.count === 0 ? [] : [t('letters.handOver.comments', standing.comments)]),
    ...(round.closingDate === null ? [] : [t('letters.handOver.closing', { date: localiser.date(round.closingDate) })]),
  ];
}

function openBlocks({ standing, t }: LetterContext): LetterBlock[] {
  if (standing === null) return [];
  const items = standing.open.map(({ kind, count }) => t(`validation.open.${kind}`, { count }));
  return [
    heading(t('letters.handOver.open')),
    items.length === 0 ? saying(t('validation.open.nothing')) : { kind: 'list', items },
  ];
}

/** The letter that goes with the file when the focal point changes: what is in it, where things stand, who holds it. */
export function buildHandOver(context: LetterContext): LetterDocument {
  const { standing, localiser, t, written } = context;
  const custody = standing?.custody ?? null;
  const holder = written(custody?.holder ?? null) ?? t('letters.blank');
  const until = custody?.until ?? null;
  const note = written(custody?.note ?? null);
  return letterDocument(context, t('letters.paper.hand-over'), [
    letterSection('hand-over', '', [
      letterhead(context),
      {
        kind: 'addressee',
        from: t('letters.sender'),
        to: [t('letters.handOver.to', { holder })],
        particulars: [
          { label: t('letters.subject'), text: subjectWords(context) },
          { label: t('letters.enclosures'), text: t('letters.handOver.enclosures') },
        ],
      },
      saying(t('letters.handOver.says')),
      saying(
        until === null
          ? t('letters.handOver.holds', { holder })
          : t('letters.handOver.holdsUntil', { holder, date: localiser.date(until) }),
      ),
      heading(t('letters.handOver.content')),
      { kind: 'list', items: contentItems(context) },
      heading(t('letters.handOver.state')),
      { kind: 'list', items: stateItems(context) },
      ...openBlocks(context),
      ...(note === null ? [] : [heading(t('letters.handOver.note')), saying(note)]),
      heading(t('letters.handOver.care')),
      {
        kind: 'list',
        items: [
          t('letters.handOver.care.one'),
          t('letters.handOver.care.record'),
          t('letters.handOver.care.opinions'),
          t('letters.handOver.care.publish'),
        ],
      },
      {
        kind: 'signature',
        heading: t('letters.handOver.receipt'),
        fields: [t('report.signature.date'), t('letters.handOver.from'), t('letters.handOver.receiver')],
      },
    ]),
  ]);
}
