import type { AppFile } from '../device/app-file.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** How packs are to be made: chosen once, kept as long as the assessment is open in this page. */
export class PackChoices {
  asFile = $state(true);
  /** Languages of the workbooks. */
  workbooks: string[] = $state([]);
  withDraft = $state(false);
  /** Languages of the questions and of the notes. */
  languages: string[] = $state([]);
  /** The app once beside all packs; also beside each that is saved alone. */
  withApp = $state(false);
  withAppAlone = $state(false);
  /** Chosen by hand, where the page cannot fetch it. */
  app: AppFile | null = $state.raw(null);

  constructor({ framework }: Pick<AssessmentSession, 'framework'>) {
    this.languages = [...framework.structure.languages];
  }
}

const CHOICES = new WeakMap<AssessmentSession, PackChoices>();

/** The choices of an open assessment. */
export function packChoicesOf(session: AssessmentSession): PackChoices {
  const known = CHOICES.get(session) ?? new PackChoices(session);
  CHOICES.set(session, known);
  return known;
}
