import type { StartingLevel, StartingSource } from '../../domain/assessment/starting-level.ts';
import { startingLevel } from '../../domain/assessment/starting-level.ts';
import { decideAnswers } from '../../domain/assessment/decide-answers.ts';
import type { Indicator } from '../../domain/framework/framework.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import type { NamedContent } from '../../file/read-given-file.ts';
import { inputOfFile } from '../../report/input-of-file.ts';
import { declinedStarts, keepDeclinedStarts, keepStartSource, startSourceOf } from '../device/kept-marks.ts';
import type { Preferences } from '../device/preferences.svelte.ts';
import type { Library } from '../library/library.svelte.ts';
import { ReadingDesk } from '../library/reading-desk.svelte.ts';
import type { AssessmentSummary } from '../library/summarise-assessment.ts';
import { titleOfRound } from '../library/summarise-assessment.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

type Session = Pick<AssessmentSession, 'framework' | 'identity' | 'assessment'>;

interface StartingInput {
  readonly session: Session;
  readonly library: Pick<Library, 'assessments' | 'open'>;
  readonly preferences: Pick<Preferences, 'stored' | 'choose'>;
  readonly files?: ReadingDesk;
}

/** An assessment that levels are proposed from, and what it is called. */
interface NamedSource extends StartingSource {
  readonly title: string;
}

/**
 * Levels of an assessment on another framework, proposed one by one as a start. Nothing is written before somebody
 * takes one, and that is an answer like any other; what was declined is remembered in this browser only.
 */
export class StartingDesk {
  readonly #input: StartingInput;
  readonly files: ReadingDesk;
  #source: NamedSource | null = $state.raw(null);
  #declined: ReadonlySet<string> = $state.raw(new Set());
  #locked: File | null = $state.raw(null);

  constructor(input: StartingInput) {
    this.#input = input;
    this.files = input.files ?? new ReadingDesk();
    const { preferences, session } = input;
    this.#declined = declinedStarts(preferences, session.identity.id);
  }

  /** Ids of the frameworks that this one takes a start from. */
  get #frameworks(): ReadonlySet<string> {
    const { indicators } = this.#input.session.framework;
    return new Set(indicators.flatMap(({ proposedFrom = {} }) => Object.keys(proposedFrom)));
  }

  /**
   * Assessments on this computer that levels could be proposed from, worked on last in front; invented for invented
   * only.
   */
  get offers(): readonly AssessmentSummary[] {
    const { library, session } = this.#input;
    const frameworks = this.#frameworks;
    const isFictional = session.assessment.round.fictional === true;
    return library.assessments.filter(({ framework, fictional }) => {
      return frameworks.has(framework.id) && fictional === isFictional;
    });
  }

  /** Null where none was chosen, or where it is not open yet. */
  get source(): NamedSource | null {
    return this.#source;
  }

  /** Opens what was chosen on an earlier visit, where it is still here. */
  async resume(): Promise<void> {
    const { preferences, session } = this.#input;
    const chosen = startSourceOf(preferences, session.identity.id);
    if (chosen !== null && this.#source === null && this.offers.some(({ id }) => id === chosen)) {
      await this.choose(chosen);
    }
  }

  /** Proposes the levels of an assessment on this computer from here on, as they are now. */
  async choose(assessmentId: string): Promise<void> {
    const { library, preferences, session } = this.#input;
    const other = await library.open(assessmentId);
    if (other === null) return;
    const { framework, answers, assessment } = other;
    this.#locked = null;
    this.#source = { framework, answers, title: titleOfRound(assessment.round) ?? '' };
    keepStartSource(preferences, session.identity.id, assessmentId);
  }

  /** The file that was chosen last and waits for its passphrase; null where none does. */
  get locked(): File | null {
    return this.#locked;
  }

  /**
   * Proposes the levels in a file, as long as the page is open; what is wrong where that cannot be. One with a
   * passphrase is `locked` until it is given.
   */
  async readFile(file: File, passphrase: string | null = null): Promise<readonly Problem[]> {
    const read = await this.files.readOne({ file, fileName: file.name, use: 'open', passphrase });
    // A wrong passphrase is asked for again.
    const isLocked = passphrase !== null && !read.content.ok;
    this.#locked = isLocked || (read.content.ok && read.content.value.kind === 'locked') ? file : null;
    return this.#take(read, file.name);
  }

  #take({ content }: NamedContent, fileName: string): readonly Problem[] {
    if (!content.ok) return content.problems.map((found) => ({ ...found, file: fileName }));
    if (content.value.kind === 'locked') return [];
    if (content.value.kind !== 'assessment') return [problem('together.noAssessment', fileName, [])];
    const { framework, state } = inputOfFile(content.value.file);
    if (!this.#frameworks.has(framework.id)) {
      return [problem('start.otherFramework', fileName, [], { framework: framework.id })];
    }
    this.#source = { framework, answers: decideAnswers(state, framework), title: titleOfRound(state.round) ?? '' };
    return [];
  }

  /** No more proposals. */
  leave(): void {
    const { preferences, session } = this.#input;
    this.#source = this.#locked = null;
    keepStartSource(preferences, session.identity.id, '');
  }

  /** What is proposed for an indicator; null where the source says nothing of it. */
  proposalFor(indicator: Indicator): StartingLevel | null {
    return this.#source === null ? null : startingLevel(this.#input.session.framework, indicator, this.#source);
  }

  isDeclined(indicatorId: string): boolean {
    return this.#declined.has(indicatorId);
  }

  /** Says of the proposal for an indicator whether it is wanted. */
  decline(indicatorId: string, isDeclined: boolean): void {
    const { preferences, session } = this.#input;
    const others = [...this.#declined].filter((id) => id !== indicatorId);
    this.#declined = new Set(isDeclined ? [...others, indicatorId] : others);
    keepDeclinedStarts(preferences, session.identity.id, this.#declined);
  }
}

const desks = new WeakMap<Session, StartingDesk>();

/** The one of an open assessment: what was chosen holds from question to question. */
export function startingDeskOf(input: StartingInput): StartingDesk {
  const known = desks.get(input.session) ?? new StartingDesk(input);
  desks.set(input.session, known);
  return known;
}
