import { commentSchema } from '../registers/comment.ts';
import type { Entry } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import type { RegisterState } from '../journal/register-state.ts';
import { fold, stateOf } from '../registers/fold.ts';
import { livingActor, livingId } from '../registers/living-institution.ts';
import { livingAddress } from '../registers/joins.ts';
import type { Journal } from '../journal/journal.ts';
import { withoutHistory } from './without-history.ts';
import type { ParsedRegister, Register } from '../registers/all-registers.ts';
import { sayingsOf } from '../registers/all-registers.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';

export interface PackOptions {
  /** Also the answers of the lead institutions on the indicators to which this one contributes, to react to. */
  readonly withDraft?: boolean;
  /** Also evidence marked as restricted: in what an institution sends back itself. */
  readonly withRestricted?: boolean;
}

/** What belongs into the pack of one institution. */
class PackRule {
  readonly #institution: string;
  readonly #state: JournalState;
  /** `<indicator>/<institution>` of leads whose draft goes along. */
  readonly #drafts: ReadonlySet<string>;
  readonly #evidence: ReadonlySet<string>;
  /** Evidence that stays at home. */
  readonly #restricted: ReadonlySet<string>;

  constructor(state: JournalState, institution: string, { withDraft = false, withRestricted = false }: PackOptions) {
    this.#state = state;
    this.#institution = institution;
    this.#drafts = withDraft ? this.#findDrafts() : new Set();
    this.#restricted = withRestricted ? new Set() : restrictedEvidence(state);
    this.#evidence = this.#findEvidence();
  }

  #parts(): { register: ParsedRegister; value: unknown }[] {
    return [...this.#state.registers].map(([address, { value }]) => ({ register: parseRegister(address), value }));
  }

  #findDrafts(): ReadonlySet<string> {
    const assigned = this.#parts().flatMap(({ register, value }) =>
      register.kind === 'assignment' ? [{ ...register, assignment: value }] : [],
    );
    const own = new Set(
      assigned
        .filter(({ institution, assignment }) => institution === this.#institution && assignment === 'contributor')
        .map(({ indicator }) => indicator),
    );
    const leads = assigned.filter(({ indicator, assignment }) => assignment === 'lead' && own.has(indicator));
    return new Set(leads.map(({ indicator, institution }) => `${indicator}/${institution}`));
  }

  /** Evidence that the institution uses: what it took back does not travel. */
  #findEvidence(): ReadonlySet<string> {
    const used = this.#parts().flatMap(({ register, value }) =>
      register.kind === 'evidence-link' && register.institution === this.#institution && value !== null
        ? [register.evidence]
        : [],
    );
    return new Set(used);
  }

  /** What was withdrawn is told by who withdrew it: what stood before does not travel, so it cannot decide. */
  #isOwnComment({ value, heads }: RegisterState): boolean {
    const comment = commentSchema.safeParse(value);
    if (comment.success) return livingId(this.#state.joins, comment.data.institution) === this.#institution;
    return heads.some(({ actor }) => this.#isOwnActor(actor));
  }

  #isOwnActor(actor: string): boolean {
    const living = livingActor(this.#state.joins, actor);
    return living === `institution:${this.#institution}` || living === `observer:${this.#institution}`;
  }

  includes(address: string): boolean {
    const register = parseRegister(livingAddress(this.#state.joins, address));
    const known = stateOf(this.#state, address);
    if (known === undefined) return false;
    if (register.kind === 'unknown') return known.heads.some(({ actor }) => this.#isOwnActor(actor));
    if ('evidence' in register && this.#restricted.has(register.evidence)) return false;
    const isOwn = 'institution' in register && register.institution === this.#institution;
    switch (sayingsOf(register).pack) {
      case 'always':
        return true;
      case 'own':
        return isOwn;
      case 'own-or-draft':
        return isOwn || this.#isDraft(register);
      case 'used-evidence':
        return 'evidence' in register && this.#evidence.has(register.evidence);
      case 'own-comment':
        return this.#isOwnComment(known);
      case 'never':
        return false;
    }
  }

  #isDraft(register: Register): boolean {
    if (!('indicator' in register && 'institution' in register)) return false;
    return this.#drafts.has(`${register.indicator}/${register.institution}`);
  }
}

/** Ids of the evidence that is marked as restricted, in any of its versions where they differ. */
function restrictedEvidence(state: JournalState): ReadonlySet<string> {
  const isRestricted = (value: unknown) =>
    value !== null && typeof value === 'object' && 'access' in value && value.access === 'restricted';
  return new Set(
    [...state.registers].flatMap(([address, { heads }]) => {
      const register = parseRegister(address);
      return register.kind === 'evidence' && heads.some(({ value }) => isRestricted(value)) ? [register.evidence] : [];
    }),
  );
}

/** The journal without evidence that is marked as restricted, and without what refers to it. */
export function withoutRestricted(journal: Journal): Journal {
  const restricted = restrictedEvidence(fold(journal.entries));
  const isOpen = ({ register: address }: Entry) => {
    const register = parseRegister(address);
    return !(register.kind === 'evidence' || register.kind === 'evidence-link') || !restricted.has(register.evidence);
  };
  return { ...journal, entries: journal.entries.filter(isOpen) };
}

/**
 * The pack of one institution, and what it sends back: the round, the names of all, its own assignments, answers,
 * evidence and comments, nobody else's, and no history (docs/file-formats.md section 4). Entries are the same as in the
 * whole journal, so that a pack merges back without a trace.
 */
export function makePack(journal: Journal, institution: string, options: PackOptions = {}): Journal {
  const state = fold(journal.entries);
  const rule = new PackRule(state, institution, options);
  const wanted = new Map<string, boolean>();
  const isWanted = ({ register }: Entry) => {
    const known = wanted.get(register);
    if (known !== undefined) return known;
    const included = rule.includes(register);
    wanted.set(register, included);
    return included;
  };
  return withoutHistory({ entries: journal.entries.filter(isWanted), damagedLines: [] });
}

/** The register that makes a file the pack of an institution, where `round/packs` is not in it. */
export function packRegister(institution: string): string {
  return buildRegister({ kind: 'institution', institution, field: 'pack' });
}
