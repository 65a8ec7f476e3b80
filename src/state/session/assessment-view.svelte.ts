import { untrack } from 'svelte';
import { FIRST_VOTE } from '../../domain/registers/rating.ts';
import type { Answer, Answers } from '../../domain/registers/answer.ts';
import type { AssessmentState, Rating } from '../../domain/registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import { decideAnswers } from '../../domain/assessment/decide-answers.ts';
import { AssessmentReader } from '../../domain/assessment/assessment-reader.ts';
import type { Confidence } from '../../domain/registers/rating.ts';
import { requirementsHeldAt } from '../../domain/assessment/requirements.ts';
import { actorOf } from '../../domain/institutions/actor-of.ts';
import type { Task } from '../../domain/institutions/find-task.ts';
import { findTask, indicatorsOfTask } from '../../domain/institutions/find-task.ts';
import type { Crosswalk } from '../../domain/framework/crosswalk-schema.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { Framework, Indicator } from '../../domain/framework/framework.ts';
import { hasWordsOf, textsIn } from '../../domain/framework/framework.ts';
import type { Actor, AssessmentIdentity, Entry } from '../../domain/journal/entry-schema.ts';
import type { JournalState } from '../../domain/registers/fold.ts';
import { fold, stateOf } from '../../domain/registers/fold.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { Validation } from '../../domain/assessment/validation.ts';
import { findValidation } from '../../domain/assessment/validation.ts';
import type { Engine } from '../../domain/scoring/engine.ts';
import { engineOfVersion, PRESENT_ENGINE } from '../../domain/scoring/engine.ts';
import type { AssessmentInput } from '../../report/build-report.ts';
import type { Report } from '../../report/report.ts';
import { millisecondsOfEntryId } from '../../domain/journal/clock.ts';
import type { Standing } from '../../storage/database-schema.ts';
import type { SaveStatus } from './entry-writer.svelte.ts';
import { EntryWriter } from './entry-writer.svelte.ts';
import { derivedOf } from './derived-of.svelte.ts';
import { DraftKeeper } from './draft-keeper.svelte.ts';
import { OwnRatings } from './own-ratings.ts';
import type { SessionInput } from './session-input.ts';
import { SessionParts } from './session-parts.svelte.ts';
import type { Progress } from '../../domain/assessment/progress.ts';
import { measureProgress } from '../../domain/assessment/progress.ts';
import { ChangeSignals } from './change-signals.svelte.ts';
import { AssessmentPages } from './assessment-pages.ts';
import type { Step } from './steps.ts';
import { stepsOf } from './steps.ts';

const VALIDATION = buildRegister({ kind: 'validation' });
/** Of a comment on the whole report, where others have the indicator: no id of an indicator begins like this. */
export const ON_THE_WHOLE = '-whole';

/** What no answer changes: which of them cannot be read is not among it. */
export type BesidesAnswers = Omit<AssessmentState, 'ratings' | 'orphans' | 'damaged' | 'withoutValue'>;

/** Everything that screens read of an open assessment, derived from its entries. */
export class AssessmentView extends AssessmentPages {
  readonly identity: AssessmentIdentity;
  readonly #parts: SessionParts;
  protected readonly input: SessionInput;
  protected readonly writer: EntryWriter;
  readonly #signals: ChangeSignals;
  /** Texts that are being typed and are no entries yet, by register or by the key of their field. */
  readonly typing: DraftKeeper;
  /** The institution whose answers the assess screen shows and writes. */
  #respondent: string = $state.raw(LEAD_INSTITUTION);

