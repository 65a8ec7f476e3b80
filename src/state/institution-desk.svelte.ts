import type { Institution } from '../domain/registers/assessment-state.ts';
import type { Assignment } from '../domain/registers/assignment.ts';
import type { AssignmentCheck } from '../domain/institutions/check-assignments.ts';
import { checkAssignments } from '../domain/institutions/check-assignments.ts';
import { institutionId } from '../domain/institutions/institution-id.ts';
import { listInstitutions, listObservers } from '../domain/institutions/list-institutions.ts';
import type { InstitutionLine, ListWords } from '../domain/institutions/parse-institution-list.ts';
import { parseInstitutionList } from '../domain/institutions/parse-institution-list.ts';
import type { ProposedAssignment } from '../domain/institutions/propose-assignments.ts';
import { proposeAssignments } from '../domain/institutions/propose-assignments.ts';
import { buildRegister } from '../domain/registers/register-address.ts';
import type { Problem } from '../domain/problem.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { Change } from './entry-writer.svelte.ts';

export type InstitutionField = 'name' | 'type' | 'contact';

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
  readonly proposals: readonly ProposedAssignment[] = $derived.by(() =>
    proposeAssignments(this.#session.framework, this.#session.assessment, this.#inScope),
  );

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /** Names of types in every language of the framework, and their codes, for lists that are typed or pasted. */
  #words(observer: readonly string[]): ListWords {
    const { structure, texts } = this.#session.framework;
    const named = Object.values(texts).flatMap(({ institutionTypes }) =>
      Object.entries(institutionTypes ?? {}).map(([type, name]) => [name, type] as const),
    );
    const codes = (structure.institutionTypes ?? []).map((type) => [type, type] as const);
    return { types: new Map([...named, ...codes]), observer };
  }

  /**
   * Adds everyone in a list, or nobody: then every problem of the list, or those that look alike, to be asked about. Who is
   * on the list already is named in `notices`.
   */
  add(text: string, observerWords: readonly string[], areDifferent = false): AddedInstitutions {
    const known = [...this.institutions, ...this.observers].map(({ name }) => name ?? '');
    const parsed = parseInstitutionList(text, this.#words(observerWords), known);
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
    const register = buildRegister({ kind: 'institution', institution, field: 'removed' });
    void this.#session.write([{ register, value: true }]);
  }

  /** Takes a removal back, whatever was changed since. */
  restore(institution: string): void {
    const register = buildRegister({ kind: 'institution', institution, field: 'removed' });
    void this.#session.write([{ register, value: null }]);
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

  /** Assigns what the typical competence of the indicators proposes, as one step to undo. */
  takeProposals(): number {
    const { proposals } = this;
    const changes = proposals.map(({ indicator, institution, assignment }) => ({
      register: buildRegister({ kind: 'assignment', indicator, institution }),
      value: assignment,
    }));
    void this.#session.write(changes);
    return proposals.length;
  }
}
