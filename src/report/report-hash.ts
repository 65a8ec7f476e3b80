import { canonicalJson } from '../domain/canonical-json.ts';
import { sha256Hex } from '../domain/sha256.ts';
import { MEMBERS_1 } from './report-hash-members.ts';
import type { Report } from './report.ts';

type MemberTree = true | { readonly [member: string]: MemberTree | undefined };

/** What each version of the hash covers; a validation names its version, none is 1. */
const MEMBERS: Readonly<Record<number, MemberTree>> = { 1: MEMBERS_1 as MemberTree };

/** The version that new validations are signed with. */
export const REPORT_HASH_VERSION: number = 1;

function pick(value: unknown, members: MemberTree): unknown {
  if (members === true || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, members));
  const kept = Object.entries(value).flatMap(([name, own]) => {
    const below = Object.hasOwn(members, name) ? members[name] : undefined;
    return below === undefined ? [] : [[name, pick(own, below)] as const];
  });
  return Object.fromEntries(kept);
}

/**
 * SHA-256 (hexadecimal) of what a report says, for the validation to carry: canonical JSON of the members that this
 * version of the hash covers (`report-hash-members.ts`), so that what the Report gains later changes no hash that was
 * signed. A version that this program does not know is hashed as the newest it has.
 */
export function reportHash(report: Report, version: number = REPORT_HASH_VERSION): string {
  const members = MEMBERS[version] ?? MEMBERS[REPORT_HASH_VERSION] ?? true;
  return sha256Hex(canonicalJson(pick(report, members)));
}
