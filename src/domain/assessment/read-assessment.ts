import type * as z from 'zod/mini';
import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import type { FullEntry } from '../journal/entry-schema.ts';
import type { JournalState, RegisterState } from '../journal/fold.ts';
import type { ParsedRegister, Register } from '../journal/registers.ts';
import { parseRegister } from '../journal/registers.ts';
import { validationValueSchema } from '../journal/validation.ts';
import type { Problem } from '../problem.ts';
import { problem, problemsOfIssues } from '../problem.ts';
import type { AssessmentState, DamagedValue, Orphan } from './assessment-state.ts';
import { AssessmentDraft } from './assessment-draft.ts';
import { withdrawnRule } from './withdrawn.ts';
import * as values from './register-values.ts';

const SENTENCE_PREFIX = 'sentence-';
const CAUSE_PREFIX = 'cause-';
const ROOM_FIELD = /^room-([1-9]\d?)-(.+)$/;
const EVALUATION_PREFIX = 'evaluation-';
const NO_VIEW_PREFIX = 'no-view-';
const PIN_PREFIX = 'pin-';

/** Sets one register in the draft: the problems of its value, or nothing. */
type Reading = readonly Problem[];

function read<Value>(
  schema: z.ZodMiniType<Value>,
  entry: FullEntry,
  set: (value: Value) => void,
  check: (value: Value) => Reading = () => [],
): Reading {
  const parsed = schema.safeParse(entry.value);
  if (!parsed.success) return problemsOfIssues(parsed.error.issues, '', entry.value);
  const problems = check(parsed.data);
  if (problems.length === 0) set(parsed.data);
  return problems;
}

/** A field of a table of schemas; null where the table has no such field. */
function readField(
  schemas: Readonly<Record<string, z.ZodMiniType>>,
  field: string,
  entry: FullEntry,
  set: (value: unknown) => void,
): Reading | null {
  const schema = Object.hasOwn(schemas, field) ? schemas[field] : undefined;
  return schema === undefined ? null : read(schema, entry, set);
}

function levelProblems(framework: Framework, indicatorId: string, level: string): Reading {
  const indicator = framework.indicatorById.get(indicatorId);
  if (indicator === undefined) return [];
  const scale = scaleOf(framework, indicator);
  if (levelPosition(scale, level) !== null) return [];
  const allowed = scale.levels.map(({ id }) => id).join(', ');
  return [problem('assessment.unknownLevel', '', ['level'], { indicator: indicatorId, level, allowed })];
}

function readRating(draft: AssessmentDraft, framework: Framework, register: Register, entry: FullEntry): Reading {
  if (register.kind !== 'rating') return [];
  const { institution, indicator, vote, part } = register;
  const rating = () => draft.rating(institution, indicator, vote);
  switch (part) {
    case 'answer':
      return read(
        values.answerValueSchema,
        entry,
        (value) => Object.assign(rating(), { answer: values.answerOfValue(value), answeredAt: entry.at }),
        (value) => ('level' in value ? levelProblems(framework, indicator, value.level) : []),
      );
    case 'requirements':
      return read(values.requirementsSchema, entry, (requirements) => Object.assign(rating(), { requirements }));
    case 'confidence':
      return read(values.confidenceSchema, entry, (confidence) => Object.assign(rating(), { confidence }));
    case 'comment':
      return read(values.commentTextSchema, entry, (comment) => Object.assign(rating(), { comment }));
  }
}

function readAgreed(draft: AssessmentDraft, framework: Framework, register: Register, entry: FullEntry): Reading {
  if (register.kind !== 'agreed') return [];
  const { indicator, part } = register;
  const agreed = () => draft.agreedOf(indicator);
  switch (part) {
    case 'answer':
      return read(
        values.answerValueSchema,
        entry,
        (value) => Object.assign(agreed(), { answer: values.answerOfValue(value), answeredAt: entry.at }),
        (value) => ('level' in value ? levelProblems(framework, indicator, value.level) : []),
      );
    case 'rationale':
      return read(values.rationaleSchema, entry, (rationale) => Object.assign(agreed(), { rationale }));
    case 'forum':
      return read(values.forumSchema, entry, (forum) => Object.assign(agreed(), { forum }));
  }
}

function readRoom(draft: AssessmentDraft, field: string, entry: FullEntry): Reading {
  const [, vote = '', indicator = ''] = ROOM_FIELD.exec(field) ?? [];
  return read(values.roomSchema, entry, (value) => draft.addRoomVote(indicator, { ...value, vote: Number(vote) }));
}

