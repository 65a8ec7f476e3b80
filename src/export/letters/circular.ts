import { reportTitle } from '../parts/cover.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterhead, letterSection, saying, senderOf, subjectWords } from './letter-context.ts';
import type { LetterDocument } from '../document/letter-document.ts';

/** More names than these stand below the signature. */
const MOST_ADDRESSED = 4;

/** What a person wrote may end a sentence or not: on paper it does. */
const closed = (text: string) => (/[.!?…؟]$/u.test(text) ? text : `${text}.`);

/** The letter that asks institutions to answer: what, why, how, by when. */
export function buildCircular(context: LetterContext): LetterDocument {
  const { report, t, written, deadline, workshop } = context;
  const invited = report.institutions.map(({ id }) => context.institutionName(id));
  const listed = invited.length > MOST_ADDRESSED;
  const purpose = written(report.round.purpose);
  return letterDocument(context, t('letters.paper.circular'), [
    letterSection('circular', '', [
      letterhead(context),
      {
        kind: 'addressee',
        from: t('letters.sender'),
        to: listed
          ? [t('letters.circular.toListed')]
          : [t('letters.circular.to'), ...(invited.length === 0 ? [t('letters.circular.noInstitutions')] : invited)],
        particulars: [
          { label: t('letters.subject'), text: subjectWords(context) },
          { label: t('letters.ref'), text: t('letters.blank') },
          { label: t('letters.enclosures'), text: t('letters.circular.enclosures') },
        ],
      },
      saying(
        t('letters.circular.decision', {
          sponsor: written(report.round.sponsor) ?? 'none',
          framework: reportTitle(context),
          version: report.framework.version,
        }),
      ),
      ...(purpose === null ? [] : [saying(closed(t('letters.circular.purpose', { purpose })))]),
      saying(t('letters.circular.nature')),
      saying(t('letters.circular.part')),
      saying(t('letters.circular.rule')),
      saying(t('letters.circular.sealed')),
      saying(t('letters.circular.ask')),
      {
        kind: 'list',
        items: [
          t('letters.circular.ask.focal'),
          t('letters.circular.ask.return', { deadline }),
          t('letters.circular.ask.workshop', { date: workshop ?? 'none' }),
        ],
      },
      saying(t('letters.circular.close')),
      senderOf(context),
      ...(listed
        ? [
            {
              kind: 'paragraph',
              role: 'note',
              text: [
                { text: `${t('letters.circular.recipients')} `, strong: true },
                { text: `${invited.join(t('report.separator'))}.` },
              ],
            } as const,
          ]
        : []),
    ]),
  ]);
}
