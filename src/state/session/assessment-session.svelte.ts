import type { Answer } from '../../domain/registers/answer.ts';
import type { Confidence } from '../../domain/registers/rating.ts';
import type { RoundFields, Sentence } from '../../domain/registers/round.ts';
import type { Target } from '../../domain/registers/target.ts';
import { valueOfAnswer } from '../../domain/registers/rating.ts';
import { valueOfTarget } from '../../domain/registers/target.ts';
import { levelFromRequirements, requirementsHeldAt } from '../../domain/assessment/requirements.ts';
import { hasDeclined } from '../../domain/institutions/count-returns.ts';
import { mayWrite } from '../../domain/institutions/may-write.ts';
import { levelPosition, scaleOf } from '../../domain/framework/framework.ts';
import { levelOfRequirement } from '../../domain/framework/requirement-address.ts';
import type { Entry, FullEntry, JsonValue } from '../../domain/journal/entry-schema.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import { standsAroundReport } from '../../domain/assessment/validation.ts';
import { AssessmentView } from './assessment-view.svelte.ts';
import type { Standing } from '../../storage/database-schema.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import { sentenceRegister } from './sentence-register.ts';

const VALIDATION = buildRegister({ kind: 'validation' });

/** What an authority decided: no key that slipped takes it back. */
const DECISIONS = [VALIDATION, buildRegister({ kind: 'round', field: 'publication' })];

/**
 * Why an act changed nothing: it was validated, it is not the task of this copy, somebody went on from it, or it would
 * take back a decision, which is asked first.
 */
export type Refusal = 'validated' | 'task' | 'changed-since' | 'decision';

/**
 * An open assessment: the one writer. Screens read its derived values and call its verbs; every change is an entry,
 * durable before `status` says saved.
 */
export class AssessmentSession extends AssessmentView {
  #refusal: Refusal | null = $state.raw(null);
  #refusals = $state.raw(0);
  #undone: readonly string[] = $state.raw([]);
  /** Acts that change nothing of what was validated: see `append`. */
  readonly #later = new WeakSet<readonly Change[]>();

  /** Why the last act changed nothing; null when it did, or when the person has read it. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** How many acts changed nothing: what a form shows is drawn anew with each, so that it shows what stands. */
  get refusals(): number {
    return this.#refusals;
  }

  /** Registers that were taken back last: another list with each act that was. */
  get undone(): readonly string[] {
    return this.#undone;
  }

  dismissRefusal(): void {
    this.#refusal = null;
  }

  /**
   * The gateway of every change: entries in memory at once, resolved with them when they are durable (see `status`).
   * All of it or, with `refusal` saying why, nothing, and then it resolves with null: a pack lets nothing through but
   * its task, and what was validated changes only in a correction that a person began. `actor` is the facilitator where
   * the facilitator settles or takes down what is another's word; else the register says whose it is.
   */
  async write(changes: readonly Change[], actor?: 'facilitator'): Promise<readonly FullEntry[] | null> {
    if (this.#isRefused(this.#refusalOf(changes))) return null;
    // What was deleted in another tab is only looked at; text that was typed is not lost with that, see isRefused.
    if (this.standing !== 'here') {
      this.#refusals += 1;
      return null;
    }
    const made = await this.writer.write(changes, actor ?? this.actorOf);
    return this.standing === 'here' ? made : null;
  }

  protected override get isRefused(): boolean {
    return super.isRefused || this.#refusal !== null;
  }

  #refuse(refusal: Refusal): void {
    this.#refusal = refusal;
    this.#refusals += 1;
  }

