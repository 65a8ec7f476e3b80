import { namedMembers as named } from './named-members.ts';
import type { Report } from './report.ts';

type Single = string | number | boolean | null | undefined;
/** Of a type that is one of several, the members of each. */
type MemberOf<Value> = Value extends unknown ? keyof Value : never;
type ValueOf<Value, Member> = Value extends unknown ? (Member extends keyof Value ? Value[Member] : never) : never;
/** Holds no members that have a name in the type: a word, a number, a list or a map of them. */
type IsPlain<Value> = [Value] extends [Single | readonly Single[]] ? true : string extends keyof Value ? true : false;

/** Stays in the house; what stands in its place, `undefined` for nothing. */
export class Private<Value> {
  readonly instead: Value;
  constructor(instead: Value) {
    this.instead = instead;
  }
}

/**
 * What the public may read of a value: all of it (`true`), nothing (`Private`), or what is said for each of its members;
 * of a list, for each of its items. A member without a word is a type error, and stays in the house.
 */
export type PublicMembers<Value> =
  | Private<Value>
  | (IsPlain<NonNullable<Value>> extends true
      ? true
      : NonNullable<Value> extends readonly (infer Item)[]
        ? PublicMembers<Item>
        : { readonly [Member in MemberOf<NonNullable<Value>>]-?: PublicMembers<ValueOf<NonNullable<Value>, Member>> });

const NONE = new Private(null);
const EMPTY = new Private([]);
const ABSENT = new Private(undefined);

const COVERAGE = named([
  'total',
  'applicable',
  'answered',
  'unknown',
  'unanswered',
  'notApplicable',
  'documented',
  'outOfScope',
]);
const AT_OR_ABOVE = named(['level', 'position', 'count', 'of']);
const DISTRIBUTION = {
  ...named(['scale', 'unknown', 'unanswered', 'notApplicable', 'median', 'medianTarget']),
  counts: named(['level', 'count']),
  atOrAbove: AT_OR_ABOVE,
} as const;
const SCORE = named(['score', 'shown', 'low', 'high', 'shownLow', 'shownHigh', 'status', 'openCountedAs']);
const NODE = {
  ...SCORE,
  ...named(['id', 'kind', 'parent', 'band', 'between', 'answered', 'applicable', 'total', 'complete', 'shownBand']),
} as const;
const COUNTED_NODE = { ...NODE, coverage: COVERAGE, distributions: DISTRIBUTION } as const;
const COST = named(['once', 'yearly', 'there', 'toFindOnce', 'toFindYearly', 'withoutAmount']);
const FRAMEWORK = named(['id', 'version', 'hash']);
const ASSESSMENT = named(['id', 'round', 'parent']);

/**
 * What may leave the house of a report, by its place: who assessed and for what, every number, what is planned, which
 * public documents there are, why something does not apply. Not: who held which level, what was said in the room, names of
 * persons, notes of the house. Which evidence and sentences go out at all, `publicReport` says.
 */
