import type { Answer } from '../domain/registers/answer.ts';
import type { ActionFields } from '../domain/registers/action.ts';
import type { Comment } from '../domain/registers/comment.ts';
import type { Confidence } from '../domain/registers/rating.ts';
import type { Endorsement, InstitutionFields } from '../domain/registers/institution.ts';
import type { Evidence } from '../domain/registers/evidence.ts';
import type { Forum } from '../domain/registers/meeting.ts';
import type { InstrumentFields } from '../domain/registers/instrument.ts';
import type { Decision, Programme, RoundFields } from '../domain/registers/round.ts';
import type { Attendance } from '../domain/institutions/attendance.ts';
import type { EvidenceUse } from '../domain/assessment/list-evidence.ts';
import type { AgreementClass } from '../domain/consensus/measure-agreement.ts';
import type { EvaluationSummary } from '../domain/evaluation/summarise-evaluation.ts';
import type { IndicatorKind, ReviewStatus } from '../domain/framework/framework-schema.ts';
import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { DotVote } from '../domain/gaps/count-dots.ts';
import type { PriorityRanks, PriorityValues } from '../domain/gaps/priority-formulas.ts';
import type { Quadrant } from '../domain/gaps/quadrant.ts';
import type { ListedMeasure, TotalCost } from '../domain/measures/list-measures.ts';
import type { PlanCosts } from '../domain/measures/plan-costs.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';
import type { ValidationValue } from '../domain/registers/validation.ts';
import type { Lens } from '../domain/profile/by-lens.ts';
import type { Grounds, LevelStanding } from '../domain/profile/count-grounds.ts';
import type { Coverage } from '../domain/profile/coverage.ts';
import type { Distribution } from '../domain/profile/distribution.ts';
import type { Pair, PairedTopics } from '../domain/profile/pairs.ts';
import type { Problem } from '../domain/problem.ts';
import type { Robustness } from '../domain/robustness/analyse-robustness.ts';
import type { RoundComparison } from '../domain/rounds/compare-rounds.ts';
import type { CountedAs } from '../domain/scoring/explain.ts';
import type { IndicatorStatus, ScoreNode } from '../domain/scoring/score-tree.ts';
import type { Given } from './given.ts';

/**
 * The one result object. Screen, print and every export read it and nothing else: ids and numbers, no prose beyond
 * what a person wrote, no formatting. `null` means "cannot be said", never zero (docs/file-formats.md section 5).
 */
export const REPORT_FORMAT = 'sextant-report';
export const REPORT_FORMAT_VERSION = 1;

export type { Coverage, Distribution };

/** A node of the score tree with what display needs beside the score. */
export interface DisplayedNode extends ScoreNode {
  /** Every applicable indicator below is rated. */
  readonly complete: boolean;
  /** How the method counts what is open below: print says so. Null where it leaves it out, or nothing is open. */
  readonly openCountedAs: CountedAs | null;
  /** The band to show: none while the method counts open answers as zero and some are open. */
  readonly shownBand: string | null;
}

/** A domain or sub-domain with what is counted below it. */
export interface ReportNode extends DisplayedNode {
  readonly coverage: Coverage;
  readonly distributions: readonly Distribution[];
}

/** Numbered E1, E2 ... in the evidence annex, in the order of first use. */
export interface ReportEvidence extends Given<Evidence> {
  readonly id: string;
  readonly number: number;
  readonly uses: readonly EvidenceUse[];
}

/** Agreement of the institutions; A is printed from five ratings on. */
export interface ReportAgreement {
  readonly n: number;
  readonly median: string | null;
  readonly range: number | null;
  readonly a: number | null;
  readonly class: AgreementClass | null;
  /** What stands until a level is agreed, in the words of the answer sheet: a level id, `n/a` or `unknown`. */
  readonly provisional: string | null;
}

/** What one institution said; without its name and comment until the opinions on the indicator are opened. */
export interface ReportRating {
  readonly institution: string | null;
  readonly answer: Answer;
  readonly confidence: Confidence | null;
  readonly comment: string | null;
}

