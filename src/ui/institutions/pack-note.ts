import type { Institution } from '../../domain/registers/assessment-state.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';
import type { NotedPack } from '../../state/desks/make-packs.ts';
import { nameOfInstitution } from './institution-words.ts';

/** What is asked, in which files, and by which app they open. */
interface NoteInput extends NotedPack {
  readonly assigned: number;
  /** The oldest app that opens the file. */
  readonly oldest: string;
  /** Where people get the app; '' where nobody said. */
  readonly appAddress: string;
}

/** Where to get the app, and how to know that it is that one. */
function appNote({ t }: InterfaceLanguage, sender: string, { oldest, appAddress, appSha256 }: NoteInput): string {
  const lines = [
    t('institutions.note.needs', { version: oldest }),
    appAddress === '' ? '' : t('institutions.note.appAddress', { address: appAddress }),
    appSha256 === null ? '' : t('institutions.note.appFile', { sender, sha256: appSha256 }),
    appAddress === '' && appSha256 === null ? t('institutions.note.appSender') : '',
  ];
  return lines.filter((line) => line !== '').join(' ');
}

/** The note that goes with a pack: plain text, one language, nothing that only a screen could show. */
export function packNote(
  language: InterfaceLanguage,
  session: AssessmentSession,
  institution: Institution,
  input: NoteInput,
): string {
  const { assigned, fileName, workbooks } = input;
  const { round, institutions } = session.assessment;
  const { localiser } = language;
  const observes = institution.role === 'observer';
  const sender = nameOfInstitution('lead', session, language);
  const contact = institutions.get('lead')?.contact;
  const by =
    round.returnsDue === undefined
      ? language.t('institutions.note.back', { sender })
      : language.t('institutions.note.backBy', { sender, date: localiser.date(round.returnsDue) });
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
    fileName === null ? '' : appNote(language, sender, input),
    fileName === null ? '' : language.t('institutions.note.noNetwork'),
    round.instructions ?? '',
    round.confidentiality ?? '',
    contact === undefined ? '' : language.t('institutions.note.contact', { contact }),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
