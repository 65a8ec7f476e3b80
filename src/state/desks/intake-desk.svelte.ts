import type { Problem } from '../../domain/problem.ts';
import type { MergeFileLine, MergePlan } from '../../exchange/merge-plan.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { LastIntake, Library } from '../library/library.svelte.ts';
import { problemOfWrite } from '../session/problem-of-write.ts';

/** How much an intake brought. */
interface TakenIn {
  readonly entries: number;
  readonly documents: number;
  /** What takes it out again; null where nothing was written. */
  readonly merge: LastIntake | null;
  /** Files in which cells stayed open: they can still be sent back as a list. */
  readonly leftOpen: readonly MergeFileLine[];
}

export type IntakeLibrary = Pick<Library, 'takeIn' | 'undoMerge' | 'lastMerge'>;

/** Takes in what was previewed: one write, one undo. */
export class IntakeDesk {
  protected readonly session: AssessmentSession;
  readonly #library: IntakeLibrary;
  #plan: MergePlan | null = $state.raw(null);
  #taken: TakenIn | null = $state.raw(null);
  #problem: Problem | null = $state.raw(null);
  #undoProblems: readonly Problem[] = $state.raw([]);

  constructor(session: AssessmentSession, library: IntakeLibrary) {
    this.session = session;
    this.#library = library;
  }

  /** What was read, until it is taken in or put away. */
  get plan(): MergePlan | null {
    return this.#plan;
  }

  /** What the last intake here brought; null without one, or when it was undone. */
  get taken(): TakenIn | null {
    return this.#taken;
  }

  /** Whether that can be taken out again: only the last intake of the page can. */
  get canUndo(): boolean {
    const merge = this.#taken?.merge ?? null;
    return merge !== null && merge === this.#library.lastMerge;
  }

  /** Why it could not be taken in. */
  get problem(): Problem | null {
    return this.#problem;
  }

  get undoProblems(): readonly Problem[] {
    return this.#undoProblems;
  }

  /** Shows what `make` plans, or why it cannot. */
  protected async show(make: () => Promise<MergePlan>): Promise<void> {
    this.#problem = await problemOfWrite(async () => (this.#plan = await make()));
  }

  putAway(): void {
    this.#problem = null;
    this.#plan = null;
  }

  /** Takes in what can be, in one write; where that fails nothing of it was written, and it can be tried again. */
  async confirm(): Promise<void> {
    const plan = this.#plan;
    if (plan === null) return;
    const before = this.#library.lastMerge;
    this.#problem = await problemOfWrite(
      () => this.#library.takeIn(this.session, plan.journal, plan.evidence),
      (found) => (this.#problem = found),
    );
    if (this.#problem !== null) return;
    const { lastMerge } = this.#library;
    const merge = lastMerge === before ? null : lastMerge;
    const leftOpen = plan.files.filter(
      ({ problems, intake }) => problems.length === 0 && (intake?.open.length ?? 0) > 0,
    );
    this.#taken = { entries: plan.freshEntries, documents: plan.documents, merge, leftOpen };
    this.#undoProblems = [];
    this.putAway();
  }

  /** Takes out exactly what the last intake brought, or says what builds on it since. */
  async undo(): Promise<void> {
    let found: readonly Problem[] = [];
    const failed = await problemOfWrite(
      async () => (found = await this.#library.undoMerge()),
      (silent) => (this.#undoProblems = [silent]),
    );
    this.#undoProblems = failed === null ? found : [failed];
    if (this.#undoProblems.length === 0) this.#taken = null;
  }
}
