import type { JournalState } from '../registers/fold.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { RegisterState } from '../journal/register-state.ts';
import type { ParsedRegister } from '../registers/all-registers.ts';
import { isInstitutionMark } from '../registers/joins.ts';
import { livingId } from '../registers/living-institution.ts';
import { parseRegister } from '../registers/register-address.ts';

/** Whether a register is of something that was removed: what it holds is history, though nothing replaced it. */
export type WithdrawnRule = (register: ParsedRegister) => boolean;

const REMOVED = 'removed';
/** The kinds by which something is known to be withdrawn; others need not be taken apart. */
const TELLING = /^(?:action\/[^/]+\/removed$|evidence-link\/|comment\/)/;

/** Values of the heads: where two stand against each other, nothing is withdrawn until somebody has settled it. */
const said = ({ heads }: RegisterState) => heads.map(({ value }) => value).filter((value) => value !== null);
const isRemoved = ({ heads }: RegisterState) => heads.length > 0 && heads.every(({ value }) => value === true);

function member(value: JsonValue, name: string): JsonValue {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value[name] ?? null) : null;
}

/** Comments that were taken back, that answer such a one, or that somebody made who was removed. */
function withdrawnComments(
  comments: ReadonlyMap<string, RegisterState>,
  gone: (institution: JsonValue) => boolean,
): ReadonlySet<JsonValue> {
  const values = [...comments].map(([id, state]) => ({ id, said: said(state) }));
  const withdrawn = new Set<JsonValue>();
  let before = -1;
  while (before < withdrawn.size) {
    before = withdrawn.size;
    for (const comment of values) {
      const isOut = (value: JsonValue) => gone(member(value, 'institution')) || withdrawn.has(member(value, 'replyTo'));
      if (comment.said.every(isOut)) withdrawn.add(comment.id);
    }
  }
  return withdrawn;
}

/** The mark that something was removed: it stands, so that others learn of it; a new assessment has no use for it. */
export function isRemovalMark(register: ParsedRegister): boolean {
  return (register.kind === 'action' || register.kind === 'institution') && register.field === REMOVED;
}

/** Institutions that were taken off the list, by id: none that lives on in another. */
export function removedInstitutions({ registers, joins }: JournalState): ReadonlySet<string> {
  return new Set(
    [...registers].flatMap(([address, state]) => {
      if (!isInstitutionMark(address)) return [];
      const register = parseRegister(address);
      if (register.kind !== 'institution' || !isRemovalMark(register) || !isRemoved(state)) return [];
      return joins.has(register.institution) ? [] : register.institution;
    }),
  );
}

/**
 * The one rule for what no longer stands although nothing replaced it (docs/file-formats.md section 3): evidence that no
 * living link uses; the fields of a removed action; everything of a removed institution; answers to a comment that was
 * taken back. Reading leaves it out, and so does every copy without history.
 */
export function withdrawnRule(journal: JournalState): WithdrawnRule {
  const { registers, joins } = journal;
  const institutions: ReadonlySet<JsonValue> = removedInstitutions(journal);
  const [actions, used] = [new Set<string>(), new Set<string>()];
  const comments = new Map<string, RegisterState>();
  const links: { readonly evidence: string; readonly institution: string }[] = [];
  for (const [address, state] of registers) {
    if (!TELLING.test(address)) continue;
    const register = parseRegister(address);
    if (register.kind === 'action' && isRemoved(state)) actions.add(register.action);
    else if (register.kind === 'comment') comments.set(register.comment, state);
    else if (register.kind === 'evidence-link' && said(state).length > 0) links.push(register);
  }
  for (const { evidence, institution } of links) if (!institutions.has(institution)) used.add(evidence);
  const isGone = (id: JsonValue) => institutions.has(typeof id === 'string' ? livingId(joins, id) : id);
  const takenBack = withdrawnComments(comments, isGone);
  return (register) => {
    if (isRemovalMark(register)) return false;
    switch (register.kind) {
      case 'evidence':
        return !used.has(register.evidence);
      case 'action':
        return actions.has(register.action);
      case 'comment':
        return takenBack.has(register.comment);
      default:
        return 'institution' in register && institutions.has(register.institution);
    }
  };
}
