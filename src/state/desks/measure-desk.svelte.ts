import { mayWrite } from '../../domain/institutions/may-write.ts';
import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import type { ListedMeasure } from '../../domain/measures/list-measures.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import type { MeasureFields } from '../../domain/registers/measure.ts';
import { measureFields } from '../../domain/registers/measure.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** What deciding needs of an open assessment. */
export type BoardSession = Pick<
  AssessmentSession,
  'report' | 'assessment' | 'write' | 'newId' | 'undone' | 'isReadOnly' | 'task' | 'respondent'
>;

/** Fields of a measure that people write; null takes one back. */
export type MeasureEdit = { readonly [Field in keyof MeasureFields]?: MeasureFields[Field] | null };

const NOTHING: MeasureEdit = Object.fromEntries(Object.keys(measureFields).map((field) => [field, null]));

/** Whether what comes first can be decided here: nothing was validated, and this copy is not for another task. */
export function mayDecideIn({
  isReadOnly,
  task,
  respondent,
}: Pick<AssessmentSession, 'isReadOnly' | 'task' | 'respondent'>): boolean {
  return !isReadOnly && mayWrite(task, respondent, buildRegister({ kind: 'kept', indicator: 'any' }), true);
}

/** Kept gaps, and the measures that they come to. */
export class MeasureDesk {
  readonly #session: BoardSession;

  /** Kept gaps by rank: what the papers name, where there are any. */
  readonly kept: readonly ReportIndicator[] = $derived.by(() => {
    const { indicators, priorities } = this.#session.report;
    const known = new Map(indicators.map((one) => [one.id, one]));
    return priorities.flatMap(({ id }) => known.get(id) ?? []).filter(({ kept }) => kept);
  });
  /** What the papers name as measures, once a gap is kept or somebody wrote a measure. */
  readonly list: readonly ListedMeasure[] = $derived.by(() => {
    const { measures } = this.#session.report;
    return this.kept.length > 0 ? measures : measures.filter(({ written }) => written);
  });
  /** Kept gaps that stand in no measure. */
  readonly loose: readonly ReportIndicator[] = $derived.by(() => {
    const inMeasures = new Set(this.list.flatMap(({ indicators }) => indicators));
    return this.kept.filter(({ id }) => !inMeasures.has(id));
  });

  constructor(session: BoardSession) {
    this.#session = session;
  }

  get mayDecide(): boolean {
    return mayDecideIn(this.#session);
  }

  /** Writes what was decided, where this copy may. */
  write(changes: readonly Change[]): void {
    if (this.mayDecide) void this.#session.write(changes);
  }

  /** Marks gaps as kept, or takes the mark off and them out of their measures. */
  keep(ids: readonly string[], isKept: boolean): void {
    this.write([...(isKept ? [] : this.outOfWritten(ids)), ...markKept(ids, isKept)]);
  }

  /** Joins gaps in a measure, a new one where none is named, and keeps them; gives its id. */
  join(ids: readonly string[], measure: string | null): string {
    const id = measure ?? this.newId();
    const own = this.#indicatorsOf(id);
    this.write([
      ...this.#asWritten(),
      ...this.#outOf(ids, id),
      ...this.#placed(id),
      ...fieldChanges(id, { indicators: [...own, ...ids.filter((one) => !own.includes(one))] }),
      ...markKept(ids, true),
    ]);
    return id;
  }

  /** A gap stays kept without its measure. */
  takeOut(id: string): void {
    this.write([...this.#asWritten(), ...this.#outOf([id])]);
  }

  /** Of a measure that stands in no list until something is written of it. */
  newId(): string {
    return this.#session.newId();
  }

  edit(id: string, fields: MeasureEdit): void {
    this.write([...this.#asWritten(), ...this.#placed(id), ...fieldChanges(id, fields)]);
  }

  /** One place up (-1) or down (1). */
  move(id: string, by: -1 | 1): void {
    const ids = this.list.map((one) => one.id);
    const from = ids.indexOf(id);
    const other = ids[from + by];
    if (from === -1 || other === undefined) return;
    ids[from + by] = id;
    ids[from] = other;
    this.write([...this.#asWritten(), ...ids.flatMap((one, index) => fieldChanges(one, { order: index + 1 }))]);
  }

  /** Takes a measure apart: its gaps stay kept. */
  dissolve(id: string): void {
    this.write([...this.#asWritten(), ...fieldChanges(id, NOTHING)]);
  }

  /** What somebody wrote of a measure itself. */
  fieldsOf(id: string): MeasureFields {
    return this.#session.assessment.measures.get(id) ?? {};
  }

  /** Gaps out of the measures that somebody wrote. */
  outOfWritten(ids: readonly string[]): Change[] {
    return this.list.some(({ written }) => written) ? this.#outOf(ids) : [];
  }

  #indicatorsOf(id: string): readonly string[] {
    return this.fieldsOf(id).indicators ?? this.list.find((one) => one.id === id)?.indicators ?? [];
  }

  /**
   * Kept gaps are read as measures only while nobody wrote one: who writes the first writes those beside it too, so that
   * none falls off the list. Under the ids of their indicators: two who do it apart write the same.
   */
  #asWritten(): Change[] {
    return this.list.flatMap(({ id, written, indicators }, index) =>
      written ? [] : fieldChanges(id, { indicators: [...indicators], order: index + 1 }),
    );
  }

  /** A measure that is not on the list comes last. */
  #placed(id: string): Change[] {
    if (this.list.some((one) => one.id === id)) return [];
    const orders = this.list.map((one, index) => this.fieldsOf(one.id).order ?? index + 1);
    return fieldChanges(id, { order: Math.max(0, ...orders) + 1 });
  }

  /** Gaps out of every measure but one. */
  #outOf(ids: readonly string[], butOf: string | null = null): Change[] {
    return this.list.flatMap(({ id }) => {
      const own = this.#indicatorsOf(id);
      const left = own.filter((one) => !ids.includes(one));
      return id === butOf || left.length === own.length ? [] : fieldChanges(id, { indicators: left });
    });
  }
}

function markKept(ids: readonly string[], isKept: boolean): Change[] {
  const value = isKept ? true : null;
  return ids.map((indicator) => ({ register: buildRegister({ kind: 'kept', indicator }), value }));
}

function fieldChanges(measure: string, fields: MeasureEdit): Change[] {
  return Object.entries(fields).map(([field, value]) => ({
    register: buildRegister({ kind: 'measure', measure, field }),
    value: (value ?? null) as JsonValue,
  }));
}
