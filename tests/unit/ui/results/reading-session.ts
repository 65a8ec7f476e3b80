import { PRESENT_ENGINE } from '../../../../src/domain/scoring/engine.ts';
import { decideAnswers } from '../../../../src/domain/assessment/decide-answers.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import { textsIn } from '../../../../src/domain/framework/framework.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import type { ResultsSession } from '../../../../src/ui/results/results-session.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';

/** An open assessment that is only read, made from settings of registers. */
export function readingSession(
  framework: Framework,
  settings: readonly Setting[],
  {
    crosswalks = new Map(),
    write = () => Promise.resolve([]),
  }: Partial<Pick<ResultsSession, 'crosswalks' | 'write'>> = {},
): ResultsSession {
  const state = assessmentOf(framework, settings);
  const outOfScope = new Set(state.round.outOfScope ?? []);
  return {
    framework,
    answers: decideAnswers(state, framework),
    outOfScope,
    engine: PRESENT_ENGINE,
    crosswalks,
    write,
    report: buildReport({ framework, state, identity: null }),
    textsIn: (language) => textsIn(framework, language),
    languageOfTexts: () => framework.structure.sourceLanguage,
    hrefOfIndicator: (id) => `#/assess/${id}`,
    hrefOfStep: (step) => `#/${step}`,
  };
}
