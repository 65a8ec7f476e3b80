import type { Change } from '../registers/make-changes.ts';
import type { JournalState } from '../registers/fold.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import { isSameValue } from '../journal/same-value.ts';
import type { ParsedRegister } from '../registers/all-registers.ts';
import { LEAD_INSTITUTION } from '../registers/assessment-state.ts';
import { asIfMarked } from './as-if-marked.ts';
import { livingId } from '../registers/living-institution.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import { MAXIMUM_TEXT_LENGTH } from '../limits.ts';
import { opinionOf, thingOfRegister } from '../registers/thing-of-register.ts';

/** Which of two answers to one indicator counts; `both`: they stay as two versions, and somebody settles it later. */
export type JoinChoice = 'from' | 'into' | 'both';

/** By indicator; `both` where nothing is said. */
export type JoinChoices = ReadonlyMap<string, JoinChoice>;

/** What one register holds on either side of a join. */
interface Pair {
  readonly address: string;
  readonly register: ParsedRegister;
  readonly formerAddress: string;
  readonly from: JsonValue;
  readonly into: JsonValue;
}

/** Fields of an institution that the one that stays takes over where it has none. */
const TAKEN_OVER = ['type', 'contact'] as const;

/** Two texts as one, paragraph after paragraph: neither is lost, and what both say is said once. Undefined where it would be too long. */
function bothTexts(into: JsonValue, from: JsonValue): string | undefined {
  const paragraphs = [into, from].flatMap((text) => (typeof text === 'string' ? text.split('\n\n') : []));
  const text = [...new Set(paragraphs)].join('\n\n');
  return text.length > MAXIMUM_TEXT_LENGTH ? undefined : text;
}

/** The registers that either has, under the address of the one that stays. */
function pairsOf({ registers }: JournalState, from: string, into: string): Pair[] {
  const addresses = new Set<string>();
  for (const address of registers.keys()) {
    const register = parseRegister(address);
    if (!('institution' in register) || register.kind === 'institution') continue;
    if (register.institution === from || register.institution === into) {
      addresses.add(buildRegister({ ...register, institution: into }));
    }
  }
  return [...addresses].sort().map((address) => {
    const register = parseRegister(address);
    const formerAddress =
      'institution' in register && register.kind !== 'institution'
        ? buildRegister({ ...register, institution: from })
        : address;
    const valueOf = (one: string) => registers.get(one)?.value ?? null;
    return { address, register, formerAddress, from: valueOf(formerAddress), into: valueOf(address) };
  });
}

/** Whose opinion of an indicator stands: of one who answered rather than of one who did not. */
function whoseOpinion(pairs: readonly Pair[], choices: JoinChoices): JoinChoice {
  const answer = pairs.find(({ register }) => register.kind === 'rating' && register.part === 'answer');
  const isSaid = (side: 'from' | 'into') =>
    answer === undefined || (answer.from === null && answer.into === null)
      ? pairs.some((pair) => pair[side] !== null)
      : answer[side] !== null;
  if (!isSaid('from')) return 'into';
  if (!isSaid('into')) return 'from';
  if (answer === undefined || isSameValue(answer.address, answer.from, answer.into)) return 'into';
  return choices.get(opinionOf(answer.register)?.indicator ?? '') ?? 'both';
}

/** What should stand in a register; undefined where both versions do. */
function wanted(pair: Pair, whose: JoinChoice): JsonValue | undefined {
  const { register, from, into } = pair;
  if (register.kind === 'rating' && register.part === 'comment') return joinedText(pair);
  if (opinionOf(register) !== null) return whose === 'both' ? undefined : pair[whose];
  if (from === null || into === null) return into ?? from;
  if (isSameValue(pair.address, from, into)) return into;
  if (register.kind === 'assignment') return from === 'lead' ? from : into;
  if (register.kind === 'reservation') return joinedText(pair);
  // What a document is named for there is said with it; who signed what is for a person to settle.
  return register.kind === 'evidence-link' ? { ...objectOf(from), ...objectOf(into) } : undefined;
}

function joinedText({ from, into }: Pair): JsonValue | undefined {
  return from === null || into === null ? (into ?? from) : bothTexts(into, from);
}

function objectOf(value: JsonValue): Readonly<Record<string, JsonValue>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/**
 * What is to be written so that two institutions are one from here on: the mark that they are, and what settles where both
 * said something else. Nothing is copied or taken away: what the former one said stays under its id, and is read as said
 * of the other. Comments stand one after the other; who leads leads on; an answer counts before "not ours". Where a
 * choice says `both`, or nothing, both answers stay as two versions. Nothing is to be written where they are one already, nor
 * for the lead institution, which others join. Undoing it, or `planSeparation`, puts back what was.
 */
export function planJoin(state: JournalState, one: string, other: string, choices: JoinChoices): Change[] {
  const [from, into] = [livingId(state.joins, one), livingId(state.joins, other)];
  if (from === into || from === LEAD_INSTITUTION) return [];
  const mark = {
    register: buildRegister({ kind: 'institution', institution: from, field: 'joinedInto' }),
    value: into,
  };
  const joined = asIfMarked(state, [mark]);
  const pairs = pairsOf(state, from, into);
  const things = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const thing = thingOfRegister(pair.address);
    things.set(thing, [...(things.get(thing) ?? []), pair]);
  }
  const [again, settled]: [Change[], Change[]] = [[], []];
  for (const own of things.values()) {
    const whose = whoseOpinion(own, choices);
    for (const pair of own) {
      const value = wanted(pair, whose);
      const after = joined.registers.get(pair.address);
      if (value === undefined) {
        // An earlier join that was undone may have hidden one of them.
        const stands = (one: JsonValue) =>
          (after?.heads ?? []).some((head) => isSameValue(pair.address, head.value, one));
        if (pair.from !== null && !stands(pair.from))
          again.push({ register: pair.formerAddress, value: pair.from, again: true });
        if (pair.into !== null && !stands(pair.into))
          again.push({ register: pair.address, value: pair.into, again: true });
      } else if (after?.conflict === true || !isSameValue(pair.address, after?.value ?? null, value)) {
        settled.push({ register: pair.address, value });
      }
    }
  }
  return [...again, mark, ...takenOver(state, from, into), ...settled];
}

function takenOver({ registers }: JournalState, from: string, into: string): Change[] {
  return TAKEN_OVER.flatMap((field) => {
    const addressOf = (institution: string) => buildRegister({ kind: 'institution', institution, field });
    const [own, others] = [registers.get(addressOf(into))?.value, registers.get(addressOf(from))?.value];
    return (own ?? null) === null && typeof others === 'string' ? [{ register: addressOf(into), value: others }] : [];
  });
}
