import { isLeadAlone } from '../../domain/assessment/opinions.ts';
import type { Task } from '../../domain/institutions/find-task.ts';
import type { AssessmentIdentity } from '../../domain/journal/entry-schema.ts';
import type { Stage } from '../../domain/journey/stages.ts';
import { stagesOf } from '../../domain/journey/stages.ts';
import type { AssessmentState } from '../../domain/registers/assessment-state.ts';
import type { SidePage, StagePage, Step } from './steps.ts';
import { PAGES_OF_STAGE, SIDE_PAGES } from './steps.ts';

/** The pages of an open assessment: which there are, and their addresses. */
export abstract class AssessmentPages {
  abstract readonly identity: AssessmentIdentity;
  abstract readonly assessment: AssessmentState;
  abstract readonly task: Task | null;
  abstract readonly steps: readonly Step[];

  /** Whether this copy shows a page: a pack has its task only. */
  hasPage(page: Step | SidePage): boolean {
    return this.steps.some((step) => step === page) || (this.task === null && SIDE_PAGES.some((side) => side === page));
  }

  /** The stages of the round; none in a pack, which is one task. */
  get stages(): readonly Stage[] {
    return this.task === null ? stagesOf({ isAlone: isLeadAlone(this.assessment) }) : [];
  }

  /** The pages of a stage, in the order in which people need them. */
  pagesOf(stage: Stage): readonly StagePage[] {
    return PAGES_OF_STAGE[stage].filter((page) => this.hasPage(page));
  }

  /** Where to go when everything is answered. */
  get stepAfterAssess(): Step {
    return this.task === null ? 'results' : 'return';
  }

  /** Observers and reviewers read and comment. */
  get mayRate(): boolean {
    return this.task === null || this.task.mode === 'answer';
  }

  hrefOfStep(step: Step | SidePage): string {
    return `#/assessment/${encodeURIComponent(this.identity.id)}/${step}`;
  }

  hrefOfIndicator(indicatorId: string): string {
    return `${this.hrefOfStep('assess')}/${encodeURIComponent(indicatorId)}`;
  }
}