/** The problems of a register's value; null for a field that this version does not know. */
function readRegister(
  draft: AssessmentDraft,
  framework: Framework,
  register: Register,
  entry: FullEntry,
): Reading | null {
  switch (register.kind) {
    case 'round':
      if (register.field.startsWith(SENTENCE_PREFIX)) {
        const id = register.field.slice(SENTENCE_PREFIX.length);
        return read(values.sentenceSchema, entry, (value) => draft.sentences.set(id, value));
      }
      if (register.field.startsWith(CAUSE_PREFIX)) {
        const indicator = register.field.slice(CAUSE_PREFIX.length);
        return read(values.causeSchema, entry, (value) => draft.causes.set(indicator, value));
      }
      if (register.field.startsWith(PIN_PREFIX)) {
        const indicator = register.field.slice(PIN_PREFIX.length);
        return read(values.pinSchema, entry, (reason) => draft.pins.set(indicator, reason));
      }
      if (register.field.startsWith(EVALUATION_PREFIX)) {
        const id = register.field.slice(EVALUATION_PREFIX.length);
        return read(values.evaluationSchema, entry, (value) => draft.evaluations.set(id, value));
      }
      if (ROOM_FIELD.test(register.field)) return readRoom(draft, register.field, entry);
      return readField(values.roundFieldSchemas, register.field, entry, (value) =>
        Object.assign(draft.round, { [register.field]: value }),
      );
    case 'institution':
      if (register.field.startsWith(NO_VIEW_PREFIX)) {
        const { institution } = register;
        const indicator = register.field.slice(NO_VIEW_PREFIX.length);
        return read(values.noViewSchema, entry, () => draft.addNoView(indicator, institution));
      }
      return readField(values.institutionFieldSchemas, register.field, entry, (value) =>
        Object.assign(draft.institution(register.institution), { [register.field]: value }),
      );
    case 'assignment':
      return read(values.assignmentSchema, entry, (value) => draft.assign(register, value));
    case 'rating':
      return readRating(draft, framework, register, entry);
    case 'mandate':
      return read(values.mandateSchema, entry, (value) => draft.setMandate(register, value));
    case 'agreed':
      return readAgreed(draft, framework, register, entry);
    case 'reservation':
      return read(values.reservationSchema, entry, (value) => draft.reserve(register, value));
    case 'target':
      return read(
        values.targetValueSchema,
        entry,
        (value) => draft.targets.set(register.indicator, values.targetOfValue(value)),
        (value) => ('level' in value ? levelProblems(framework, register.indicator, value.level) : []),
      );
    case 'impact':
      return read(values.ratingOfFourSchema, entry, (value) => draft.impacts.set(register.indicator, value));
    case 'ease':
      return read(values.ratingOfFourSchema, entry, (value) => draft.eases.set(register.indicator, value));
    case 'evidence':
      return read(values.evidenceSchema, entry, (value) => draft.evidence.set(register.evidence, value));
    case 'evidence-link':
      return read(values.evidenceLinkSchema, entry, (value) => draft.linkEvidence(register, value));
    case 'action':
      return readField(values.actionFieldSchemas, register.field, entry, (value) =>
        Object.assign(draft.action(register.action), { [register.field]: value }),
      );
    case 'comment':
      return read(values.commentSchema, entry, (value) => draft.comments.set(register.comment, value));
    case 'instrument':
      return readField(values.instrumentFieldSchemas, register.field, entry, (value) =>
        Object.assign(draft.instrument(register.code), { [register.field]: value }),
      );
    case 'reveal':
      return read(values.revealSchema, entry, ({ vote }) => draft.reveals.set(register.indicator, vote));
    case 'endorsement':
      return read(values.endorsementSchema, entry, (value) => draft.endorsements.set(register.institution, value));
    case 'validation':
      return read(validationValueSchema, entry, (value) => {
        draft.validation = value;
      });
  }
}

function orphanOf(framework: Framework, register: Register, address: string): Orphan | null {
  if (!('indicator' in register) || framework.indicatorById.has(register.indicator)) return null;
  const supersedes = framework.structure.supersedes ?? {};
  const next = Object.hasOwn(supersedes, register.indicator) ? supersedes[register.indicator] : undefined;
  return { register: address, indicator: register.indicator, supersededBy: next ?? null };
}

/** Registers with their addresses taken apart, without those of what was removed. */
function whatStands(state: JournalState): { readonly register: ParsedRegister; readonly state: RegisterState }[] {
  const isWithdrawn = withdrawnRule(state);
  return [...state.registers.keys()].sort().flatMap((address) => {
    const known = state.registers.get(address);
    const register = parseRegister(address);
    return known === undefined || isWithdrawn(register) ? [] : [{ register, state: known }];
  });
}

/** Values of a part of a journal that do not have the form of their registers, whether or not they stand in the whole. */
export function damagedValues({ registers }: JournalState, framework: Framework): DamagedValue[] {
  const draft = new AssessmentDraft();
  return [...registers.values()].flatMap(({ register: address, entry, value }) => {
    const register = parseRegister(address);
    if (register.kind === 'unknown' || entry === null || value === null) return [];
    const problems = readRegister(draft, framework, register, entry) ?? [];
    return problems.length === 0 ? [] : [{ register: address, entry: entry.id, problems }];
  });
}

/**
 * What an assessment says, typed, from the fold of its journal. Nothing throws and nothing is dropped from the
 * journal: values of another form are listed as `damaged` (codes `schema.*`, `assessment.unknownLevel`), registers of
 * indicators that the framework lacks as `orphans`, unknown registers as such (docs/file-formats.md section 3). What was
 * removed is not read: no screen, report or paper can show it (`withdrawnRule`).
 */
export function readAssessment(journal: JournalState, framework: Framework): AssessmentState {
  const draft = new AssessmentDraft();
  const damaged: DamagedValue[] = [];
  const orphans: Orphan[] = [];
  const unknownRegisters: string[] = [];
  const standing = whatStands(journal);
  for (const { register, state } of standing) {
    const { register: address, entry, value } = state;
    if (register.kind === 'unknown') {
      unknownRegisters.push(address);
      continue;
    }
    if (entry === null || value === null) continue;
    const orphan = orphanOf(framework, register, address);
    if (orphan !== null) {
      orphans.push(orphan);
      continue;
    }
    const problems = readRegister(draft, framework, register, entry);
    if (problems === null) unknownRegisters.push(address);
    else if (problems.length > 0) damaged.push({ register: address, entry: entry.id, problems });
  }
  const states = standing.map(({ state }) => state);
  return {
    ...draft.finish(),
    conflicts: states.filter(({ conflict }) => conflict),
    orphans,
    damaged,
    unknownRegisters,
    withoutValue: states.filter(({ withoutValue }) => withoutValue.length > 0).map(({ register }) => register),
  };
}
