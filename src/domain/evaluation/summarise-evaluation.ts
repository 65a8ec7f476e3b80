import type { Evaluation } from '../assessment/register-values.ts';

/** What participants are asked, after the annex of IC/2009/10: aims, content, form, organisation. */
export const EVALUATION_ITEMS = [
  'overall',
  'understanding',
  'learning',
  'levels',
  'evidence',
  'discussion',
  'organisation',
  'languages',
] as const;
export type EvaluationItem = (typeof EVALUATION_ITEMS)[number];
/** From 1 (not at all) to 4 (fully). */
export const EVALUATION_GRADES = [1, 2, 3, 4] as const;
/** From this grade on a participant counts as satisfied. */
const SATISFIED_FROM = 3;

export interface EvaluatedItem {
  readonly item: EvaluationItem;
  /** Participants who answered this item: those who left it open are not counted. */
  readonly answered: number;
  /** How many gave each grade, 1 to 4. */
  readonly counts: readonly number[];
  readonly satisfied: number;
  /** 0 to 1; null when nobody answered. */
  readonly share: number | null;
}

export interface EvaluationSummary {
  readonly forms: number;
  /** Null while nobody said how many took part. */
  readonly participants: number | null;
  /** Forms among participants, 0 to 1; null while that cannot be said. */
  readonly responseRate: number | null;
  readonly items: readonly EvaluatedItem[];
  readonly comments: readonly string[];
}

/**
 * The satisfaction of participants as the annex of IC/2009/10 reports it: response rate, share of each item, questions
 * left unanswered not counted (International Dialogue on Migration 2009, IC/2009/10, annex, note 2).
 */
export function summariseEvaluation(forms: readonly Evaluation[], participants: number | null): EvaluationSummary {
  const isRateable = participants !== null && participants > 0 && forms.length <= participants;
  return {
    forms: forms.length,
    participants,
    responseRate: isRateable ? forms.length / participants : null,
    items: EVALUATION_ITEMS.map((item) => {
      const grades = forms.flatMap(({ grades: given }) => given[item] ?? []);
      const satisfied = grades.filter((grade) => grade >= SATISFIED_FROM).length;
      return {
        item,
        answered: grades.length,
        counts: EVALUATION_GRADES.map((grade) => grades.filter((one) => one === grade).length),
        satisfied,
        share: grades.length === 0 ? null : satisfied / grades.length,
      };
    }),
    comments: forms.flatMap(({ comment }) => (comment === undefined || comment.trim() === '' ? [] : [comment.trim()])),
  };
}