  #isRefused(refusal: Refusal | null): boolean {
    if (refusal !== null) this.#refuse(refusal);
    return refusal !== null;
  }

  #isOfTask({ register, value }: Change): boolean {
    return mayWrite(this.task, this.respondent, register, value);
  }

  #refusalOf(changes: readonly Change[]): Refusal | null {
    const { validation } = this;
    if (!changes.every((change) => this.#isOfTask(change))) return 'task';
    if (validation === null || this.isCorrecting) return null;
    return changes.some(({ register }) => !standsAroundReport(register, validation.actions)) ? 'validated' : null;
  }

  /** Entries of changes that `append` writes later: of what is true only when a file has gone out. All or none. */
  prepare(changes: readonly Change[]): readonly FullEntry[] {
    const isOwn = changes.every((change) => this.#isOfTask(change));
    return this.#isRefused(isOwn ? null : 'task') ? [] : this.writer.prepare(changes, this.actorOf);
  }

  /**
   * Writes what was prepared. That a file went out, or that an institution answered on paper, is no change of what was
   * validated: it is listed as later.
   */
  append(prepared: readonly FullEntry[]): Promise<void> {
    if (this.standing !== 'here') return Promise.resolve();
    const before = this.writer.undoable;
    const saving = this.writer.append(prepared);
    const { undoable } = this.writer;
    if (undoable !== before) this.#later.add(undoable);
    return saving;
  }

  /**
   * The same together with the documents, by SHA-256, that the changes name: all of it durable, or a `StorageError` is
   * thrown and nothing was changed.
   */
  async writeWithEvidence(changes: readonly Change[], evidence: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
    if (this.#isRefused(this.#refusalOf(changes))) return false;
    await this.writer.writeWithEvidence(changes, this.actorOf, evidence);
    return true;
  }

  /** The same together with entries from elsewhere, stored in one go by `store`; throws what it throws. */
  async writeTogether(
    brought: readonly Entry[],
    changes: readonly Change[],
    store: (entries: readonly Entry[]) => Promise<unknown>,
  ): Promise<boolean> {
    if (this.#isRefused(this.#refusalOf(changes))) return false;
    await this.writer.writeTogether(brought, changes, 'facilitator', store);
    return true;
  }

  /** 16 hexadecimal digits for the id of something new: a piece of evidence, an action, a comment. */
  newId(): string {
    return this.input.surroundings.randomHex16();
  }

  /** For an entry that `append` takes. */
  nextEntryId(): string {
    return this.writer.nextId();
  }

  /** UTC milliseconds now. */
  nowMs(): number {
    return this.input.surroundings.nowMs();
  }

  /** Gives an answer, or takes it back with null. A level brings its requirements; ticks above it stay. */
  rate(indicatorId: string, answer: Answer | null): void {
    if (!this.mayRate) return;
    const changes: Change[] = [
      { register: this.ratingRegister(indicatorId, 'answer'), value: valueOfAnswer(answer) },
      ...(answer === null ? [] : this.#takeBackDeclining(indicatorId)),
    ];
    const indicator = this.framework.indicatorById.get(indicatorId);
    if (indicator !== undefined && answer?.state === 'level') {
      const scale = scaleOf(this.framework, indicator);
      const position = levelPosition(scale, answer.level) ?? 0;
      const before = this.ownRating(indicatorId)?.requirements ?? [];
      const levelsAbove = new Set(scale.levels.slice(position).map(({ id }) => id));
      const kept = before.filter((address) => levelsAbove.has(levelOfRequirement(address)));
      // Lowering the level must not leave its own requirements complete, or the ticks would say otherwise.
      const ticks = new Set([...requirementsHeldAt(this.framework, indicator, answer.level), ...kept]);
      const implied = levelFromRequirements(this.framework, indicator, ticks).level;
      const ticked =
        implied === answer.level ? [...ticks] : requirementsHeldAt(this.framework, indicator, answer.level);
      changes.push({ register: this.ratingRegister(indicatorId, 'requirements'), value: ticked });
    }
    void this.write(changes);
  }

  /** Ticks or unticks one requirement; the level follows: held with all its requirements and all levels below. */
  tick(indicatorId: string, address: string, held: boolean): void {
    const indicator = this.framework.indicatorById.get(indicatorId);
    if (indicator === undefined || !this.mayRate) return;
    const ticked = new Set(this.heldRequirements(indicatorId));
    if (held) ticked.add(address);
    else ticked.delete(address);
    const { level } = levelFromRequirements(this.framework, indicator, ticked);
    void this.write([
      ...this.#takeBackDeclining(indicatorId),
      { register: this.ratingRegister(indicatorId, 'answer'), value: { level } },
      { register: this.ratingRegister(indicatorId, 'requirements'), value: [...ticked].sort() },
    ]);
  }

  /** Says of a requirement that is not met whether it has begun; no answer follows from it. */
  setUnderWay(indicatorId: string, address: string, isUnderWay: boolean): void {
    if (!this.mayRate) return;
    const said = new Set(this.underWayRequirements(indicatorId));
    if (isUnderWay) said.add(address);
    else said.delete(address);
    const value = said.size === 0 ? null : [...said].sort();
    void this.write([{ register: this.ratingRegister(indicatorId, 'under-way'), value }]);
  }

  /** Who answers after all no longer says that it is not its mandate, or that it has no view. */
  #takeBackDeclining(indicator: string): Change[] {
    const { respondent: institution, assessment } = this;
    if (!hasDeclined(assessment, indicator, institution)) return [];
    return [
      { register: buildRegister({ kind: 'mandate', institution, indicator }), value: null },
      { register: buildRegister({ kind: 'no-view', institution, indicator }), value: null },
    ];
  }

  setConfidence(indicatorId: string, confidence: Confidence): void {
    void this.write([{ register: this.ratingRegister(indicatorId, 'confidence'), value: confidence }]);
  }

  /** Makes one entry of a comment. */
  async saveComment(indicatorId: string, text: string): Promise<boolean> {
    const register = this.commentRegister(indicatorId);
    const indicator = this.framework.indicatorById.has(indicatorId) ? indicatorId : null;
    const said = this.mayRate ? text : { indicator, institution: this.respondent, text };
    return (await this.write([{ register, value: text.trim() === '' ? null : said }])) !== null;
  }

  setRound(fields: { [Field in keyof RoundFields]?: RoundFields[Field] | null }): void {
    void this.write(
      Object.entries(fields).map(([field, value]) => ({
        register: buildRegister({ kind: 'round', field }),
        value: (value ?? null) as JsonValue,
      })),
    );
  }

  /** A sentence of the report in a person's own words; null goes back to the generated one. */
  setSentence(id: string, sentence: Sentence | null): void {
    void this.write([{ register: sentenceRegister(id), value: sentence }]);
  }

  /** A good practice of a domain, by language; null takes it back. */
  setPractice(domain: string, texts: Readonly<Record<string, string>> | null): void {
    void this.write([{ register: buildRegister({ kind: 'practice', domain }), value: texts }]);
  }

  /** A target level, `none` with a reason, or null for the default (the next level). */
  setTarget(indicatorId: string, target: Target | null): void {
    void this.write([
      { register: buildRegister({ kind: 'target', indicator: indicatorId }), value: valueOfTarget(target) },
    ]);
  }

  /** The same target for several indicators; null goes back to the next level of each. */
  setTargets(indicatorIds: readonly string[], target: Target | null): void {
    const value = valueOfTarget(target);
    void this.write(
      indicatorIds.map((indicator) => ({ register: buildRegister({ kind: 'target', indicator }), value })),
    );
  }

  /** Day (ISO 8601) by which targets are to be reached; null takes it back. */
  setHorizon(date: string | null): void {
    this.setRound({ horizon: date });
  }

  /** 1 to 4, or null to take it back. */
  setImpact(indicatorId: string, impact: number | null): void {
    void this.write([{ register: buildRegister({ kind: 'impact', indicator: indicatorId }), value: impact }]);
  }

  /** 1 to 4, or null to take it back. */
  setEase(indicatorId: string, ease: number | null): void {
    void this.write([{ register: buildRegister({ kind: 'ease', indicator: indicatorId }), value: ease }]);
  }

  /**
   * Takes back the last act of this page, a decision where the person `isSure`; resolves with the registers that it
   * set, none where nothing was taken back.
   */
  async undo(isSure = false): Promise<readonly string[]> {
    if (!isSure && this.writer.undoable.some(({ register }) => DECISIONS.includes(register))) {
      // What the page shows stays: nothing of it was refused.
      this.#refusal = 'decision';
      return [];
    }
    const { undoable } = this.writer;
    const changes = this.#later.has(undoable) ? [] : undoable.filter(({ register }) => register !== VALIDATION);
    const refusal = this.#refusalOf(changes);
    if (this.#isRefused(refusal) || this.standing !== 'here') return [];
    const undone = await this.writer.undo(this.actorOf);
    if (undone.length === 0) this.#refuse('changed-since');
    this.#undone = undone;
    return undone;
  }

  /** See `EntryWriter.forgetUndo`. */
  forgetUndo(): void {
    this.writer.forgetUndo();
  }

  /** Tries again to store what could not be stored. */
  retry(): void {
    void this.writer.retry();
    void this.typing.flush();
  }

  /** Entries that another tab or a file brought and stored. */
  receive(entries: readonly Entry[]): void {
    this.writer.receive(entries);
  }

  /** The entries as they are stored, after some were taken out of the storage. */
  startAfresh(read: () => Promise<readonly Entry[]>): Promise<void> {
    return this.writer.startAfresh(read);
  }

  /** What the storage says of the assessment: one that was deleted or erased takes nothing more until it is back. */
  stand(standing: Standing): void {
    this.writer.stand(standing);
  }
}
