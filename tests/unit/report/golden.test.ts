import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLDEN_FOLDER, GOLDEN_INPUT, listGoldenInputs, readGolden } from '../../fixtures/golden-reports.ts';

/**
 * Whole reports of assessments, compared member by member. After a change that is meant, run
 * `UPDATE_GOLDEN=1 npx vitest run tests/unit/report/golden.test.ts`, read the difference, and say it in the changelog.
 */
describe('golden reports', () => {
  const names = listGoldenInputs();

  it.each(names)('%s', (name) => {
    const { report } = readGolden(name);
    const golden = `${GOLDEN_FOLDER}${name.replace(GOLDEN_INPUT, '.report.json')}`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, `${JSON.stringify(report, null, 2)}\n`);
    expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('has three of them', () => {
    expect(names).toHaveLength(3);
  });
});
