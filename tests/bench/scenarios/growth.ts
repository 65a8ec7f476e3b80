import { AssessmentReader } from '../../../src/domain/assessment/assessment-reader.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { fold, foldInto } from '../../../src/domain/registers/fold.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import type { Row, Scenario } from '../scenario.ts';
import { alternate, exponent, median } from '../scenario.ts';
import { sizedFile } from '../sized-file.ts';
import { sizedFramework } from '../sized-framework.ts';

const ROUNDS = 5;
const INDICATORS = [100, 1000, 5000] as const;
const INSTITUTIONS = [1, 25, 200] as const;
const ENTRIES = [1e3, 1e4, 1e5] as const;

/** Every indicator answered, with a target above on every second. */
function answered({ indicators }: Framework): Setting[] {
  return indicators.flatMap(({ id }, index): Setting[] => [
    [`agreed/${id}/answer`, { level: index % 3 === 0 ? 'nascent' : 'emerging' }],
    ...(index % 2 === 0 ? [[`target/${id}`, { level: 'mature' }] satisfies Setting] : []),
    [`impact/${id}`, 1 + (index % 4)],
    [`ease/${id}`, 2],
  ]);
}

/** A row for each size, and one for how the last step grows. */
async function grow(
  what: string,
  sizes: readonly number[],
  prepare: (size: number) => () => unknown,
  aim?: string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const { once } = await alternate(ROUNDS, { once: prepare(size) });
    rows.push({ what: `${what}: ${size.toLocaleString('en')}`, unit: 'ms', ours: once });
  }
  const last = rows.slice(-2).map(({ ours }) => median(ours));
  const step = [sizes.at(-2)!, sizes.at(-1)!] as const;
  const grown = exponent(step, [last[0]!, last[1]!]);
  return [
    ...rows,
    {
      what: `${what}: growth of the last step`,
      unit: 'exponent',
      ours: [grown],
      ...(aim === undefined ? {} : { aim }),
    },
  ];
}

async function run(): Promise<Row[]> {
  const files = new Map<string, ReturnType<typeof sizedFile>>();
  const fileOf = (institutions: number, entries: number) => {
    const key = `${institutions}/${entries}`;
    const file = files.get(key) ?? sizedFile(institutions, entries);
    files.set(key, file);
    return file;
  };
  return [
    ...(await grow(
      'report by indicators',
      INDICATORS,
      (size) => {
        const framework = sizedFramework(size);
        const state = assessmentOf(framework, answered(framework));
        return () => buildReport({ framework, state, identity: null });
      },
      '1.2',
    )),
    ...(await grow('report by institutions', INSTITUTIONS, (size) => {
      const { framework, journal } = fileOf(size, size * 117);
      const state = readAssessment(fold(journal.entries), framework);
      return () => buildReport({ framework, state, identity: null });
    })),
    ...(await grow('journal read, by entries', ENTRIES, (size) => {
      const { journal } = fileOf(25, size);
      return () => fold(journal.entries);
    })),
    ...(await grow('a hundred entries more, by entries', ENTRIES, (size) => {
      const { framework, journal } = fileOf(25, size);
      const more = journal.entries.slice(-100);
      let state = fold(journal.entries.slice(0, -100));
      const reader = new AssessmentReader();
      reader.read(state, framework, null);
      return () => {
        for (const entry of more) {
          const next = foldInto(state, [entry]);
          state = next.state;
          reader.read(state, framework, next.touched);
        }
      };
    })),
  ];
}

export const GROWTH: Scenario = {
  name: 'growth',
  what: 'How work grows with indicators, institutions and entries: processor time in Node. An exponent of 1 is a straight line, of 2 a square.',
  run,
};
