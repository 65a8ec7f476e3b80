import type { InstrumentFields } from '../../domain/registers/instrument.ts';
import type { Crosswalk, Region } from '../../domain/framework/crosswalk-schema.ts';
import { REGIONS } from '../../domain/framework/crosswalk-schema.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

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
  /** Of regional instruments: the region; null for those of no region and for every other kind. */
  readonly region: Region | null;
  readonly rows: readonly RegisterRow[];
}

const KINDS: readonly InstrumentKind[] = ['un', 'ilo', 'sea', 'regional'];
const OWN_PREFIX = 'own-';

/** ILO conventions are ratified or denounced, never signed; other treaties know signature, accession, succession. */
export function statusesOf(kind: InstrumentKind): readonly InstrumentStatus[] {
  return kind === 'ilo'
    ? ['none', 'ratified', 'denounced']
    : ['none', 'signed', 'ratified', 'acceded', 'succeeded', 'denounced'];
}

/** The region of whose instruments most have a status, so that a country that has begun sees its own; null without any. */
export function regionOfRegister(
  crosswalk: Crosswalk | undefined,
  entered: ReadonlyMap<string, InstrumentFields>,
): Region | null {
  const countOf = (region: Region): number =>
    (crosswalk?.codes ?? []).filter((one) => one.region === region && entered.get(one.code)?.status !== undefined)
      .length;
  const [first] = REGIONS.map((region) => ({ region, count: countOf(region) })).sort((a, b) => b.count - a.count);
  return first !== undefined && first.count > 0 ? first.region : null;
}

/**
 * The instruments of the list and those that the country added, by kind and regional ones by region, in the list's
 * order; those of `own`, the country's region, before all others.
 */
export function listInstruments(
  crosswalk: Crosswalk | undefined,
  entered: ReadonlyMap<string, InstrumentFields>,
  own: Region | null = null,
): RegisterGroup[] {
  const listed = (crosswalk?.codes ?? []).map(({ code, year, kind = 'un', region = null }) => ({
    kind,
    region: kind === 'regional' ? region : null,
    row: { code, ownTitle: null, year: year ?? null, fields: entered.get(code) ?? {} },
  }));
  const known = new Set(listed.map(({ row }) => row.code));
  const added = [...entered]
    .filter(([code, { title }]) => !known.has(code) && title !== undefined)
    .map(([code, fields]) => ({ code, ownTitle: fields.title ?? code, year: null, fields }));
  const groupOf = (kind: InstrumentKind, region: Region | null): RegisterGroup => ({
    kind,
    region,
    rows: listed.filter((one) => one.kind === kind && one.region === region).map(({ row }) => row),
  });
  const groups = KINDS.flatMap((kind) =>
    (kind === 'regional' ? [...REGIONS, null] : [null]).map((region) => groupOf(kind, region)),
  ).filter(({ rows }) => rows.length > 0);
  return [
    ...groups.filter(({ region }) => region !== null && region === own),
    ...groups.filter(({ region }) => region === null || region !== own),
    { kind: 'own', region: null, rows: added },
  ];
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
