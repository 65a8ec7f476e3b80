import type { Institution } from '../../domain/registers/assessment-state.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { AssessmentSession } from '../../state/assessment-session.svelte.ts';
import { nameOfInstitution } from './institution-words.ts';

/** How many indicators are asked, and in which files; `fileName` null without a file of this app. */
interface PackedForms {
  readonly assigned: number;
  readonly fileName: string | null;
  readonly workbooks: readonly string[];
}

/** The note that goes with a pack: plain text, one language, nothing that only a screen could show. */
export function packNote(
  language: InterfaceLanguage,
  session: AssessmentSession,
  institution: Institution,
  { assigned, fileName, workbooks }: PackedForms,
): string {
  const { round, institutions } = session.assessment;
  const { localiser } = language;
  const observes = institution.role === 'observer';
  const sender = nameOfInstitution('lead', session, language);
  const contact = institutions.get('lead')?.contact;
  const by =
    round.closingDate === undefined
      ? language.t('institutions.note.back', { sender })
      : language.t('institutions.note.backBy', { sender, date: localiser.date(round.closingDate) });
  const names = localiser.list(workbooks, 'disjunction');
  const steps =
    fileName === null
      ? [language.t('institutions.note.workbook', { files: names }), by]
      : [
          language.t('institutions.note.open', { fileName }),
          language.t(observes ? 'institutions.note.comment' : 'institutions.note.answer'),
          language.t('institutions.note.save'),
          by,
        ];
  const paragraphs = [
    session.titleLines.map(localiser.text).join(' · '),
    nameOfInstitution(institution, session, language),
    observes ? language.t('institutions.note.observer') : language.t('institutions.note.asked', { count: assigned }),
    steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    fileName !== null && workbooks.length > 0 ? language.t('institutions.note.orWorkbook', { files: names }) : '',
    fileName === null ? '' : language.t('institutions.note.noNetwork'),
    round.instructions ?? '',
    round.confidentiality ?? '',
    contact === undefined ? '' : language.t('institutions.note.contact', { contact }),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
