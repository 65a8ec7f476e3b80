import type { ActionFields } from '../../domain/registers/action.ts';
import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { ActionChange, Mark } from '../../domain/plan/changes-since.ts';
import { actionChangesSince } from '../../domain/plan/changes-since.ts';
import type { PlanCheck } from '../../domain/plan/check-plan.ts';
import { checkPlan } from '../../domain/plan/check-plan.ts';
import type { FollowUp } from '../../domain/plan/follow-up.ts';
import { followUp } from '../../domain/plan/follow-up.ts';
import type { Projection } from '../../report/build-projection.ts';
import { buildProjection } from '../../report/build-projection.ts';
import type { ReportAction } from '../../report/report.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import { localDay } from '../../i18n/local-day.ts';

/** What the plan needs of an open assessment. */
export type PlanSession = Pick<
  AssessmentSession,
  'identity' | 'framework' | 'assessment' | 'report' | 'entries' | 'write' | 'newId' | 'nowMs'
>;

/** Fields of an action that people write; null takes one back. */
export type ActionEdit = { readonly [Field in keyof ActionFields]?: ActionFields[Field] | null };

const FIRST_PRIORITIES = 10;

/** The plan of an open assessment on the desk: drafts, edits, order, what is ticked for the projection. */
export class PlanDesk {
  readonly #session: PlanSession;
  /** What this device had seen when the desk was opened. */
  readonly #mark: Mark | null;
  /** ISO 8601, local. */
  readonly today: string;
  /** Null until somebody ticks: then the first priorities that have no action yet. */
  #chosen: ReadonlySet<string> | null = $state.raw(null);
  /** Ticked off in the projection. */
  #without: ReadonlySet<string> = $state.raw(new Set());
  /** The action just removed, while that can be undone. */
  #removed: string | null = $state.raw(null);

  readonly plan: readonly ReportAction[] = $derived.by(() => this.#session.report.plan);
  readonly check: PlanCheck = $derived.by(() => {
    const { indicators, round } = this.#session.report;
    const eases = new Map(indicators.map(({ id, ease }) => [id, ease]));
    return checkPlan(this.plan, (id) => eases.get(id) ?? null, round.horizon);
  });
  readonly followUp: FollowUp = $derived.by(() => followUp(this.plan, this.today));
  readonly selected: ReadonlySet<string> = $derived.by(
    () => new Set(this.plan.map(({ id }) => id).filter((id) => !this.#without.has(id))),
  );
  readonly projection: Projection = $derived.by(() =>
    buildProjection(this.#session.framework, this.#session.report, this.selected),
  );
  readonly changes: readonly ActionChange[] = $derived.by(() => actionChangesSince(this.#session.entries, this.#mark));
  readonly chosen: ReadonlySet<string> = $derived.by(() => this.#chosen ?? new Set(this.#firstWithoutAction()));

  constructor(session: PlanSession, mark: Mark | null) {
    this.#session = session;
    this.#mark = mark;
    this.today = localDay(session.nowMs());
  }

  /** True where this device looked at the plan before. */
  get hasLooked(): boolean {
    return this.#mark !== null;
  }

  get removed(): string | null {
    return this.#removed;
  }

  actionsOn(indicatorId: string): readonly ReportAction[] {
    return this.plan.filter(({ indicators }) => indicators.includes(indicatorId));
  }

  choose(indicatorId: string, chosen: boolean): void {
    const next = new Set(this.chosen);
    if (chosen) next.add(indicatorId);
    else next.delete(indicatorId);
    this.#chosen = next;
  }

  /** Puts rows at the end of the plan, all in one action to undo; gives the ids of the new actions. */
  add(rows: readonly ActionEdit[]): string[] {
    const ids = rows.map(() => this.#session.newId());
    const before = this.plan.map(({ id }) => id);
    const written = rows.flatMap((row, index) => this.#fieldChanges(ids[index] ?? '', row));
    void this.#session.write([...this.#orderChanges([...before, ...ids]), ...written]);
    this.#chosen = new Set();
    return ids;
  }

  edit(actionId: string, fields: ActionEdit): void {
    void this.#session.write(this.#fieldChanges(actionId, fields));
  }

  /** One place up (-1) or down (1). */
  move(actionId: string, by: -1 | 1): void {
    const ids = this.plan.map(({ id }) => id);
    const from = ids.indexOf(actionId);
    const to = from + by;
    if (from === -1 || to < 0 || to >= ids.length) return;
    ids.splice(from, 1);
    ids.splice(to, 0, actionId);
    void this.#session.write(this.#orderChanges(ids));
  }

  remove(actionId: string): void {
    this.#removed = actionId;
    void this.#session.write(this.#fieldChanges(actionId, { removed: true }));
  }

  undoRemove(): void {
    if (this.#removed === null) return;
    void this.#session.write(this.#fieldChanges(this.#removed, { removed: null }));
    this.#removed = null;
  }

  /** Counts an action in or out of the projection; nothing is stored. */
  tick(actionId: string, counted: boolean): void {
    const without = new Set(this.#without);
    if (counted) without.delete(actionId);
    else without.add(actionId);
    this.#without = without;
  }

  tickAll(counted: boolean): void {
    this.#without = counted ? new Set() : new Set(this.plan.map(({ id }) => id));
  }

  /** Puts an indicator first with a reason that is printed; null takes it back. */
  pin(indicatorId: string, reason: string | null): void {
    void this.#session.write([{ register: buildRegister({ kind: 'pin', indicator: indicatorId }), value: reason }]);
  }

  /** By when the targets are to be reached, ISO 8601; null takes it back. */
  setHorizon(date: string | null): void {
    void this.#session.write([{ register: buildRegister({ kind: 'round', field: 'horizon' }), value: date }]);
  }

  /** Changes made elsewhere, such as in Excel: all of them, or none with the session's `refusal`; says which. */
  async apply(changes: readonly Change[]): Promise<boolean> {
    return (await this.#session.write(changes)) !== null;
  }

  #firstWithoutAction(): string[] {
    const planned = new Set(this.plan.flatMap(({ indicators }) => indicators));
    return this.#session.report.priorities
      .slice(0, FIRST_PRIORITIES)
      .map(({ id }) => id)
      .filter((id) => !planned.has(id));
  }

  #fieldChanges(action: string, fields: ActionEdit): Change[] {
    return Object.entries(fields).map(([field, value]) => ({
      register: buildRegister({ kind: 'action', action, field }),
      value: (value ?? null) as JsonValue,
    }));
  }

  #orderChanges(ids: readonly string[]): Change[] {
    return ids.map((action, index) => ({
      register: buildRegister({ kind: 'action', action, field: 'order' }),
      value: index + 1,
    }));
  }
}
