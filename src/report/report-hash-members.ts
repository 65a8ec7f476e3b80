import { namedMembers as named } from './named-members.ts';
import type { Report } from './report.ts';

/** Which members of a value count: all of it (`true`), or those that are named; in a list, of each of its items. */
export type Members<Value> =
  | true
  | (Value extends readonly (infer Item)[]
      ? Members<Item>
      : Value extends object
        ? { readonly [Member in keyof Value]?: Members<NonNullable<Value[Member]>> }
        : never);

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
const NODE = named([
  'id',
  'kind',
  'parent',
  'score',
  'shown',
  'band',
  'between',
  'low',
  'high',
  'answered',
  'applicable',
  'total',
  'status',
  'complete',
  'openCountedAs',
  'shownBand',
]);
const COUNTED_NODE = { ...NODE, coverage: COVERAGE, distributions: DISTRIBUTION } as const;

/**
 * What the first version of the report's hash covers, for ever: whatever the Report gains later is in no hash that was
 * signed. Not in it: `status` and `validation`, which the validation itself changes; `engine`, so that an engine that
 * computes the same has the same hash; `robustness` and `comparison`, made where somebody asks for them; `evaluation`,
 * since what participants thought of the workshop is no part of what they validate, nor `meeting` and `vote`, which come to
 * nothing but what is in `indicators`; and what may be said after the
 * validation: the decision to publish, the language it is printed in, the status of actions.
 */
export const MEMBERS_1: Members<Report> = {
  ...named(['format', 'formatVersion', 'edition', 'mostRoom', 'strengths', 'developmentAreas']),
  framework: {
    ...named(['id', 'version', 'hash', 'missing', 'notApplicable', 'minimumCoverage', 'overallRule']),
    // The languages that there were: one that a framework gains takes nothing from what was signed.
    review: { en: true, fr: true },
    bands: named(['id', 'from']),
  },
  assessment: named(['id', 'round', 'parent']),
  round: named([
    'title',
    'country',
    'lead',
    'sponsor',
    'purpose',
    'closingDate',
    'marking',
    'route',
    'version',
    'logo',
    'lenses',
    'horizon',
    'contexts',
    'scope',
    'fictional',
  ]),
  institutions: named(['id', 'name', 'type', 'role', 'endorsement']),
  coverage: COVERAGE,
  distributions: DISTRIBUTION,
  overall: NODE,
  domains: COUNTED_NODE,
  subdomains: COUNTED_NODE,
  indicators: {
    ...named([
      'id',
      'domain',
      'subdomain',
      'kind',
      'core',
      'scale',
      'status',
      'answer',
      'level',
      'position',
      'agreed',
      'documented',
      'score',
      'shown',
      'low',
      'high',
      'openCountedAs',
      'target',
      'targetPosition',
      'noTargetReason',
      'targetIsDefault',
      'gap',
      'missingRequirements',
      'heldRequirements',
      'impact',
      'ease',
      'need',
      'quadrant',
      'gain',
      'leads',
      'rationale',
      'forum',
      'evidence',
    ]),
    agreement: named(['n', 'median', 'range', 'a', 'class', 'provisional']),
    ratings: named(['institution', 'answer', 'confidence', 'comment']),
    reservations: named(['institution', 'text']),
  },
  pairs: named(['law', 'practice', 'difference']),
  pairedTopics: named(['compared', 'lawHigher', 'practiceHigher']),
  priorities: named(['id', 'rank', 'pinReason', 'values', 'ranks', 'robust']),
  evidence: {
    ...named([
      'id',
      'number',
      'title',
      'kind',
      'holder',
      'seenBy',
      'date',
      'reference',
      'url',
      'access',
      'sha256',
      'fileName',
      'mediaType',
      'sizeBytes',
    ]),
    uses: named(['indicator', 'institution', 'passage']),
  },
  comments: named(['id', 'indicator', 'institution', 'text', 'replyTo', 'settled', 'decision']),
  instruments: named(['code', 'title', 'status', 'date', 'entryIntoForce', 'reservations', 'note']),
  plan: named([
    'id',
    'activity',
    'lead',
    'start',
    'end',
    'resourcesAvailable',
    'resourcesToFind',
    'successIndicator',
    'verification',
    'note',
    'pinned',
    'indicators',
    'partners',
    'dependsOn',
  ]),
  lenses: {
    ...named(['key', 'unlinked']),
    codes: { ...named(['code', 'indicators']), distributions: DISTRIBUTION, atOrAbove: AT_OR_ABOVE },
  },
  sentences: { ...named(['id', 'facts', 'factsHash']), edited: named(['text', 'factsHash', 'language']) },
  record: {
    ...named(['conflicts', 'damaged', 'unknownRegisters']),
    orphans: named(['indicator', 'supersededBy']),
  },
};
