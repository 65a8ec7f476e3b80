import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTED_TABLES } from '../../../../src/export/tables/collected-tables.ts';
import { numberInstitutions } from '../../../../src/export/tables/number-institutions.ts';
import type { PrivatePart } from '../../../../src/export/tables/table.ts';
import { PRIVATE_PARTS } from '../../../../src/export/tables/table.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { found, SETTINGS, stands } from '../../../fixtures/planted-words.ts';

const framework = pairedFramework();
const RESTRICTED = {
  ...Object.fromEntries(
    ['title', 'kind', 'holder', 'seenBy', 'reference', 'url'].map((one) => [one, stands(`shut ${one}`)]),
  ),
  access: 'restricted',
};
const state = assessmentOf(framework, [
  ...SETTINGS,
  ['evidence/shut', RESTRICTED],
  ['evidence-link/R-1/lead/shut', { passage: stands('shut passage') }],
]);
const identity = { id: 'made-up', round: 'r', parent: null };
const report = buildReport({ framework, state, identity });
const numbers = numberInstitutions(
  report.institutions.map(({ id }) => id),
  'salt',
);
const collected = { report, fileName: `${stands('file name')}.sextant`, numbers };

const cellsWith = (...parts: PrivatePart[]) =>
  COLLECTED_TABLES.map((table) => JSON.stringify(table.rowsOf(collected, new Set(parts)))).join('\n');

describe('tables without anything asked for', () => {
  it('hold no word that a person wrote, and no institution by its id', () => {
    const cells = cellsWith();
    expect(found(cells, '8')).toEqual([]);
    expect(found(cells, '7')).toEqual([]);
    expect(cells).not.toContain('labour');
  });

  it('hold every level, opinion and gap of the report all the same', () => {
    const rows = Object.fromEntries(COLLECTED_TABLES.map((table) => [table.name, table.rowsOf(collected, new Set())]));
    const { indicators } = report;
    expect(rows['assessments']).toHaveLength(1);
    expect(rows['scores']).toHaveLength(report.domains.length + report.subdomains.length);
    expect(rows['agreed']).toHaveLength(indicators.length);
    expect(rows['answers']).toHaveLength(indicators.flatMap(({ ratings }) => ratings).length);
    expect(rows['gaps']).toHaveLength(indicators.filter(({ gap }) => (gap ?? 0) > 0).length);
    expect(rows['actions']).toHaveLength(report.plan.length);
    expect(rows['commitments']).toHaveLength(report.instruments.length);
    expect(rows['evidence']).toEqual([]);
    expect(rows['answers']?.length).toBeGreaterThan(3);
    expect(rows['gaps']?.length).toBeGreaterThan(1);
  });
});

describe.each(PRIVATE_PARTS)('tables with %s', (part) => {
  it('hold what stands of it, nothing that was taken back, and nothing restricted', () => {
    const cells = cellsWith(part);
    expect(found(cells, '8').length).toBeGreaterThan(2);
    expect(found(cells, '7')).toEqual([]);
    expect(found(cells, '8').filter((word) => word.includes('shut'))).toEqual([]);
  });
});

it('hold with all parts together no restricted document either', () => {
  const words = found(cellsWith(...PRIVATE_PARTS), '8');
  expect(words.length).toBeGreaterThan(15);
  expect(words.filter((word) => word.includes('shut'))).toEqual([]);
});

describe('the numbers that stand for institutions', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 });

  it('are 1 to n, the same for the same file', () => {
    fc.assert(
      fc.property(names, fc.string(), (institutions, salt) => {
        const found = numberInstitutions(institutions, salt);
        expect([...found.values()]).toEqual(institutions.map((_, index) => index + 1));
        expect(numberInstitutions([...institutions].reverse(), salt)).toEqual(found);
      }),
    );
  });

  it('do not follow the alphabet: another file has another order', () => {
    const institutions = ['a', 'b', 'c', 'd', 'e', 'f'];
    const orders = ['x', 'y', 'z', 'w'].map((salt) => [...numberInstitutions(institutions, salt).keys()].join(''));
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(orders).not.toContain(institutions.join(''));
  });
});
