import type { ActionDraft } from './action.ts';
import type { RatingDraft } from './rating.ts';
import type { ReturnRecord, ReturnDraft } from './return.ts';
import type { ValidationValue, ValidationDraft } from './validation.ts';
import type {
  Action,
  Agreed,
  AssessmentState,
  Institution,
  LinkedEvidence,
  Measure,
  Rating,
  RoomVote,
} from './assessment-state.ts';
import { LEAD_INSTITUTION } from './assessment-state.ts';
import type { Assignment, Mandate, AssignmentDraft } from './assignment.ts';
import type { Cause, Target, TargetDraft } from './target.ts';
import type { Comment, CommentDraft } from './comment.ts';
import type { Endorsement, InstitutionDraft } from './institution.ts';
import type { Evaluation, MeetingDraft } from './meeting.ts';
import type { Evidence, EvidenceLink, EvidenceDraft } from './evidence.ts';
import type { InstrumentFields, InstrumentDraft } from './instrument.ts';
import type { MeasureDraft } from './measure.ts';
import type { RoundFields, Sentence, RoundDraft } from './round.ts';
import type { Joins } from './living-institution.ts';
import { livingId, NO_JOINS } from './living-institution.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Place = { readonly indicator: string; readonly institution: string };

function ensure<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function inTextOrder<Value>(map: Map<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Collects the registers of an assessment while they are read, one after the other. */
export class AssessmentDraft
  implements
    RoundDraft,
    InstitutionDraft,
    AssignmentDraft,
    RatingDraft,
    MeetingDraft,
    TargetDraft,
    EvidenceDraft,
    CommentDraft,
    ActionDraft,
    MeasureDraft,
    InstrumentDraft,
    ReturnDraft,
    ValidationDraft
{
  readonly round: Writable<RoundFields> = {};
  readonly sentences = new Map<string, Sentence>();
  readonly practices = new Map<string, Readonly<Record<string, string>>>();
  readonly causes = new Map<string, Cause>();
  readonly pins = new Map<string, string>();
  readonly targets = new Map<string, Target>();
  readonly impacts = new Map<string, number>();
  readonly eases = new Map<string, number>();
  readonly kept = new Set<string>();
  readonly evidence = new Map<string, Evidence>();
  readonly comments = new Map<string, Comment>();
  readonly evaluations = new Map<string, Evaluation>();
  readonly noViews = new Map<string, Set<string>>();
  readonly roomOpinions = new Map<string, RoomVote[]>();
  readonly dots = new Map<number, Map<string, number>>();
  readonly reveals = new Map<string, number>();
  readonly endorsements = new Map<string, Endorsement>();
  readonly returns = new Map<string, ReturnRecord>();
  validation: ValidationValue | null = null;
  readonly #institutions = new Map<string, Writable<Institution>>();
  readonly #assignments = new Map<string, Map<string, Assignment>>();
  readonly #ratings = new Map<string, Map<string, Writable<Rating>>>();
  readonly #mandates = new Map<string, Map<string, Mandate>>();
  readonly #reservations = new Map<string, Map<string, string>>();
  readonly #agreed = new Map<string, Writable<Agreed>>();
  readonly #links = new Map<string, LinkedEvidence[]>();
  readonly #actions = new Map<string, Writable<Action>>();
  readonly #measures = new Map<string, Writable<Measure>>();
  readonly #instruments = new Map<string, Writable<InstrumentFields>>();

  institution(id: string): Writable<Institution> {
    return ensure(this.#institutions, id, () => ({ id }));
  }

  assign({ indicator, institution }: Place, assignment: Assignment): void {
    this.institution(institution);
    ensure(this.#assignments, indicator, () => new Map<string, Assignment>()).set(institution, assignment);
  }

  rating(institution: string, indicator: string, vote: number): Writable<Rating> {
    this.institution(institution);
    const ofIndicator = ensure(this.#ratings, indicator, () => new Map<string, Writable<Rating>>());
    return ensure(ofIndicator, `${institution}/${vote}`, () => ({ institution, indicator, vote, requirements: [] }));
  }

  setMandate({ indicator, institution }: Place, mandate: Mandate): void {
    this.institution(institution);
    ensure(this.#mandates, indicator, () => new Map<string, Mandate>()).set(institution, mandate);
  }

  reserve({ indicator, institution }: Place, text: string): void {
    this.institution(institution);
    ensure(this.#reservations, indicator, () => new Map<string, string>()).set(institution, text);
  }

  addNoView(indicator: string, institution: string): void {
    ensure(this.noViews, indicator, () => new Set<string>()).add(institution);
  }

  addRoomVote(indicator: string, vote: RoomVote): void {
    ensure(this.roomOpinions, indicator, () => [] as RoomVote[]).push(vote);
  }

  dotsIn(vote: number): Map<string, number> {
    return ensure(this.dots, vote, () => new Map<string, number>());
  }

  agreedOf(indicator: string): Writable<Agreed> {
    return ensure(this.#agreed, indicator, () => ({}));
  }

  linkEvidence({ indicator, institution, evidence }: Place & { evidence: string }, link: EvidenceLink): void {
    ensure(this.#links, indicator, () => [] as LinkedEvidence[]).push({ ...link, institution, evidence });
  }

  action(id: string): Writable<Action> {
    return ensure(this.#actions, id, () => ({ id }));
  }

  measure(id: string): Writable<Measure> {
    return ensure(this.#measures, id, () => ({ id }));
  }

  instrument(code: string): Writable<InstrumentFields> {
    return ensure(this.#instruments, code, () => ({}));
  }

  /** Whoever was joined with another takes no part of its own, and where a value names it that other is meant. */
  #join(joins: Joins): void {
    for (const [id, living] of joins) {
      const { pack } = this.institution(id);
      Object.assign(this.institution(id), { removed: true, joinedInto: living });
      if (pack !== undefined) this.institution(living).pack ??= pack;
    }
    const of = (id: string) => livingId(joins, id);
    const all = (ids: readonly string[]) => [...new Set(ids.map(of))];
    const { packs, present } = this.round;
    if (present !== undefined) this.round.present = all(present);
    if (packs !== undefined) this.round.packs = { ...packs, institutions: all(packs.institutions) };
    for (const [id, one] of this.comments) this.comments.set(id, { ...one, institution: of(one.institution) });
    for (const [id, one] of this.returns) this.returns.set(id, { ...one, institution: of(one.institution) });
    for (const own of this.#mandates.values()) {
      for (const [id, one] of own) own.set(id, { ...one, suggests: of(one.suggests) });
    }
    for (const planned of [...this.#actions.values(), ...this.#measures.values()]) {
      if (planned.lead !== undefined) planned.lead = of(planned.lead);
      if (planned.partners !== undefined) planned.partners = all(planned.partners);
    }
  }

  finish(
    joins: Joins = NO_JOINS,
  ): Omit<AssessmentState, 'conflicts' | 'orphans' | 'damaged' | 'unknownRegisters' | 'withoutValue'> {
    const lead = this.institution(LEAD_INSTITUTION);
    if (lead.name === undefined && this.round.lead !== undefined) lead.name = this.round.lead;
    // A mark that goes nowhere, or in a circle, joins nothing: which ones do is said by `joins`.
    for (const institution of this.#institutions.values()) delete institution.joinedInto;
    if (joins.size > 0) this.#join(joins);
    return {
      round: this.round,
      sentences: this.sentences,
      practices: this.practices,
      causes: this.causes,
      pins: this.pins,
      institutions: inTextOrder(this.#institutions),
      assignments: this.#assignments,
      ratings: new Map([...this.#ratings].map(([indicator, ratings]) => [indicator, [...ratings.values()]])),
      mandates: this.#mandates,
      evaluations: this.evaluations,
      noViews: this.noViews,
      roomOpinions: new Map(
        [...this.roomOpinions].map(([id, votes]) => [id, [...votes].sort((a, b) => a.vote - b.vote)]),
      ),
      dots: this.dots,
      agreed: this.#agreed,
      reservations: this.#reservations,
      targets: this.targets,
      impacts: this.impacts,
      eases: this.eases,
      kept: this.kept,
      measures: this.#measures,
      evidence: this.evidence,
      evidenceLinks: this.#links,
      actions: this.#actions,
      comments: this.comments,
      instruments: this.#instruments,
      reveals: this.reveals,
      endorsements: this.endorsements,
      returns: this.returns,
      validation: this.validation,
    };
  }
}
