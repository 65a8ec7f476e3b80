import type { InstitutionReturn } from '../../domain/institutions/count-returns.ts';
import { codeAndTitle } from '../parts/document-context.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterhead, letterSection, saying, senderOf, subjectWords } from './letter-context.ts';
import type { LetterBlock, LetterDocument } from '../document/letter-document.ts';

function letterTo(context: LetterContext, { institution, assigned, missing }: InstitutionReturn): LetterBlock[] {
  const { t, lead, deadline } = context;
  const answered = assigned - missing.length;
  return [
    letterhead(context),
    {
      kind: 'addressee',
      from: t('letters.sender'),
      to: [context.institutionName(institution)],
      particulars: [
        { label: t('letters.subject'), text: t('letters.reminder.subject', { subject: subjectWords(context) }) },
        { label: t('letters.ref'), text: t('letters.blank') },
      ],
    },
    saying(t('letters.reminder.asked', { count: assigned, deadline })),
    saying(t('letters.reminder.stands', { answered, missing: missing.length })),
    { kind: 'list', items: missing.map((id) => codeAndTitle(context, id)) },
    saying(t('letters.reminder.how', { lead })),
    saying(t('letters.reminder.crossed')),
    senderOf(context),
  ];
}

/** A letter to each institution of which answers are missing: how many came, which did not, and how they may be sent. */
export function buildReminder(context: LetterContext): LetterDocument {
  const { t, returns } = context;
  const late = returns.filter(({ missing }) => missing.length > 0);
  const title = t('letters.paper.reminder');
  return letterDocument(
    context,
    title,
    late.length === 0
      ? [letterSection('reminder', title, [saying(t('letters.reminder.nobody'))])]
      : late.map((one) => letterSection(`reminder-${one.institution}`, '', letterTo(context, one))),
  );
}
