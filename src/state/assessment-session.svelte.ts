import type { Answer, Answers } from '../domain/assessment/answer.ts';
import type { AssessmentState, Rating } from '../domain/assessment/assessment-state.ts';
import { LEAD_INSTITUTION } from '../domain/assessment/assessment-state.ts';
import { decideAnswers } from '../domain/assessment/decide-answers.ts';
import { readAssessment } from '../domain/assessment/read-assessment.ts';
import type { Confidence, RoundFields, Target } from '../domain/assessment/register-values.ts';
import { valueOfAnswer, valueOfTarget } from '../domain/assessment/register-values.ts';
import { levelFromRequirements, requirementsHeldAt } from '../domain/assessment/requirements.ts';
import type { Crosswalk } from '../domain/framework/crosswalk-schema.ts';
import type { FrameworkTexts } from '../domain/framework/framework-schema.ts';
import type { Framework, Indicator } from '../domain/framework/framework.ts';
import { levelPosition, scaleOf, textsIn } from '../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../domain/journal/entry-schema.ts';
import type { JsonValue } from '../domain/journal/fold.ts';
import { buildRegister } from '../domain/journal/registers.ts';
import type { Explanation } from '../domain/scoring/explain.ts';
import { explain } from '../domain/scoring/explain.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import type { Change, SaveStatus } from './entry-writer.svelte.ts';
import { EntryWriter } from './entry-writer.svelte.ts';
import type { JournalStore, Surroundings } from './journal-store.ts';
import type { Progress } from './progress.ts';
import { measureProgress } from './progress.ts';

