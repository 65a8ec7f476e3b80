import type { DraftUnit } from '../../domain/plan/draft-actions.ts';
import { draftActions } from '../../domain/plan/draft-actions.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import type { ActionEdit } from '../../state/desks/plan-desk.svelte.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

interface DraftSources {
  readonly framework: Framework;
  readonly report: Report;
  readonly texts: FrameworkTexts;
  readonly words: FrameworkWords;
  readonly localiser: Localiser;
}

const orNull = (text: string) => (text === '' ? null : text);

/** Rows of a plan for the chosen indicators, in the order of the priorities, worded in the reader's language. */
export function draftRows(sources: DraftSources, chosen: ReadonlySet<string>, unit: DraftUnit): ActionEdit[] {
  const { framework, report, texts, words, localiser } = sources;
  const ranked = report.priorities.map(({ id }) => id);
  const order = [...ranked, ...report.indicators.map(({ id }) => id).filter((id) => !ranked.includes(id))];
  return order
    .filter((id) => chosen.has(id))
    .flatMap((id) => {
      const indicator = report.indicators.find((one) => one.id === id);
      if (indicator === undefined) return [];
      return draftActions(framework, texts, indicator, unit).map((draft): ActionEdit => {
        const requirement = draft.requirement === null ? null : (draft.success[0] ?? '');
        const level = words.level(indicator.scale, draft.level);
        const activity =
          requirement === null
            ? (draft.step ?? localiser.t('plan.draftWithoutStep', { level, title: words.indicator(id) }))
            : localiser.t('plan.draftOfRequirement', { requirement });
        return {
          activity,
          indicators: [id],
          // Where one institution leads on the indicator it leads the action too, until somebody says otherwise.
          lead: indicator.leads.length === 1 && report.institutions.length > 1 ? (indicator.leads[0] ?? null) : null,
          successIndicator: orNull(draft.success.join('\n')),
          verification: orNull(draft.evidence.join('; ')),
        };
      });
    });
}
