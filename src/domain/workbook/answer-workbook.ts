import type { Answer } from '../registers/answer.ts';
import type { Endorsement } from '../registers/institution.ts';
import type { Confidence } from '../registers/rating.ts';
import type { FrameworkReference } from '../framework/framework.ts';
import type { JsonValue } from '../journal/entry-schema.ts';

/** A pack as a workbook that an institution fills in and gives back: docs/file-formats.md section 11. */
export const ANSWER_WORKBOOK_FORMAT = 'sextant-answers';
export const ANSWER_WORKBOOK_VERSION = 1;

/** Rows that the sheet of documents offers beside those that are filled already. */
export const EMPTY_EVIDENCE_ROWS = 25;

/** Columns of the sheets by name, in their order; `level.1` and so on stand between, one a level. */
export const ANSWER_COLUMNS = ['code', 'indicator', 'draft', 'answer', 'reason', 'confidence', 'comment'] as const;
export const REQUIREMENT_COLUMNS = ['code', 'indicator', 'level', 'requirement', 'met'] as const;
export const EVIDENCE_COLUMNS = ['indicators', 'title', 'kind', 'holder', 'date', 'reference', 'access', 'id'] as const;
/** Lines of the first sheet that are filled in. */
export const ENDORSEMENT_FIELDS = ['state', 'function', 'name', 'date'] as const;

/** What can be said of a requirement; workbooks from before the last one do not know it. */
export const REQUIREMENT_STATES = ['yes', 'no', 'under-way'] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export type AnswerColumn = (typeof ANSWER_COLUMNS)[number];
export type EvidenceColumn = (typeof EVIDENCE_COLUMNS)[number];

/** What an institution says of an indicator: one of three, or nothing. */
export type Said =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'not-ours'; readonly suggests: string }
  | { readonly kind: 'no-view' };

export interface WorkbookRow {
  readonly said: Said | null;
  readonly confidence: Confidence | null;
  readonly comment: string;
}

export interface WorkbookEvidence {
  readonly id: string;
  readonly indicators: readonly string[];
  /** '' where nothing was entered. */
  readonly fields: Readonly<Record<Exclude<EvidenceColumn, 'indicators' | 'id' | 'access'>, string>>;
  readonly access: 'public' | 'internal' | 'restricted' | null;
}

/** Everything that a workbook says, whatever its words. */
export interface WorkbookContent {
  /** By indicator. */
  readonly rows: ReadonlyMap<string, WorkbookRow>;
  /** By address; absent where the cell is empty. */
  readonly requirements: ReadonlyMap<string, RequirementState>;
  /** Whether it can say that a requirement is under way. */
  readonly saysUnderWay: boolean;
  /** Indicators whose requirements the workbook lists. */
  readonly requirementsOf: ReadonlySet<string>;
  /** Indicators of which requirements were ticked and no level was chosen: the ticks decide. */
  readonly levelFromTicks: ReadonlySet<string>;
  readonly evidence: readonly WorkbookEvidence[];
  /** Null where its lines are empty, undefined where they are not there. */
  readonly endorsement: Endorsement | null | undefined;
}

/** What a register held when the workbook was made. */
export interface WorkbookBase {
  /** First 16 digits of the SHA-256 of the canonical JSON of what the cells say; '' where they say nothing. */
  readonly hash: string;
  /** Ids of the entries that held it. */
  readonly heads: readonly string[];
  /** Members of a value that no cell shows, to be kept. */
  readonly rest: JsonValue;
}

/** Whose workbook it is, of which assessment and framework, and when it was made. */
export interface WorkbookOrigin {
  readonly assessment: string;
  readonly institution: string;
  /** `comment`: an observer, who does not rate. */
  readonly mode: 'answer' | 'comment';
  readonly framework: FrameworkReference;
  /** The newest entry when the workbook was made. */
  readonly mark: string;
}

/** One line on every sheet that says to what it belongs. */
export function codeOfWorkbook({ assessment, institution, framework }: WorkbookOrigin): string {
  return [
    ANSWER_WORKBOOK_FORMAT,
    ANSWER_WORKBOOK_VERSION,
    framework.id,
    framework.version,
    framework.hash,
    institution,
    assessment,
  ].join(' | ');
}