export const STEPS = ['setup', 'assess', 'results', 'gaps', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** A piece of evidence as a form edits it; null where nothing was entered. */
export interface EvidenceFields {
  readonly title: string;
  readonly kind: string | null;
  readonly holder: string | null;
  readonly date: string | null;
  readonly reference: string | null;
  readonly access: 'public' | 'internal' | 'restricted';
}

export interface EvidenceView extends EvidenceFields {
  readonly id: string;
}

export interface SessionInput {
  readonly identity: AssessmentIdentity;
  readonly framework: Framework;
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;
  readonly entries: readonly Entry[];
  /** Lines of files that were no entries: carried, said, not counted. */
  readonly damagedLines?: number;
  readonly drafts: ReadonlyMap<string, string>;
  readonly store: JournalStore;
  readonly surroundings: Surroundings;
  readonly onwritten?: (entries: readonly Entry[]) => void;
}

const FIRST_VOTE = 1;
const ACTOR = `institution:${LEAD_INSTITUTION}` as const;
const DRAFT_DELAY_MS = 500;

/**
 * An open assessment: the one writer. Screens read its derived values and call its verbs; every change is an entry,
 * durable before `status` says saved.
 */
export class AssessmentSession {
  readonly identity: AssessmentIdentity;
  readonly framework: Framework;
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;
  readonly #input: SessionInput;
  readonly #writer: EntryWriter;
  #drafts: ReadonlyMap<string, string> = $state.raw(new Map());
  readonly #draftTimers = new Map<string, ReturnType<typeof setTimeout>>();

  readonly assessment: AssessmentState = $derived.by(() => readAssessment(this.#writer.state, this.framework));
  readonly answers: Answers = $derived.by(() => decideAnswers(this.assessment, this.framework));
  readonly outOfScope: ReadonlySet<string> = $derived.by(() => new Set(this.assessment.round.outOfScope ?? []));
  readonly indicatorsInScope: readonly Indicator[] = $derived.by(() =>
    this.framework.indicators.filter(({ id }) => !this.outOfScope.has(id)),
  );
  readonly report: Report = $derived.by(() =>
    buildReport({ framework: this.framework, state: this.assessment, identity: this.identity }),
  );
  readonly #ownRatings: ReadonlyMap<string, Rating> = $derived.by(() => {
    const own = new Map<string, Rating>();
    for (const [indicator, ratings] of this.assessment.ratings) {
      const rating = ratings.find(({ institution, vote }) => institution === LEAD_INSTITUTION && vote === FIRST_VOTE);
      if (rating !== undefined) own.set(indicator, rating);
    }
    return own;
  });
  readonly #conflicts: ReadonlySet<string> = $derived.by(
    () => new Set(this.assessment.conflicts.map(({ register }) => register)),
  );

  constructor(input: SessionInput) {
    this.#input = input;
    this.identity = input.identity;
    this.framework = input.framework;
    this.crosswalks = input.crosswalks;
    this.#drafts = input.drafts;
    const { identity, entries, store, surroundings, onwritten } = input;
    this.#writer = new EntryWriter(identity.id, entries, store, surroundings, onwritten);
  }

  get status(): SaveStatus {
    return this.#writer.status;
  }

  get entries(): readonly Entry[] {
    return this.#writer.entries;
  }

  get damagedLines(): number {
    return this.#input.damagedLines ?? 0;
  }

  get canUndo(): boolean {
    return this.#writer.canUndo;
  }

  /** Country and title of the round, as far as they were entered. */
  get titleLines(): readonly string[] {
    const { country, title } = this.assessment.round;
    return [country, title].filter((part) => part !== undefined && part !== '') as string[];
  }

  get progress(): Progress {
    return measureProgress(this.framework, this.indicatorsInScope, (id) => this.answerOf(id));
  }

  progressOfDomain(domainId: string): Progress {
    const own = this.indicatorsInScope.filter(({ domain }) => domain === domainId);
    return measureProgress(this.framework, own, (id) => this.answerOf(id));
  }

  /** Texts in a language, or in the source language where the framework does not have it. */
  textsIn(language: string): FrameworkTexts {
    return textsIn(this.framework, language);
  }

  /** The language the texts really are in. */
  languageOfTexts(language: string): string {
    return this.framework.texts[language] === undefined ? this.framework.structure.sourceLanguage : language;
  }

  hrefOfStep(step: Step): string {
    return `#/assessment/${encodeURIComponent(this.identity.id)}/${step}`;
  }

  hrefOfIndicator(indicatorId: string): string {
    return `${this.hrefOfStep('assess')}/${encodeURIComponent(indicatorId)}`;
  }

  answerOf(indicatorId: string): Answer | undefined {
    return this.#ownRatings.get(indicatorId)?.answer;
  }

  /** Requirements shown as met: those of the chosen level and below, and those ticked above it. */
  heldRequirements(indicatorId: string): ReadonlySet<string> {
    const rating = this.#ownRatings.get(indicatorId);
    const indicator = this.framework.indicatorById.get(indicatorId);
    if (rating === undefined || indicator === undefined) return new Set();
    const ofLevel =
      rating.answer?.state === 'level' ? requirementsHeldAt(this.framework, indicator, rating.answer.level) : [];
    return new Set([...ofLevel, ...rating.requirements]);
  }

  confidenceOf(indicatorId: string): Confidence | null {
    return this.#ownRatings.get(indicatorId)?.confidence ?? null;
  }

  /** The comment as it stands in the field: a draft not yet saved as an entry, else the saved one. */
  commentOf(indicatorId: string): string {
    return this.#drafts.get(this.#rating(indicatorId, 'comment')) ?? this.#ownRatings.get(indicatorId)?.comment ?? '';
  }

  evidenceOf(indicatorId: string): readonly EvidenceView[] {
    const links = this.assessment.evidenceLinks.get(indicatorId) ?? [];
    return [...new Set(links.map(({ evidence }) => evidence))].flatMap((id) => this.#evidenceView(id) ?? []);
  }

  evidenceNotLinkedTo(indicatorId: string): readonly EvidenceView[] {
    const linked = new Set(this.evidenceOf(indicatorId).map(({ id }) => id));
    return [...this.assessment.evidence.keys()]
      .filter((id) => !linked.has(id))
      .flatMap((id) => this.#evidenceView(id) ?? []);
  }

  isInConflict(indicatorId: string): boolean {
    return this.#conflicts.has(this.#rating(indicatorId, 'answer'));
  }

  mayBeNotApplicable(indicatorId: string): boolean {
    const indicator = this.framework.indicatorById.get(indicatorId);
    return (indicator?.method?.notApplicable ?? this.framework.structure.method.notApplicable) !== 'forbid';
  }

  explain(nodeId: string): Explanation | null {
    return explain(this.framework, this.answers, nodeId, { outOfScope: this.outOfScope });
  }

  /** Gives an answer, or takes it back with null. A level brings its requirements; ticks above it stay. */
  rate(indicatorId: string, answer: Answer | null): void {
    const changes: Change[] = [{ register: this.#rating(indicatorId, 'answer'), value: valueOfAnswer(answer) }];
    const indicator = this.framework.indicatorById.get(indicatorId);
    if (indicator !== undefined && answer?.state === 'level') {
      const scale = scaleOf(this.framework, indicator);
      const position = levelPosition(scale, answer.level) ?? 0;
      const before = this.#ownRatings.get(indicatorId)?.requirements ?? [];
      const levelsAbove = new Set(scale.levels.slice(position).map(({ id }) => id));
      const kept = before.filter((address) => levelsAbove.has(address.split('/')[1] ?? ''));
      // Lowering the level must not leave its own requirements complete, or the ticks would say otherwise.
      const ticks = new Set([...requirementsHeldAt(this.framework, indicator, answer.level), ...kept]);
      const implied = levelFromRequirements(this.framework, indicator, ticks).level;
      const ticked =
        implied === answer.level ? [...ticks] : requirementsHeldAt(this.framework, indicator, answer.level);
      changes.push({ register: this.#rating(indicatorId, 'requirements'), value: ticked });
    }
    void this.#write(changes);
  }

  /** Ticks or unticks one requirement; the level follows: held with all its requirements and all levels below. */
  tick(indicatorId: string, address: string, held: boolean): void {
    const indicator = this.framework.indicatorById.get(indicatorId);
    if (indicator === undefined) return;
    const ticked = new Set(this.heldRequirements(indicatorId));
    if (held) ticked.add(address);
    else ticked.delete(address);
    const { level } = levelFromRequirements(this.framework, indicator, ticked);
    void this.#write([
      { register: this.#rating(indicatorId, 'answer'), value: { level } },
      { register: this.#rating(indicatorId, 'requirements'), value: [...ticked].sort() },
    ]);
  }

  setConfidence(indicatorId: string, confidence: Confidence): void {
    void this.#write([{ register: this.#rating(indicatorId, 'confidence'), value: confidence }]);
  }

  /** Keeps what is being typed, durably, within a second. */
  draftComment(indicatorId: string, text: string): void {
    const register = this.#rating(indicatorId, 'comment');
    this.#drafts = new Map([...this.#drafts, [register, text]]);
    clearTimeout(this.#draftTimers.get(register));
    const keep = () => void this.#input.store.putDraft(this.identity.id, register, text).catch(() => {});
    this.#draftTimers.set(register, setTimeout(keep, DRAFT_DELAY_MS));
  }

  /** Makes one entry of what was typed. The draft goes only when the entry is durable. */
  async saveComment(indicatorId: string, text: string): Promise<void> {
    const register = this.#rating(indicatorId, 'comment');
    clearTimeout(this.#draftTimers.get(register));
    await this.#write([{ register, value: text.trim() === '' ? null : text }]);
    if (this.status.state !== 'saved' || this.#drafts.get(register) !== text) return;
    this.#drafts = new Map([...this.#drafts].filter(([key]) => key !== register));
    await this.#input.store.deleteDraft(this.identity.id, register).catch(() => {});
  }

  saveEvidence(indicatorId: string, evidenceId: string | null, fields: EvidenceFields): void {
    const id = evidenceId ?? this.#input.surroundings.randomHex16();
    const value = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== null)) as JsonValue;
    void this.#write([
      { register: buildRegister({ kind: 'evidence', evidence: id }), value },
      { register: this.#link(indicatorId, id), value: {} },
    ]);
  }

  linkEvidence(indicatorId: string, evidenceId: string): void {
    void this.#write([{ register: this.#link(indicatorId, evidenceId), value: {} }]);
  }

  unlinkEvidence(indicatorId: string, evidenceId: string): void {
    void this.#write([{ register: this.#link(indicatorId, evidenceId), value: null }]);
  }

  setRound(fields: { [Field in keyof RoundFields]?: RoundFields[Field] | null }): void {
    void this.#write(
      Object.entries(fields).map(([field, value]) => ({
        register: buildRegister({ kind: 'round', field }),
        value: (value ?? null) as JsonValue,
      })),
    );
  }

  /** Marks indicators as not applicable with a reason, all at once; answered ones are left alone. */
  markNotApplicable(indicatorIds: readonly string[], reasonOf: (indicatorId: string) => string): void {
    const open = indicatorIds.filter((id) => this.answerOf(id) === undefined && this.mayBeNotApplicable(id));
    void this.#write(
      open.map((id) => ({
        register: this.#rating(id, 'answer'),
        value: valueOfAnswer({ state: 'not-applicable', reason: reasonOf(id) }),
      })),
    );
  }

  /** A target level, `none` with a reason, or null for the default (the next level). */
  setTarget(indicatorId: string, target: Target | null): void {
    void this.#write([
      { register: buildRegister({ kind: 'target', indicator: indicatorId }), value: valueOfTarget(target) },
    ]);
  }

  /** The same target for every indicator of a domain in scope; null goes back to the next level. */
  setTargetsOfDomain(domainId: string, level: string | null): void {
    const own = this.indicatorsInScope.filter(
      (indicator) =>
        indicator.domain === domainId &&
        (level === null || levelPosition(scaleOf(this.framework, indicator), level) !== null),
    );
    void this.#write(
      own.map(({ id }) => ({
        register: buildRegister({ kind: 'target', indicator: id }),
        value: level === null ? null : { level },
      })),
    );
  }

  /** 1 to 4, or null to take it back. */
  setImpact(indicatorId: string, impact: number | null): void {
    void this.#write([{ register: buildRegister({ kind: 'impact', indicator: indicatorId }), value: impact }]);
  }

  /** 1 to 4, or null to take it back. */
  setEase(indicatorId: string, ease: number | null): void {
    void this.#write([{ register: buildRegister({ kind: 'ease', indicator: indicatorId }), value: ease }]);
  }

  undo(): void {
    void this.#writer.undo(ACTOR);
  }

  retry(): void {
    void this.#writer.retry();
  }

  /** Entries that another tab or a file brought and stored. */
  receive(entries: readonly Entry[]): void {
    this.#writer.receive(entries);
  }

  #write(changes: readonly Change[]): Promise<void> {
    return this.#writer.write(changes, ACTOR);
  }

  #rating(indicator: string, part: 'answer' | 'requirements' | 'confidence' | 'comment'): string {
    return buildRegister({ kind: 'rating', institution: LEAD_INSTITUTION, indicator, vote: FIRST_VOTE, part });
  }

  #link(indicator: string, evidence: string): string {
    return buildRegister({ kind: 'evidence-link', indicator, institution: LEAD_INSTITUTION, evidence });
  }

  #evidenceView(id: string): EvidenceView | null {
    const evidence = this.assessment.evidence.get(id);
    if (evidence === undefined) return null;
    return {
      id,
      title: evidence.title,
      kind: evidence.kind ?? null,
      holder: evidence.holder ?? null,
      date: evidence.date ?? null,
      reference: evidence.reference ?? evidence.url ?? null,
      access: evidence.access ?? 'internal',
    };
  }
}
