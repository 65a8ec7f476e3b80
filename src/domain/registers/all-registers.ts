import { actionRegister } from './action.ts';
import { assignmentRegister, mandateRegister, noViewRegister } from './assignment.ts';
import { commentRegister } from './comment.ts';
import type { AssessmentDraft } from './assessment-draft.ts';
import type { RegisterDefinition, Sayings } from './define-register.ts';
import { evidenceLinkRegister, evidenceRegister } from './evidence.ts';
import { endorsementRegister, institutionRegister } from './institution.ts';
import { instrumentRegister } from './instrument.ts';
import {
  agreedRegister,
  evaluationRegister,
  reservationRegister,
  revealRegister,
  roomRegister,
  voteRegister,
} from './meeting.ts';
import { measureRegister } from './measure.ts';
import { ratingRegister } from './rating.ts';
import { returnRegister } from './return.ts';
import { practiceRegister, roundRegister, sentenceRegister } from './round.ts';
import { causeRegister, easeRegister, impactRegister, keptRegister, pinRegister, targetRegister } from './target.ts';
import { validationRegister } from './validation.ts';

/** Every register there is. Of two forms that fit one address, the one that stands first is meant. */
export const ALL_REGISTERS = [
  sentenceRegister,
  causeRegister,
  pinRegister,
  evaluationRegister,
  roomRegister,
  roundRegister,
  practiceRegister,
  noViewRegister,
  institutionRegister,
  assignmentRegister,
  ratingRegister,
  mandateRegister,
  agreedRegister,
  reservationRegister,
  targetRegister,
  impactRegister,
  easeRegister,
  keptRegister,
  measureRegister,
  evidenceRegister,
  evidenceLinkRegister,
  actionRegister,
  commentRegister,
  instrumentRegister,
  revealRegister,
  voteRegister,
  endorsementRegister,
  returnRegister,
  validationRegister,
] as const;

type AddressOf<Definition> = Definition extends RegisterDefinition<infer Of, never> ? Of : never;

/** The address of one thing that can be set, in its parts. */
export type Register = AddressOf<(typeof ALL_REGISTERS)[number]>;
export type RegisterKind = Register['kind'];
export type RatingPart = Extract<Register, { kind: 'rating' }>['part'];
/** An address that no version known here writes: it is carried. */
export interface UnknownRegister {
  readonly kind: 'unknown';
  readonly register: string;
}
export type ParsedRegister = Register | UnknownRegister;

const BY_KIND: ReadonlyMap<string, RegisterDefinition<Register, AssessmentDraft>> = new Map(
  ALL_REGISTERS.map((definition) => [definition.kind, definition as RegisterDefinition<Register, AssessmentDraft>]),
);

/** The definition of a register. */
export function definitionOf(register: Register): RegisterDefinition<Register, AssessmentDraft> {
  const definition = BY_KIND.get(register.kind);
  if (definition === undefined) throw new RangeError(`no register ${register.kind}`);
  return definition;
}

/** What a register says of itself: who may write it, where it travels. */
export function sayingsOf(register: Register): Sayings {
  return definitionOf(register).sayingsOf(register);
}
