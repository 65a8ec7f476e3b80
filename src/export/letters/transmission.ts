import { coverageWords } from '../parts/about.ts';
import { statusWords } from '../parts/cover.ts';
import { sentencesOf } from '../parts/summary-words.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterhead, letterSection, saying, senderOf, subjectWords } from './letter-context.ts';
import type { LetterDocument } from '../document/letter-document.ts';

/** The note with which the report goes up: what it shows in counts, and what is to be decided. */
export function buildTransmission(context: LetterContext): LetterDocument {
  const { report, t, localiser, written } = context;
  const { round } = report;
  const sponsor = written(round.sponsor);
  const findings = sentencesOf(context);
  return letterDocument(context, t('letters.paper.transmission'), [
    letterSection('transmission', '', [
      letterhead(context),
      {
        kind: 'addressee',
        from: t('letters.sender'),
        to: [sponsor === null ? t('letters.transmission.toNone') : t('letters.transmission.to', { sponsor })],
        particulars: [
          { label: t('letters.subject'), text: subjectWords(context) },
          { label: t('letters.ref'), text: t('letters.blank') },
          { label: t('letters.enclosures'), text: t('letters.transmission.enclosures') },
        ],
      },
      saying(
        t('letters.transmission.sent', {
          round: written(round.title) ?? 'none',
          date: round.closingDate === null ? 'none' : localiser.date(round.closingDate),
        }),
      ),
      saying(t('letters.transmission.findings')),
      { kind: 'list', items: [...findings, coverageWords(context)] },
      saying(t('letters.transmission.nature')),
      saying(t('letters.transmission.status', { status: statusWords(context) })),
      saying(t('letters.transmission.ask')),
      {
        kind: 'list',
        items: [
          t('letters.transmission.ask.levels'),
          t('letters.transmission.ask.priorities'),
          t('letters.transmission.ask.publication'),
        ],
      },
      saying(t('letters.transmission.close')),
      senderOf(context),
    ]),
  ]);
}
