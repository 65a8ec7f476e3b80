import type { Evaluation } from '../registers/meeting.ts';

/** What participants are asked, in the headings of the annex of IC/2009/10: appreciation, objectives, content, format. */
export const EVALUATION_GROUPS = [
  { id: 'general', items: ['overall'] },
  { id: 'objectives', items: ['understanding', 'cooperation', 'learning', 'measures'] },
  { id: 'content', items: ['levels', 'evidence'] },
  { id: 'format', items: ['composition', 'discussion'] },
  { id: 'organisation', items: ['organisation', 'languages'] },
] as const;
export type EvaluationGroup = (typeof EVALUATION_GROUPS)[number]['id'];
export type EvaluationItem = (typeof EVALUATION_GROUPS)[number]['items'][number];
/** In the order of the form. */
export const EVALUATION_ITEMS: readonly EvaluationItem[] = EVALUATION_GROUPS.flatMap(({ items }) => [...items]);
/** From 1 (not at all) to 4 (fully). */
export const EVALUATION_GRADES = [1, 2, 3, 4] as const;
/** From this grade on a participant counts as satisfied. */
const SATISFIED_FROM = 3;

interface Satisfaction {
  /** Answers given: questions left open are not counted. */
  readonly answered: number;
  readonly satisfied: number;
  /** 0 to 1; null when nobody answered. */
  readonly share: number | null;
}

export interface EvaluatedItem extends Satisfaction {
  readonly item: EvaluationItem;
  /** How many gave each grade, 1 to 4. */
  readonly counts: readonly number[];
}

export interface EvaluatedGroup extends Satisfaction {
  readonly group: EvaluationGroup;
  readonly items: readonly EvaluatedItem[];
}

export interface EvaluationSummary {
  readonly forms: number;
  /** Null while nobody said how many took part. */
  readonly participants: number | null;
  /** Forms among participants, 0 to 1; null while that cannot be said. */
  readonly responseRate: number | null;
  readonly groups: readonly EvaluatedGroup[];
  readonly comments: readonly string[];
}

function satisfactionOf(grades: readonly number[]): Satisfaction {
  const answered = grades.length;
  const satisfied = grades.filter((grade) => grade >= SATISFIED_FROM).length;
  return { answered, satisfied, share: answered === 0 ? null : satisfied / answered };
}

/**
 * The satisfaction of participants as the annex of IC/2009/10 reports it: response rate, share of each item and of each
 * heading (all its answers together), questions left unanswered not counted (International Dialogue on Migration 2009,
 * IC/2009/10, annex, note 2). docs/methodology.md section 5.
 */
export function summariseEvaluation(forms: readonly Evaluation[], participants: number | null): EvaluationSummary {
  const isRateable = participants !== null && participants > 0 && forms.length <= participants;
  const gradesOf = (item: EvaluationItem) => forms.flatMap(({ grades }) => grades[item] ?? []);
  return {
    forms: forms.length,
    participants,
    responseRate: isRateable ? forms.length / participants : null,
    groups: EVALUATION_GROUPS.map(({ id, items }) => ({
      group: id,
      ...satisfactionOf(items.flatMap(gradesOf)),
      items: items.map((item) => {
        const grades = gradesOf(item);
        const counts = EVALUATION_GRADES.map((grade) => grades.filter((one) => one === grade).length);
        return { item, counts, ...satisfactionOf(grades) };
      }),
    })),
    comments: forms.flatMap(({ comment }) => (comment === undefined || comment.trim() === '' ? [] : [comment.trim()])),
  };
}