export interface ReportIndicator {
  readonly id: string;
  readonly domain: string;
  readonly subdomain: string | null;
  readonly kind: IndicatorKind | null;
  readonly core: boolean;
  readonly scale: string;
  readonly status: IndicatorStatus | 'out-of-scope';
  readonly answer: Answer | null;
  readonly level: string | null;
  /** Position of the level on its scale from 1. */
  readonly position: number | null;
  readonly agreed: boolean;
  /** How its level came about; null without one. Print marks a provisional one by `°`. */
  readonly standing: LevelStanding | null;
  /** A piece of evidence is linked. Print marks a level without one by `*`. */
  readonly documented: boolean;
  readonly score: number | null;
  readonly shown: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly shownLow: number | null;
  readonly shownHigh: number | null;
  /** How the method counts the answer while it is open. */
  readonly openCountedAs: CountedAs | null;
  readonly target: string | null;
  readonly targetPosition: number | null;
  /** Why there is no target this round, where a person said so. */
  readonly noTargetReason: string | null;
  /** Nobody set the target: it is the next level. */
  readonly targetIsDefault: boolean;
  /** Steps from level to target; null when either is missing. */
  readonly gap: number | null;
  /** Addresses `<indicator>/<level>/<a|b|c>` of requirements between level and target that are not ticked as met. */
  readonly missingRequirements: readonly string[];
  /** Those of the level and all below it, and those ticked above. */
  readonly heldRequirements: readonly string[];
  /** Those that have begun and are not met; absent where there are none. */
  readonly underWayRequirements?: readonly string[];
  readonly impact: number | null;
  readonly ease: number | null;
  readonly need: number | null;
  readonly quadrant: Quadrant | null;
  /** Marked to be a priority; where any is, only those are. */
  readonly kept: boolean;
  /** What reaching the target would add to the score of the domain, all else equal (unrounded points of 100). */
  readonly gain: number | null;
  /** Institutions assigned as lead. */
  readonly leads: readonly string[];
  readonly agreement: ReportAgreement;
  readonly ratings: readonly ReportRating[];
  /** Of the agreed level. */
  readonly rationale: string | null;
  readonly forum: Forum | null;
  readonly reservations: readonly { readonly institution: string; readonly text: string }[];
  /** Ids of evidence, in the order of their numbers. */
  readonly evidence: readonly string[];
}

/** A generated sentence: its facts, and what a person made of it. */
export interface ReportSentence {
  readonly id: string;
  /** Empty where somebody wrote the sentence freely, or its facts no longer hold. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  /** SHA-256 of the canonical JSON of the facts; another one in `edited` means that they have changed since. */
  readonly factsHash: string;
  readonly edited: { readonly text: string; readonly factsHash: string; readonly language?: string } | null;
}

/** What is sought from whoever gets the report: what a proposal is made from, and what a person wrote, by language. */
export interface ReportDecision extends Pick<ReportSentence, 'facts' | 'factsHash'> {
  readonly written: Readonly<Record<string, Decision>>;
}

export interface ReportPriority {
  readonly id: string;
  /** From 1. */
  readonly rank: number;
  /** Why it was put first by hand; null where the rule decides. */
  readonly pinReason: string | null;
  /** By formula; null where it cannot be computed. */
  readonly values: PriorityValues;
  /** Ranks among all ranked gaps without pins: by impact (from engine 2 on, where it is the rule) and by each formula. */
  readonly ranks: PriorityRanks;
  /** In the top ten by the rule in force, the product and the weighted sum; null while one of them is not known. */
  readonly robust: boolean | null;
}

/** What a report says of its round: whatever else is recorded of a round stays out of it until somebody says otherwise. */
export const REPORTED_ROUND_FIELDS = [
  'title',
  'country',
  'lead',
  'sponsor',
  'purpose',
  'closingDate',
  'returnsDue',
  'workshopDate',
  'marking',
  'route',
  'reportLanguage',
  'version',
  'logo',
  'publication',
  'lenses',
  'horizon',
  'currency',
  'foreword',
  'acknowledgements',
  'recommendations',
  'keyFigures',
] as const;

export type ReportRound = Given<Pick<RoundFields, (typeof REPORTED_ROUND_FIELDS)[number]>> & {
  readonly contexts: NonNullable<RoundFields['contexts']>;
  readonly scope: NonNullable<RoundFields['scope']>;
  readonly fictional: boolean;
};

export interface ReportInstitution extends Given<Pick<InstitutionFields, 'name' | 'type'>> {
  readonly id: string;
  readonly role: NonNullable<InstitutionFields['role']>;
  readonly endorsement: Endorsement | null;
}

export interface ReportValidation extends Given<
  Pick<ValidationValue, 'by' | 'function' | 'date' | 'forum' | 'correction'>
> {
  readonly signatories: readonly { readonly name: string; readonly function: string | null }[];
}

export interface ReportAction extends Given<
  Omit<ActionFields, 'indicators' | 'partners' | 'dependsOn' | 'status' | 'removed' | 'order'>
> {
  readonly id: string;
  readonly indicators: readonly string[];
  readonly partners: readonly string[];
  /** Ids of actions of the plan that must be done before. */
  readonly dependsOn: readonly string[];
  readonly status: NonNullable<ActionFields['status']>;
}

/** Two rounds side by side: docs/methodology.md section 12. */
export interface ReportComparison extends Omit<RoundComparison, 'reasons'> {
  /** The round before: what it was made on, and its title and closing date. */
  readonly previous: {
    readonly framework: FrameworkReference;
    readonly assessment: AssessmentIdentity | null;
    readonly title: string | null;
    readonly closingDate: string | null;
  };
  /** Why nothing is subtracted, or what to know where it is: codes with parameters, for the words of i18n. */
  readonly reasons: readonly Pick<Problem, 'code' | 'params'>[];
}

