import type { InstrumentFields } from '../domain/assessment/register-values.ts';
import type { Crosswalk } from '../domain/framework/crosswalk-schema.ts';
import { buildRegister } from '../domain/journal/registers.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';

export type InstrumentKind = 'un' | 'ilo' | 'regional' | 'sea' | 'own';
export type InstrumentStatus = NonNullable<InstrumentFields['status']>;

export interface RegisterRow {
  readonly code: string;
  /** What a country typed; null for an instrument of the list. */
  readonly ownTitle: string | null;
  readonly year: number | null;
  readonly fields: InstrumentFields;
}

export interface RegisterGroup {
  readonly kind: InstrumentKind;
  readonly rows: readonly RegisterRow[];
}

const KINDS: readonly InstrumentKind[] = ['un', 'ilo', 'sea', 'regional', 'own'];
const OWN_PREFIX = 'own-';

/** ILO conventions are ratified or denounced, never signed; other treaties know signature, accession, succession. */
export function statusesOf(kind: InstrumentKind): readonly InstrumentStatus[] {
  return kind === 'ilo'
    ? ['none', 'ratified', 'denounced']
    : ['none', 'signed', 'ratified', 'acceded', 'succeeded', 'denounced'];
}

/** The instruments of the list and those that the country added, by kind, in the list's order. */
export function listInstruments(
  crosswalk: Crosswalk | undefined,
  entered: ReadonlyMap<string, InstrumentFields>,
): RegisterGroup[] {
  const listed = (crosswalk?.codes ?? []).map(({ code, year, kind }) => ({
    kind: kind ?? ('un' as const),
    row: { code, ownTitle: null, year: year ?? null, fields: entered.get(code) ?? {} },
  }));
  const known = new Set(listed.map(({ row }) => row.code));
  const own = [...entered]
    .filter(([code, { title }]) => !known.has(code) && title !== undefined)
    .map(([code, fields]) => ({
      kind: 'own' as const,
      row: { code, ownTitle: fields.title ?? code, year: null, fields },
    }));
  const rows = [...listed, ...own];
  return KINDS.map((kind) => ({ kind, rows: rows.filter((one) => one.kind === kind).map(({ row }) => row) })).filter(
    ({ kind, rows: found }) => found.length > 0 || kind === 'own',
  );
}

/** Sets one field of one instrument; null takes it back. */
export function setInstrumentField(
  session: AssessmentSession,
  code: string,
  field: keyof InstrumentFields,
  value: string | null,
): void {
  void session.write([{ register: buildRegister({ kind: 'instrument', code, field }), value }]);
}

/** Adds an instrument that the list does not have. */
export function addInstrument(session: AssessmentSession, title: string): void {
  setInstrumentField(session, `${OWN_PREFIX}${session.newId()}`, 'title', title);
}
