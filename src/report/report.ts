import type { Answer } from '../domain/assessment/answer.ts';
import type { Context, IndicatorKind, ReviewStatus } from '../domain/framework/framework-schema.ts';
import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { ScoreNode } from '../domain/scoring/score-tree.ts';

/**
 * The one result object. Screen, print and every export read it and nothing else: ids and numbers, no prose beyond
 * what a person wrote, no formatting. `null` means "cannot be said", never zero (docs/file-formats.md section 5).
 */
export const REPORT_FORMAT = 'sextant-report';
export const REPORT_FORMAT_VERSION = 1;

/** Counts of leaf indicators. `documented`: rated, with at least one piece of evidence. */
export interface Coverage {
  readonly total: number;
  readonly applicable: number;
  readonly answered: number;
  readonly unknown: number;
  readonly unanswered: number;
  readonly notApplicable: number;
  readonly documented: number;
  /** In the framework but left out of this round. */
  readonly outOfScope: number;
}

/** How many indicators stand at each position of a scale, in the scale's order, with what is open beside. */
export interface Distribution {
  /** The scale these counts are on; a group of several scales has one distribution a scale. */
  readonly scale: string;
  readonly counts: readonly { readonly level: string; readonly count: number }[];
  readonly unknown: number;
  readonly unanswered: number;
  readonly notApplicable: number;
  /** Median level of the rated indicators (lower of two middle ones); null when none is rated. */
  readonly median: string | null;
  /** Median of the target levels (lower of two middle ones); null when there is none. */
  readonly medianTarget: string | null;
  /** "n of N at level x or above": rated at or above the level, of the applicable indicators. */
  readonly atOrAbove: {
    readonly level: string;
    readonly position: number;
    readonly count: number;
    readonly of: number;
  };
}

/** A node of the score tree with what is counted below it. */
export interface ReportNode extends ScoreNode {
  readonly coverage: Coverage;
  readonly distributions: readonly Distribution[];
}

export interface ReportEvidence {
  readonly id: string;
  /** Number in the evidence annex: E1, E2 ... */
  readonly number: number;
  readonly title: string;
  readonly kind: string | null;
  readonly holder: string | null;
  readonly date: string | null;
  readonly reference: string | null;
  readonly access: 'public' | 'internal' | 'restricted';
  readonly indicators: readonly string[];
}

export interface ReportAgreement {
  readonly n: number;
  readonly median: string | null;
  readonly range: number | null;
  readonly a: number | null;
  readonly class: 'divided' | 'to-discuss' | 'information-gap' | 'to-confirm' | 'close' | 'unanimous' | null;
  readonly provisional: string | null;
}

export interface ReportIndicator {
  readonly id: string;
  readonly domain: string;
  readonly subdomain: string | null;
  readonly kind: IndicatorKind | null;
  readonly core: boolean;
  readonly scale: string;
  readonly status: 'answered' | 'unknown' | 'unanswered' | 'not-applicable' | 'out-of-scope';
  readonly answer: Answer | null;
  readonly level: string | null;
  /** Position of the level on its scale from 1. */
  readonly position: number | null;
  readonly agreed: boolean;
  /** A piece of evidence is linked. Print marks a level without one by `*`. */
  readonly documented: boolean;
  readonly score: number | null;
  readonly shown: number | null;
  readonly target: string | null;
  /** Why there is no target this round, where a person said so. */
  readonly noTargetReason: string | null;
  readonly targetIsDefault: boolean;
  /** Steps from level to target; null when either is missing. */
  readonly gap: number | null;
  /** Addresses `<indicator>/<level>/<a|b|c>` of requirements between level and target that are not ticked as held. */
  readonly missingRequirements: readonly string[];
  readonly heldRequirements: readonly string[];
  readonly impact: number | null;
  readonly ease: number | null;
  readonly need: number | null;
  readonly quadrant: 'act-first' | 'major-reform' | 'easy-improvement' | 'later' | null;
  /** What closing the gap would add to the score of the domain, all else equal (unrounded points of 100). */
  readonly gain: number | null;
  readonly lead: string | null;
  readonly agreement: ReportAgreement;
  readonly ratings: readonly {
    readonly institution: string;
    readonly answer: Answer;
    readonly confidence: 'high' | 'medium' | 'low' | null;
    readonly comment: string | null;
  }[];
  readonly confidence: 'high' | 'medium' | 'low' | null;
  readonly comment: string | null;
  readonly rationale: string | null;
  readonly forum: string | null;
  readonly evidence: readonly string[];
}

