import type { Institution } from '../../domain/registers/assessment-state.ts';
import type { Assignment } from '../../domain/registers/assignment.ts';
import type { AssignmentCheck } from '../../domain/institutions/check-assignments.ts';
import { checkAssignments } from '../../domain/institutions/check-assignments.ts';
import { institutionId } from '../../domain/institutions/institution-id.ts';
import { listInstitutions, listObservers } from '../../domain/institutions/list-institutions.ts';
import type { InstitutionLine } from '../../domain/institutions/parse-institution-list.ts';
import { parseInstitutionList } from '../../domain/institutions/parse-institution-list.ts';
import { namesOfInstitutions } from '../../domain/institutions/meant-institution.ts';
import type { ProposedSetup } from '../../domain/institutions/propose-setup.ts';
import { proposeSetup, typesByName } from '../../domain/institutions/propose-setup.ts';
import { spellingsOf } from '../../domain/intake/spellings.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { Problem } from '../../domain/problem.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Change } from '../../domain/registers/make-changes.ts';

export type InstitutionField = 'name' | 'type' | 'contact';

/** Words for an observer, in every language of the app. */
const OBSERVER = spellingsOf(({ observer }) => observer);

/** What became of a list. */
export interface AddedInstitutions {
  readonly added: number;
  readonly problems: readonly Problem[];
  /** Names that may be of one institution: nobody was added before a person says that they are not. */
  readonly alike: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** The facilitator's table: who takes part, and who answers what. */
export class InstitutionDesk {
  readonly #session: AssessmentSession;
  readonly institutions: readonly Institution[] = $derived.by(() => listInstitutions(this.#session.assessment));
  readonly observers: readonly Institution[] = $derived.by(() => listObservers(this.#session.assessment));
  readonly #inScope: readonly string[] = $derived.by(() => this.#session.indicatorsInScope.map(({ id }) => id));
  readonly check: AssignmentCheck = $derived.by(() => checkAssignments(this.#session.assessment, this.#inScope));
  readonly proposals: ProposedSetup = $derived.by(() =>
    proposeSetup(this.#session.framework, this.#session.assessment, this.#inScope),
  );

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /**
   * Adds everyone in a list, or nobody: then every problem of the list, or those that look alike, to be asked about. Who is
   * on the list already, under whatever name it had, is named in `notices`.
   */
  add(text: string, areDifferent = false): AddedInstitutions {
    const names = namesOfInstitutions(this.#session.journalState);
    const known = [...this.institutions, ...this.observers].flatMap(({ id, name }) => names.get(id) ?? name ?? []);
    const words = { types: typesByName(this.#session.framework), observer: OBSERVER };
    const parsed = parseInstitutionList(text, words, known);
    if (!parsed.ok) return { added: 0, problems: parsed.problems, alike: [], notices: [] };
    const alike = parsed.advice.filter(({ code }) => code === 'institutions.looksAlike');
    if (alike.length > 0 && !areDifferent) return { added: 0, problems: [], alike, notices: [] };
    this.#add(parsed.value);
    const notices = parsed.advice.filter(({ code }) => code !== 'institutions.looksAlike');
    return { added: parsed.value.length, problems: [], alike: [], notices };
  }

  #add(lines: readonly InstitutionLine[]): void {
    const taken = new Set(this.#session.assessment.institutions.keys());
    const changes: Change[] = [];
    for (const { name, type, role } of lines) {
      const institution = institutionId(name, taken, this.#session.newId());
      taken.add(institution);
      const set = (field: string, value: string) =>
        changes.push({ register: buildRegister({ kind: 'institution', institution, field }), value });
      set('name', name);
      if (type !== null) set('type', type);
      if (role === 'observer') set('role', role);
    }
    void this.#session.write(changes);
  }

  setField(institution: string, field: InstitutionField, value: string): void {
    const register = buildRegister({ kind: 'institution', institution, field });
    void this.#session.write([{ register, value: value.trim() === '' ? null : value.trim() }]);
  }

  /** Takes an institution off the list; what it said stays in the record and no longer counts. */
  remove(institution: string): void {
    this.#setRemoved(institution, true);
  }

  /** Takes a removal back, whatever was changed since. */
  restore(institution: string): void {
    this.#setRemoved(institution, null);
  }

  /** With all that were joined with it: one of them would stand in its place. */
  #setRemoved(institution: string, value: true | null): void {
    const all = [...this.#session.assessment.institutions.values()].filter(
      ({ id, joinedInto }) => id === institution || joinedInto === institution,
    );
    const changes = all.map(({ id }) => ({
      register: buildRegister({ kind: 'institution', institution: id, field: 'removed' }),
      value,
    }));
    void this.#session.write(changes);
  }

  assignmentOf(indicator: string, institution: string): Assignment | null {
    return this.#session.assessment.assignments.get(indicator)?.get(institution) ?? null;
  }

  assign(indicators: readonly string[], institution: string, assignment: Assignment | null): void {
    const changes = indicators.map((indicator) => ({
      register: buildRegister({ kind: 'assignment', indicator, institution }),
      value: assignment,
    }));
    void this.#session.write(changes);
  }

  /** The same for every indicator of a domain in scope; all domains for null. */
  assignDomain(domain: string | null, institution: string, assignment: Assignment | null): number {
    const own = this.#session.indicatorsInScope.filter((one) => domain === null || one.domain === domain);
    this.assign(
      own.map(({ id }) => id),
      institution,
      assignment,
    );
    return own.length;
  }

  /** Takes over the types and assignments that are proposed, as one step to undo. */
  takeProposals(): ProposedSetup {
    const { proposals } = this;
    void this.#session.write([
      ...proposals.types.map(({ institution, type }) => ({
        register: buildRegister({ kind: 'institution', institution, field: 'type' }),
        value: type,
      })),
      ...proposals.assignments.map(({ indicator, institution, assignment }) => ({
        register: buildRegister({ kind: 'assignment', indicator, institution }),
        value: assignment,
      })),
    ]);
    return proposals;
  }
}