  /** The validation in force, whatever is shown; null without one. */
  readonly validation: Validation | null = $derived.by(() => {
    this.#signals.follow();
    return untrack(() => this.writer.state.registers.has(VALIDATION)) ? findValidation(this.writer.entries) : null;
  });
  #wantsCorrection = $state.raw(false);
  /** There is a validation, and what is shown is everything as it stands now: a correction of it in preparation. */
  readonly isCorrecting: boolean = $derived.by(() => this.validation !== null && this.#wantsCorrection);
  /** The rules that what is shown is made by: a validated report has those that it was validated with. */
  readonly engine: Engine = $derived.by(() =>
    this.validation === null || this.#wantsCorrection ? PRESENT_ENGINE : engineOfVersion(this.validation.value.engine),
  );
  /** Entries that count in what is shown: after a validation those that were validated, else all. */
  readonly countedEntries: readonly Entry[] = $derived.by(() => {
    const { validation } = this;
    if (validation === null) return this.writer.entries;
    return this.#wantsCorrection
      ? this.writer.entries.filter(({ register }) => register !== VALIDATION)
      : this.writer.entries.filter(({ id }) => validation.only.has(id));
  });
  readonly #counted: JournalState = $derived.by(() =>
    this.validation === null ? this.writer.state : fold(this.countedEntries),
  );
  readonly #reader = new AssessmentReader();
  readonly assessment: AssessmentState = $derived.by(() => {
    const counted = this.#counted;
    // What was validated is another journal.
    const touched = this.#signals.take(counted === this.writer.state);
    const state = this.#reader.read(counted, this.framework, touched);
    return this.isCorrecting ? { ...state, round: { ...state.round, status: 'under-review' } } : state;
  });
  readonly answers: Answers = $derived.by(() => decideAnswers(this.assessment, this.framework));
  /** All but what is answered, for who need not be told of answers. */
  readonly besidesAnswers: BesidesAnswers = $derived.by(() => this.#untoldOfAnswers(() => this.assessment));
  readonly outOfScope: ReadonlySet<string> = $derived.by(() => new Set(this.besidesAnswers.round.outOfScope ?? []));
  /** What this copy is for, where it is an institution's pack; null in the facilitator's. */
  readonly task: Task | null = $derived.by(() => findTask(this.besidesAnswers));
  readonly steps: readonly Step[] = $derived.by(() => stepsOf(this.task, this.besidesAnswers));
  /** Indicators of the round; in a pack, those that its institution is asked about. */
  readonly indicatorsInScope: readonly Indicator[] = $derived.by(() => {
    const inScope = this.framework.indicators.filter(({ id }) => !this.outOfScope.has(id));
    if (this.task === null || this.task.mode === 'review') return inScope;
    const ids = inScope.map(({ id }) => id);
    const asked = new Set(indicatorsOfTask(this.besidesAnswers, this.respondent, ids));
    return inScope.filter(({ id }) => asked.has(id));
  });
  /** The round before, where it is on this computer: the report compares with it. */
  #roundBefore: AssessmentView | null = $state.raw(null);
  readonly report: Report = $derived.by(() =>
    this.#parts.reporting.buildReport({
      ...this.assessed,
      engine: this.engine,
      ...(this.#roundBefore === null ? {} : { previous: this.#roundBefore.assessed }),
    }),
  );
  readonly #own: OwnRatings = $derived.by(() => new OwnRatings(this.respondent));

  constructor(input: SessionInput) {
    super();
    this.input = input;
    this.identity = input.identity;
    this.#parts = new SessionParts(input);
    this.#signals = new ChangeSignals(input.framework.indicators);
    const answerOf = (id: string) => this.answerOf(id);
    const progressOf = (domainId: string) => {
      const own = derivedOf(() => this.indicatorsInScope.filter(({ domain }) => domain === domainId));
      return derivedOf(() => measureProgress(this.framework, own(), answerOf));
    };
    this.#progress = new Map(input.framework.structure.domains.map(({ id }) => [id, progressOf(id)]));
    const { identity, entries, store, surroundings, onwritten, tab } = input;
    this.writer = new EntryWriter(identity.id, entries, store, surroundings, onwritten);
    this.writer.ontouched = (registers) => this.#signals.tell(registers, this.besidesAnswers.institutions);
    this.typing = new DraftKeeper({
      assessmentId: identity.id,
      store,
      tab,
      nowMs: () => surroundings.nowMs(),
      left: input.drafts,
      isSaved: async () => {
        await this.writer.retry();
        return this.writer.status.state === 'saved';
      },
      isRefused: () => this.isRefused,
    });
  }

  get framework(): Framework {
    return this.#parts.framework;
  }

