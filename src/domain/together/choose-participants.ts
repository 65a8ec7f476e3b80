import type { Framework } from '../framework/framework.ts';
import { compareFrameworks } from '../framework/frameworks-match.ts';
import type { AssessmentIdentity } from '../journal/entry-schema.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';

/** One file that was read, as far as it is looked at together with others. */
export interface Candidate {
  readonly fileName: string;
  readonly assessment: AssessmentIdentity;
  readonly framework: Framework;
  readonly isValidated: boolean;
  /** What one institution was sent or sent back. */
  readonly isPart: boolean;
  /** By indicator: id of the level; null without one. */
  readonly levels: ReadonlyMap<string, string | null>;
}

export interface Participants {
  /** The framework of most files; null where none counts. */
  readonly framework: Framework | null;
  /** Which of them is which is said nowhere. */
  readonly counted: readonly Candidate[];
  /** Each with its reason. */
  readonly leftOut: readonly Problem[];
}

const isError = ({ severity }: Problem) => severity === 'error';
const fits = (a: Framework, b: Framework) => !compareFrameworks(a, b).some(isError);

/** The framework that most of them are on, of equally many the first. */
function commonFramework(candidates: readonly Candidate[]): Framework | null {
  const counts = candidates.map(({ framework }) => ({
    framework,
    count: candidates.filter((other) => other.framework === framework || fits(framework, other.framework)).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  return counts.find(({ count }) => count === most)?.framework ?? null;
}

/**
 * Those that count once each: validated, whole, on the framework of most, and of one assessment and its later rounds the
 * latest, so that nobody counts twice. Codes of what is left out: `together.isPart`, `together.notValidated`,
 * `together.sameAssessment` (first), `together.laterRound` (later), `together.otherFramework` (framework, common).
 */
export function chooseParticipants(candidates: readonly Candidate[]): Participants {
  const leftOut: Problem[] = [];
  const leave = ({ fileName }: Candidate, code: string, params: Problem['params'] = {}) => {
    leftOut.push(problem(code, fileName, [], params));
    return false;
  };
  const firsts = new Map<string, string>();
  const whole = candidates.filter((one) => {
    if (one.isPart) return leave(one, 'together.isPart');
    if (!one.isValidated) return leave(one, 'together.notValidated');
    const first = firsts.get(one.assessment.id);
    if (first !== undefined) return leave(one, 'together.sameAssessment', { first });
    firsts.set(one.assessment.id, one.fileName);
    return true;
  });
  const laterOf = new Map(whole.map(({ assessment, fileName }) => [assessment.parent, fileName]));
  const latest = whole.filter((one) => {
    const later = laterOf.get(one.assessment.id);
    return later === undefined || leave(one, 'together.laterRound', { later });
  });
  const framework = commonFramework(latest);
  const counted = latest.filter((one) => {
    if (framework === null || one.framework === framework || fits(framework, one.framework)) return true;
    const named = ({ id, version }: Framework) => `${id} ${version}`;
    return leave(one, 'together.otherFramework', { framework: named(one.framework), common: named(framework) });
  });
  return { framework, counted, leftOut };
}