export const PUBLIC_MEMBERS = {
  ...named(['format', 'formatVersion', 'engine', 'edition', 'status', 'strengths', 'developmentAreas', 'mostRoom']),
  furtherPriorities: true,
  framework: {
    ...FRAMEWORK,
    ...named(['review', 'missing', 'notApplicable', 'minimumCoverage', 'overallRule']),
    bands: named(['id', 'from']),
  },
  assessment: ASSESSMENT,
  round: {
    ...named(['title', 'country', 'lead', 'sponsor', 'purpose', 'closingDate', 'route', 'reportLanguage', 'version']),
    ...named(['lenses', 'horizon', 'currency', 'contexts', 'scope', 'fictional']),
    ...named(['foreword', 'acknowledgements', 'recommendations', 'keyFigures']),
    // By when the house wanted its answers, and met.
    returnsDue: NONE,
    workshopDate: NONE,
    // What is marked for the house says nothing to the public.
    marking: NONE,
    logo: named(['dataUrl', 'widthPixels', 'heightPixels']),
    publication: named(['by', 'date', 'parts']),
  },
  validation: { ...named(['function', 'date', 'forum', 'correction']), by: NONE, signatories: EMPTY },
  institutions: {
    ...named(['id', 'name', 'type', 'role']),
    endorsement: {
      ...named(['state', 'function', 'date']),
      name: ABSENT,
      prepared: { ...named(['function', 'date']), name: ABSENT },
    },
  },
  coverage: COVERAGE,
  grounds: { ...named(['agreed', 'provisional', 'alone', 'documented']), differing: NONE },
  distributions: DISTRIBUTION,
  overall: NODE,
  domains: COUNTED_NODE,
  subdomains: COUNTED_NODE,
  indicators: {
    ...SCORE,
    ...named([
      'id',
      'domain',
      'subdomain',
      'kind',
      'core',
      'scale',
      'level',
      'position',
      'agreed',
      'standing',
      'documented',
    ]),
    ...named(['target', 'targetPosition', 'noTargetReason', 'targetIsDefault', 'gap', 'impact', 'ease', 'need']),
    ...named(['missingRequirements', 'heldRequirements', 'quadrant', 'kept', 'gain', 'evidence']),
    // Said by those who answered, and agreed by nobody.
    underWayRequirements: ABSENT,
    answer: named(['state', 'level', 'reason']),
    leads: EMPTY,
    ratings: EMPTY,
    reservations: EMPTY,
    rationale: NONE,
    forum: NONE,
    agreement: { n: new Private(0), median: NONE, range: NONE, a: NONE, class: NONE, provisional: NONE },
  },
  pairs: named(['law', 'practice', 'difference']),
  pairedTopics: named(['compared', 'lawHigher', 'practiceHigher']),
  priorities: {
    ...named(['id', 'rank', 'pinReason', 'robust']),
    values: named(['need', 'product', 'weightedSum']),
    ranks: named(['impact', 'need', 'product', 'weightedSum']),
  },
  ranking: named(['ranked', 'notRanked']),
  measures: {
    ...named(['id', 'written', 'title', 'indicators', 'lead', 'partners', 'actions', 'level', 'target', 'end']),
    // May name a person.
    responsible: NONE,
    cost: COST,
  },
  costs: { ...COST, ...named(['inPart']) },
  planCosts: { total: COST, others: COST, byLead: { ...COST, ...named(['lead']) }, byYear: named(['year', 'amount']) },
  // Says what the house asks of its minister.
  decision: NONE,
  evidence: {
    ...named(['id', 'number', 'title', 'kind', 'holder', 'date', 'reference', 'url', 'access']),
    ...named(['sha256', 'fileName', 'mediaType', 'sizeBytes']),
    seenBy: NONE,
    uses: named(['indicator', 'institution', 'passage']),
  },
  comments: EMPTY,
  instruments: {
    ...named(['code', 'title', 'status', 'date', 'entryIntoForce', 'reservations']),
    note: NONE,
  },
  plan: {
    ...named(['id', 'activity', 'lead', 'start', 'end', 'resourcesAvailable', 'resourcesToFind', 'successIndicator']),
    ...named([
      'costOnce',
      'costYearly',
      'costThere',
      'verification',
      'pinned',
      'indicators',
      'partners',
      'dependsOn',
      'status',
    ]),
    note: NONE,
  },
  robustness: {
    ...named(['seed', 'draws']),
    domains: {
      ...named(['id', 'low', 'high', 'bandShare', 'lowestShare']),
      movers: named(['id', 'change']),
    },
    variants: { ...named(['id', 'mostRoom']), domains: named(['id', 'score', 'shown', 'band']) },
  },
  comparison: {
    ...named(['comparable', 'causesMissing']),
    moved: named(['up', 'down', 'same']),
    previous: { framework: FRAMEWORK, assessment: ASSESSMENT, ...named(['title', 'closingDate']) },
    reasons: named(['code', 'params']),
    indicators: {
      ...named(['id', 'previousId', 'previousLevel', 'previousPosition', 'level', 'position', 'steps', 'direction']),
      heldBack: true,
      // A cause of change is a fact of the record; the note on it was written for the house.
      cause: { cause: true, note: ABSENT },
    },
    domains: named(['id', 'previousShown', 'shown', 'change', 'up', 'down', 'same']),
  },
  lenses: {
    ...named(['key', 'unlinked']),
    codes: { ...named(['code', 'indicators']), distributions: DISTRIBUTION, atOrAbove: AT_OR_ABOVE },
  },
  sentences: { ...named(['id', 'facts', 'factsHash']), edited: named(['text', 'factsHash', 'language']) },
  practices: named(['domain', 'texts']),
  evaluation: NONE,
  meeting: { programme: NONE, attendance: NONE },
  vote: NONE,
  record: { conflicts: EMPTY, orphans: EMPTY, damaged: EMPTY, unknownRegisters: new Private(0) },
} as const satisfies PublicMembers<Report>;

type Tree = true | Private<unknown> | { readonly [member: string]: Tree | undefined };

/** What the public may read of a value, in the order of its members. What nobody spoke of stays in the house. */
export function onlyPublic(value: unknown, members: Tree): unknown {
  if (members instanceof Private) return members.instead;
  if (members === true || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => onlyPublic(item, members));
  const kept = Object.entries(value).flatMap(([name, own]) => {
    const said = Object.hasOwn(members, name) ? members[name] : undefined;
    const left = said === undefined ? undefined : onlyPublic(own, said);
    return left === undefined ? [] : [[name, left] as const];
  });
  return Object.fromEntries(kept);
}