  /** The framework as it is shown and printed here, with the words of this country; what is stored is `framework`. */
  readonly shownFramework: Framework = $derived.by(() => this.#parts.shownWith(this.besidesAnswers.round.localWords));

  get crosswalks(): ReadonlyMap<string, Crosswalk> {
    return this.#parts.crosswalks;
  }

  get isComplete(): boolean {
    return this.#parts.isComplete;
  }

  /** Loads what the first question did without; what fails is tried again by the next who asks. */
  complete(): Promise<void> {
    return this.#parts.complete();
  }

  /** Whether the words of the levels of an indicator are here. */
  readonly hasWordsOf = ({ id }: Indicator): boolean => hasWordsOf(this.framework, id);

  /** Shows everything as it stands now from here on, as a correction of what was validated. */
  startCorrecting(): void {
    this.#wantsCorrection = true;
  }

  /** Shows what was validated again; what was changed since is kept, and does not count. */
  showValidated(): void {
    this.#wantsCorrection = false;
  }

  /** What this assessment is to a comparison with the round after it. */
  get assessed(): AssessmentInput {
    return { framework: this.framework, state: this.assessment, identity: this.identity };
  }

  /** Compares with this round from now on. */
  comeAfter(before: AssessmentView): void {
    this.#roundBefore = before;
  }

  /** In a pack, the institution whose pack it is, or one of those. */
  get respondent(): string {
    const own = this.task?.institutions;
    return own === undefined || own.includes(this.#respondent) ? this.#respondent : (own[0] ?? this.#respondent);
  }

  /** Answers for another institution from now on: in its own pack, or when its paper answers are entered. */
  answerFor(institution: string): void {
    this.#respondent = institution;
  }

  /** Whose word a change of a register is, in this copy. */
  protected readonly actorOf = (register: string): Actor => {
    const { task, respondent } = this;
    const observes = this.assessment.institutions.get(respondent)?.role === 'observer';
    return actorOf({ task, respondent, observes }, register);
  };

  /** Saved is what is durable: the entries, and the texts that are being typed. */
  get status(): SaveStatus {
    const { status } = this.writer;
    const { problem } = this.typing;
    return status.state === 'saved' && problem !== null ? { state: 'failed', problem } : status;
  }

  /** Whether it still takes work, or was deleted or erased, here or in another tab. */
  get standing(): Standing {
    return this.writer.standing;
  }

  /** Whether the last act was not taken, and a person has not read that yet: what was typed for it stays. */
  protected get isRefused(): boolean {
    return this.standing !== 'here';
  }

  /** The newest date in it, where that and the clock of this computer cannot both be right; else null. */
  get dateInDoubt(): { readonly newestMs: number | null } | null {
    const { isClockInDoubt, newestId } = this.writer;
    return isClockInDoubt ? { newestMs: newestId === null ? null : millisecondsOfEntryId(newestId) } : null;
  }

  get entries(): readonly Entry[] {
    return this.writer.entries;
  }

  /** The registers as the entries make them: which entries hold what. */
  get journalState(): JournalState {
    return this.writer.state;
  }

  /** Lines of files that were no entries, as they were when the assessment was opened. */
  get damagedTexts(): readonly string[] {
    return this.input.damagedLines ?? [];
  }

  /** How many acts of this page can be taken back. */
  get undoableActs(): number {
    return this.writer.undoableActions;
  }

  get canUndo(): boolean {
    return this.undoableActs > 0;
  }

  /** The registers that the last act of this page set, with what they hold: what undoing it takes back. */
  get undoable(): readonly Change[] {
    return this.writer.undoable.map(({ register }) => ({
      register,
      value: stateOf(this.journalState, register)?.value ?? null,
    }));
  }

  /** What is shown was validated, and stays as it is until a correction is prepared. */
  get isReadOnly(): boolean {
    return this.validation !== null && !this.isCorrecting;
  }

  /** Country and title of the round, as far as they were entered. */
  get titleLines(): readonly string[] {
    const { country, title } = this.besidesAnswers.round;
    return [country, title].filter((part) => part !== undefined && part !== '') as string[];
  }

  readonly #progress: ReadonlyMap<string, () => Progress>;

  /** Null where the framework has no such domain. */
  progressOfDomain(domainId: string): Progress | null {
    return this.#progress.get(domainId)?.() ?? null;
  }

  get progress(): Pick<Progress, 'answered' | 'total'> {
    let [answered, total] = [0, 0];
    for (const now of this.#progress.values()) [answered, total] = [answered + now().answered, total + now().total];
    return { answered, total };
  }

  /** Texts in a language, or in the source language where the framework does not have it. */
  textsIn(language: string): FrameworkTexts {
    return textsIn(this.shownFramework, language);
  }

  /** The language the texts really are in. */
  languageOfTexts(language: string): string {
    return this.framework.texts[language] === undefined ? this.framework.structure.sourceLanguage : language;
  }

  /** Reads something again whenever more changes than an answer, or an answer to the one indicator. */
  #untoldOfAnswers<Value>(read: () => Value, but?: string): Value {
    this.#signals.follow(but);
    void [this.validation, this.#wantsCorrection, this.framework];
    return untrack(read);
  }

  /** What the respondent says of an indicator. */
  protected ownRating(indicatorId: string): Rating | undefined {
    const all = this.#untoldOfAnswers(() => this.assessment.ratings.get(indicatorId), indicatorId);
    return all === undefined ? undefined : this.#own.among(all);
  }

  /** How many changes a person made after the first so many entries. */
  changesAfter(entries: number): number {
    return this.writer.changesAfter(entries);
  }

  /** The answer of the respondent; a reviewer, who gives none, reads the one that counts. */
  answerOf(indicatorId: string): Answer | undefined {
    if (this.task?.mode === 'review') return this.answers.get(indicatorId);
    return this.ownRating(indicatorId)?.answer;
  }

  /** Requirements shown as met: those of the chosen level and below, and those ticked above it. */
  heldRequirements(indicatorId: string): ReadonlySet<string> {
    const answer = this.answerOf(indicatorId);
    const ticked = this.mayRate ? (this.ownRating(indicatorId)?.requirements ?? []) : [];
    const indicator = this.framework.indicatorById.get(indicatorId);
    if (indicator === undefined) return new Set();
    const ofLevel = answer?.state === 'level' ? requirementsHeldAt(this.framework, indicator, answer.level) : [];
    return new Set([...ofLevel, ...ticked]);
  }

  /** Requirements said to be under way and not met. */
  underWayRequirements(indicatorId: string): ReadonlySet<string> {
    const held = this.heldRequirements(indicatorId);
    const said = this.mayRate ? (this.ownRating(indicatorId)?.underWay ?? []) : [];
    return new Set(said.filter((address) => !held.has(address)));
  }

  confidenceOf(indicatorId: string): Confidence | null {
    return this.ownRating(indicatorId)?.confidence ?? null;
  }

  /** The comment as it stands in the field: what is being typed, else what is saved. */
  commentOf(indicatorId: string): string {
    return this.typing.textOf(this.commentRegister(indicatorId)) ?? this.savedCommentOf(indicatorId);
  }

  /** The comment of who rates, or of an observer or reviewer; on the report as a whole under `ON_THE_WHOLE`. */
  savedCommentOf(indicatorId: string): string {
    const saved = this.mayRate
      ? this.ownRating(indicatorId)?.comment
      : this.besidesAnswers.comments.get(this.#commentId(indicatorId))?.text;
    return saved ?? '';
  }

  /** The newest entry of a register in the whole journal; null where there is none. */
  newestEntry(address: string): string | null {
    return this.writer.state.registers.get(address)?.entry?.id ?? null;
  }

  isInConflict(indicatorId: string): boolean {
    const address = this.ratingRegister(indicatorId, 'answer');
    return this.besidesAnswers.conflicts.some(({ register }) => register === address);
  }

  mayBeNotApplicable(indicatorId: string): boolean {
    const indicator = this.framework.indicatorById.get(indicatorId);
    return (indicator?.method?.notApplicable ?? this.framework.structure.method.notApplicable) !== 'forbid';
  }

  protected ratingRegister(
    indicator: string,
    part: 'answer' | 'requirements' | 'under-way' | 'confidence' | 'comment',
  ): string {
    return buildRegister({ kind: 'rating', institution: this.respondent, indicator, vote: FIRST_VOTE, part });
  }

  /** The comment of who rates belongs to the rating; observers and reviewers have one comment an indicator. */
  commentRegister(indicator: string): string {
    if (this.mayRate) return this.ratingRegister(indicator, 'comment');
    return buildRegister({ kind: 'comment', comment: this.#commentId(indicator) });
  }

  #commentId(indicator: string): string {
    return `${this.respondent}.${indicator}`;
  }
}
