import { tickedRequirements } from '../assessment/ticked-requirements.ts';
import type { Framework } from '../framework/framework.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import type { GapInput } from './find-gaps.ts';

/** What was decided of every indicator besides its answer, by id: target level, impact and ease 1 to 4, requirements met. */
export function gapInputs(framework: Framework, state: AssessmentState): ReadonlyMap<string, GapInput> {
  return new Map(
    framework.indicators.map(({ id }) => {
      const target = state.targets.get(id);
      const impact = state.impacts.get(id);
      const ease = state.eases.get(id);
      const input: GapInput = {
        ticked: tickedRequirements(framework, state, id),
        ...(target === undefined ? {} : { target }),
        ...(impact === undefined ? {} : { impact }),
        ...(ease === undefined ? {} : { ease }),
      };
      return [id, input];
    }),
  );
}
