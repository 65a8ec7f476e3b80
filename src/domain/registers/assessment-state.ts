import type { ReturnRecord } from './return.ts';
import type { RegisterState } from '../journal/register-state.ts';
import type { ValidationValue } from './validation.ts';
import type { Problem } from '../problem.ts';
import type { Answer } from './answer.ts';
import type { ActionFields } from './action.ts';
import type { Assignment, Mandate } from './assignment.ts';
import type { Cause, Target } from './target.ts';
import type { Comment } from './comment.ts';
import type { Confidence } from './rating.ts';
import type { Endorsement, InstitutionFields } from './institution.ts';
import type { Evaluation, Forum, RoomOpinions } from './meeting.ts';
import type { Evidence, EvidenceLink } from './evidence.ts';
import type { InstrumentFields } from './instrument.ts';
import type { MeasureFields } from './measure.ts';
import type { RoundFields, Sentence } from './round.ts';

/** The institution that answers when nobody else was invited: it is there from the start. */
export const LEAD_INSTITUTION = 'lead';

export interface Institution extends InstitutionFields {
  readonly id: string;
}

/** Whether an institution takes part, and does so without its answers: whoever answers with nothing else said is made one by it. */
export const takesPartAnyway = (one: Institution | undefined): boolean =>
  one !== undefined && one.removed !== true && (one.id === LEAD_INSTITUTION || one.name !== undefined);

/** What one institution said of one indicator in one vote. */
export interface Rating {
  readonly institution: string;
  readonly indicator: string;
  /** 1 for the first opinion, 2 for the one after discussion, ... */
  readonly vote: number;
  /** Undefined: no answer, or taken back. */
  readonly answer?: Answer;
  /** Requirements that are met, as `<indicator>/<level>/<a|b|c>`. */
  readonly requirements: readonly string[];
  /** Requirements said to be under way, in the same form; one that is met counts as met. */
  readonly underWay?: readonly string[];
  readonly confidence?: Confidence;
  readonly comment?: string;
  /** When the answer was given: ISO instant of the device. */
  readonly answeredAt?: string;
}

/** One count of opinions in the room. */
export interface RoomVote extends RoomOpinions {
  /** From 1. */
  readonly vote: number;
}

export interface Agreed {
  readonly answer?: Answer;
  readonly rationale?: string;
  readonly forum?: Forum;
  readonly answeredAt?: string;
}

export interface Action extends ActionFields {
  readonly id: string;
}

export interface Measure extends MeasureFields {
  readonly id: string;
}

export interface LinkedEvidence extends EvidenceLink {
  readonly institution: string;
  readonly evidence: string;
}

/** A register of an indicator that the framework does not have, and what took its place, where the framework says so. */
export interface Orphan {
  readonly register: string;
  readonly indicator: string;
  readonly supersededBy: string | readonly string[] | null;
}

/** A value that does not have the form of its register: it stays in the journal and counts for nothing. */
export interface DamagedValue {
  readonly register: string;
  readonly entry: string;
  readonly problems: readonly Problem[];
}

/** Institution id to value, under an indicator id. */
export type ByIndicator<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** Everything that an assessment says, typed. Maps are in text order of their keys. */
export interface AssessmentState {
  readonly round: RoundFields;
  readonly sentences: ReadonlyMap<string, Sentence>;
  /** By domain: a good practice, by language. */
  readonly practices: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By indicator: why its level differs from that of the round before. */
  readonly causes: ReadonlyMap<string, Cause>;
  /** By indicator: why it comes first, whatever its need. */
  readonly pins: ReadonlyMap<string, string>;
  /**
   * Those who were named or have said something; removed ones keep their entry with `removed`, and those that were joined
   * with another are removed, with the id of the one that they are now as `joinedInto`.
   */
  readonly institutions: ReadonlyMap<string, Institution>;
  /** Explicit assignments; ask `assignmentOf` for the one in force. */
  readonly assignments: ByIndicator<Assignment>;
  /** Every vote of every institution, by indicator. */
  readonly ratings: ReadonlyMap<string, readonly Rating[]>;
  readonly mandates: ByIndicator<Mandate>;
  /** Forms of participants on the workshop, by id. */
  readonly evaluations: ReadonlyMap<string, Evaluation>;
  /** By indicator: institutions that were asked and have no view. */
  readonly noViews: ReadonlyMap<string, ReadonlySet<string>>;
  /** By indicator: opinions in the room, one a vote, in the order of votes; apart from the institutions' positions. */
  readonly roomOpinions: ReadonlyMap<string, readonly RoomVote[]>;
  /** By vote on priorities from 1: how many dots each indicator on the ballot was given. */
  readonly dots: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly agreed: ReadonlyMap<string, Agreed>;
  readonly reservations: ByIndicator<string>;
  readonly targets: ReadonlyMap<string, Target>;
  /** 1 to 4. */
  readonly impacts: ReadonlyMap<string, number>;
  /** 1 to 4. */
  readonly eases: ReadonlyMap<string, number>;
  /** Indicators whose gaps are kept. */
  readonly kept: ReadonlySet<string>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly evidenceLinks: ReadonlyMap<string, readonly LinkedEvidence[]>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly comments: ReadonlyMap<string, Comment>;
  readonly instruments: ReadonlyMap<string, InstrumentFields>;
  /** By indicator: up to which vote it is shown whose opinion is whose. */
  readonly reveals: ReadonlyMap<string, number>;
  readonly endorsements: ReadonlyMap<string, Endorsement>;
  /** What came back, by id. */
  readonly returns: ReadonlyMap<string, ReturnRecord>;
  readonly validation: ValidationValue | null;
  readonly conflicts: readonly RegisterState[];
  readonly orphans: readonly Orphan[];
  readonly damaged: readonly DamagedValue[];
  /** Registers of newer versions or of others: carried, shown as a count. */
  readonly unknownRegisters: readonly string[];
  /** Registers of which only stubs are left. */
  readonly withoutValue: readonly string[];
}