export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly formatVersion: typeof REPORT_FORMAT_VERSION;
  readonly framework: FrameworkReference & {
    /** Review status of the texts of each language; null where they name none. */
    readonly review: Readonly<Record<string, ReviewStatus | null>>;
    readonly bands: readonly { readonly id: string; readonly from: number }[];
    readonly missing: 'exclude' | 'zero' | 'lowest';
    readonly notApplicable: 'exclude' | 'zero' | 'forbid';
    readonly minimumCoverage: number;
    readonly overallRule: 'required' | 'hidden' | 'none';
  };
  readonly engine: string;
  readonly assessment: AssessmentIdentity | null;
  /** The public one is what `publicReport` leaves of it. */
  readonly edition: 'internal' | 'public';
  readonly round: ReportRound;
  /** Under review where somebody said so; validated by the entry that says so. */
  readonly status: 'draft' | 'under-review' | 'validated';
  /** Who validated it, when and where; null until then. */
  readonly validation: ReportValidation | null;
  readonly institutions: readonly ReportInstitution[];
  readonly coverage: Coverage;
  /** How the levels came about; positions of institutions are null in the public edition. `documented` is in `coverage` too. */
  readonly grounds: Omit<Grounds, 'differing'> & { readonly differing: number | null; readonly documented: number };
  /** All indicators in scope: one entry a scale. */
  readonly distributions: readonly Distribution[];
  /** Null where the method has none; under `overallRule: hidden` shown only where a person switched it on. */
  readonly overall: DisplayedNode | null;
  readonly domains: readonly ReportNode[];
  readonly subdomains: readonly ReportNode[];
  /** Every indicator of the framework in its order, those out of scope too. */
  readonly indicators: readonly ReportIndicator[];
  readonly pairs: readonly Pair[];
  readonly pairedTopics: PairedTopics;
  /** Indicator ids: rated at the threshold or above, highest first, documented first, then framework order. */
  readonly strengths: readonly string[];
  /** Indicator ids below the threshold with a gap: greatest impact first, then the wider gap, the lower score. */
  readonly developmentAreas: readonly string[];
  /** Gaps with an impact, or pinned, in order; where some are marked as kept, those: docs/methodology.md section 6. */
  readonly priorities: readonly ReportPriority[];
  /** Ids of all gaps that have a rank, kept or not, in order; and of those that have none yet, in the framework's order. */
  readonly ranking: { readonly ranked: readonly string[]; readonly notRanked: readonly string[] };
  /** What is to be done, in order; while nobody wrote a measure, the first priorities are read as measures. */
  readonly measures: readonly ListedMeasure[];
  /** What all measures cost together, in `round.currency`. */
  readonly costs: TotalCost;
  /** What the whole plan costs, actions outside of measures too, by lead and by year. */
  readonly planCosts: PlanCosts;
  /** Null in the public edition. */
  readonly decision: ReportDecision | null;
  /** Ids of priorities that stand in no measure, in their order. */
  readonly furtherPriorities: readonly string[];
  /** Domain with most room for further development, or null where none can be named. */
  readonly mostRoom: string | null;
  readonly evidence: readonly ReportEvidence[];
  readonly comments: readonly (Comment & { readonly id: string })[];
  readonly instruments: readonly (Given<InstrumentFields> & { readonly code: string })[];
  readonly plan: readonly ReportAction[];
  /** Null unless asked for: it takes a moment. */
  readonly robustness: Robustness | null;
  /** Null without an earlier round at hand. */
  readonly comparison: ReportComparison | null;
  /** One a crosswalk that the framework links to; which are shown is for `round.lenses` to say. */
  readonly lenses: readonly Lens[];
  readonly sentences: readonly ReportSentence[];
  /** A good practice of a domain, as it was written, by language. */
  readonly practices: readonly { readonly domain: string; readonly texts: Readonly<Record<string, string>> }[];
  /** What participants thought of the workshop; null without a form, and in the public edition. */
  readonly evaluation: EvaluationSummary | null;
  /** The meeting as it was laid out, and who is in the room; each null where nobody said, both in the public edition. */
  readonly meeting: { readonly programme: Programme | null; readonly attendance: Attendance | null };
  /** The last vote on priorities; null without one, and in the public edition. */
  readonly vote: DotVote | null;
  /** What the reader must know of the record: registers with differing versions, and what could not be counted. */
  readonly record: {
    readonly conflicts: readonly string[];
    readonly orphans: readonly {
      readonly indicator: string;
      readonly supersededBy: string | readonly string[] | null;
    }[];
    readonly damaged: readonly string[];
    readonly unknownRegisters: number;
  };
}
