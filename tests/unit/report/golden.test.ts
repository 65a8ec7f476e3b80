import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assessmentOfRows } from '../../../src/domain/assessment/assessment-of-rows.ts';
import type { AssessmentState } from '../../../src/domain/assessment/assessment-state.ts';
import type { FrameworkStructure } from '../../../src/domain/framework/framework-schema.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { parseAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { buildReport, robustnessOf } from '../../../src/report/build-report.ts';
import { loadScenarios, structureOfScenario } from '../../scenarios/load-scenarios.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { frameworkOf } from '../domain/framework-of.ts';

/**
 * Whole reports of assessments, compared member by member. After a change that is meant, run
 * `UPDATE_GOLDEN=1 npx vitest run tests/unit/report/golden.test.ts`, read the difference, and say it in the changelog.
 */
const FOLDER = fileURLToPath(new URL('../../golden/', import.meta.url));
const INPUT = '.input.json';

interface GoldenInput {
  readonly why: string;
  readonly framework: 'paired' | 'sdg-10-7-2';
  readonly settings?: readonly Setting[];
  readonly sheet?: readonly string[];
  readonly robustness?: { readonly seed: number; readonly draws: number };
  /** Settings of the round before. */
  readonly previous?: readonly Setting[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8'));

/** The structure that is shipped, with generated texts and no links: rewording or linking an indicator changes no golden. */
function officialFramework(): Framework {
  const scenario = loadScenarios().find(({ file }) => file === 'sdg-10-7-2.json');
  if (scenario === undefined || !('cases' in scenario)) throw new Error('the scenario of SDG 10.7.2 is missing');
  const withoutLinks = JSON.stringify(structureOfScenario(scenario), (key, value: unknown) =>
    key === 'links' ? undefined : value,
  );
  return frameworkOf(JSON.parse(withoutLinks) as FrameworkStructure);
}

function stateOf(framework: Framework, { settings, sheet }: GoldenInput): AssessmentState {
  if (settings !== undefined) return assessmentOf(framework, settings);
  const parsed = parseAnswerSheet((sheet ?? []).join('\n'), framework);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return assessmentOfRows(parsed.value.rows, parsed.value);
}

describe('golden reports', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(INPUT));

  it.each(names)('%s', (name) => {
    const input = read(name) as GoldenInput;
    const framework = input.framework === 'paired' ? pairedFramework() : officialFramework();
    const identity = input.settings === undefined ? null : { id: 'golden', round: '1', parent: null };
    const assessed = { framework, state: stateOf(framework, input), identity };
    const { robustness, previous } = input;
    const report = buildReport(
      deepFreeze({
        ...assessed,
        ...(robustness === undefined ? {} : { robustness: robustnessOf(assessed, robustness) }),
        ...(previous === undefined
          ? {}
          : { previous: { framework, state: assessmentOf(framework, previous), identity: null } }),
      }),
    );
    const golden = name.replace(INPUT, '.report.json');
    if (process.env['UPDATE_GOLDEN'] === '1') {
      writeFileSync(`${FOLDER}${golden}`, `${JSON.stringify(report, null, 2)}\n`);
    }
    expect(JSON.parse(JSON.stringify(report))).toEqual(read(golden));
  });

  it('has three of them', () => {
    expect(names).toHaveLength(3);
  });
});
