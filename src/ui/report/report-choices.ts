/** What a person chose of this printing of the report: nothing of it is kept with the assessment. */
export interface ReportChoices {
  readonly edition: 'internal' | 'public';
  readonly gapTable: 'compact' | 'full';
  /** Code of the second language of a bilingual report. */
  readonly second: string | null;
}

export const FIRST_CHOICES: ReportChoices = { edition: 'internal', gapTable: 'compact', second: null };