/** Medians over the paired topics only: law against practice. */
export interface ReportPair {
  readonly law: string;
  readonly practice: string;
  /** Position of law minus position of practice; null while one of them is not rated. */
  readonly difference: number | null;
}

/** A generated sentence: its facts, and what a person made of it (marked when the facts have changed since). */
export interface ReportSentence {
  readonly id: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly edited: { readonly text: string; readonly factsHash: string } | null;
}

export interface ReportRound {
  readonly title: string | null;
  readonly country: string | null;
  readonly leadInstitution: string | null;
  readonly sponsor: string | null;
  readonly purpose: string | null;
  readonly closingDate: string | null;
  readonly marking: string | null;
  readonly contexts: readonly Context[];
  readonly fictional: boolean;
}

export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly formatVersion: typeof REPORT_FORMAT_VERSION;
  readonly framework: FrameworkReference & {
    readonly review: Readonly<Record<string, ReviewStatus | null>>;
    readonly bands: readonly { readonly id: string; readonly from: number }[];
    readonly missing: 'exclude' | 'zero' | 'lowest';
    readonly notApplicable: 'exclude' | 'zero' | 'forbid';
    readonly minimumCoverage: number;
    readonly overallRule: 'required' | 'hidden' | 'none';
  };
  readonly engine: string;
  readonly assessment: { readonly id: string; readonly round: string; readonly parent: string | null } | null;
  readonly round: ReportRound;
  readonly status: 'draft' | 'under-review' | 'validated';
  readonly institutions: readonly { readonly id: string; readonly name: string | null; readonly type: string | null }[];
  readonly coverage: Coverage;
  /** All applicable indicators of the framework: one entry a scale. */
  readonly distributions: readonly Distribution[];
  readonly overall: ScoreNode | null;
  readonly domains: readonly ReportNode[];
  readonly subdomains: readonly ReportNode[];
  readonly indicators: readonly ReportIndicator[];
  readonly pairs: readonly ReportPair[];
  readonly pairedTopics: { readonly compared: number; readonly lawHigher: number; readonly practiceHigher: number };
  /** Indicator ids: rated at the threshold or above, highest first; then framework order. */
  readonly strengths: readonly string[];
  /** Indicator ids with a gap, most need first where impact is given, else largest gap; then framework order. */
  readonly developmentAreas: readonly string[];
  /** Ids of ranked priorities: indicators with a need, by docs/methodology.md section 6. */
  readonly priorities: readonly string[];
  /** Domain with most room for further development (lowest score), null while fewer than two domains are scored. */
  readonly mostRoom: string | null;
  readonly evidence: readonly ReportEvidence[];
  readonly plan: readonly ReportAction[];
  readonly robustness: ReportRobustness | null;
  readonly sentences: readonly ReportSentence[];
}

export interface ReportAction {
  readonly id: string;
  readonly indicator: string | null;
  readonly level: string | null;
  readonly requirement: string | null;
  readonly objective: string | null;
  readonly activity: string | null;
  readonly lead: string | null;
  readonly partners: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
  readonly resourcesAvailable: string | null;
  readonly resourcesToFind: string | null;
  readonly successIndicator: string | null;
  readonly meansOfVerification: string | null;
  readonly dependsOn: readonly string[];
  readonly status: 'not-started' | 'ongoing' | 'done' | 'blocked';
}

export interface ReportRobustness {
  readonly seed: number;
  readonly draws: number;
  readonly domains: readonly {
    readonly id: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly bandShare: number | null;
    readonly lowestShare: number | null;
  }[];
  readonly variants: readonly {
    readonly id: string;
    readonly domains: readonly { readonly id: string; readonly score: number | null; readonly band: string | null }[];
  }[];
}
