export {
  answerOfValue,
  answerValueSchema,
  confidenceSchema,
  requirementsSchema,
  valueOfAnswer,
} from '../registers/rating.ts';
export type { Confidence } from '../registers/rating.ts';
export type { ActionFields } from '../registers/action.ts';
export type { Assignment, Mandate } from '../registers/assignment.ts';
export type { Comment, CommentDecision } from '../registers/comment.ts';
export { COMMENT_DECISIONS, commentSchema } from '../registers/comment.ts';
export type { Endorsement, InstitutionFields, Pack } from '../registers/institution.ts';
export type { Evaluation, Forum, RoomOpinions } from '../registers/meeting.ts';
export type { Evidence, EvidenceLink } from '../registers/evidence.ts';
export { evidenceSchema } from '../registers/evidence.ts';
export type { InstrumentFields } from '../registers/instrument.ts';
export type { Custody, Logo, Publication, RoundFields, Sentence } from '../registers/round.ts';
export { MAXIMUM_LOGO_LENGTH } from '../registers/round.ts';
export type { Cause, Target } from '../registers/target.ts';
export { CHANGE_CAUSES, valueOfTarget } from '../registers/target.ts';
export { endorsementSchema } from '../registers/institution.ts';
