import { previewMerges } from '../../../src/domain/returns/preview-merges.ts';
import { FrameworkMemory } from '../../../src/file/framework-memory.ts';
import type { SextantFile } from '../../../src/file/sextant-file.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { makeReturns, readMainFramework } from '../merge-files.ts';
import type { Row, Scenario } from '../scenario.ts';
import { alternate, exponent, median } from '../scenario.ts';

const ROUNDS = 5;
const COUNTS = [25, 100] as const;
const INDICATORS = 100;
const NOW_MS = Date.UTC(2026, 10, 22);

function readAll(files: readonly Uint8Array[]): SextantFile[] {
  const memory = new FrameworkMemory();
  return files.map((bytes) => {
    const read = readSextantFile(bytes, memory);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  });
}

async function run(): Promise<Row[]> {
  const framework = readMainFramework();
  const few = makeReturns(framework, COUNTS[0], INDICATORS);
  const many = makeReturns(framework, COUNTS[1], INDICATORS);
  const files = few.returns.map(writeSextantFile);
  const preview =
    ({ master, returns }: typeof few) =>
    () => {
      const { files: seen } = previewMerges(master, returns, NOW_MS);
      if (seen.some(({ newEntries }) => newEntries !== 2 * INDICATORS)) throw new Error('something was lost');
    };
  const times = await alternate(ROUNDS, {
    read: () => readAll(files),
    few: preview(few),
    many: preview(many),
  });
  const grown = exponent(COUNTS, [median(times.few), median(times.many)]);
  return [
    { what: `${COUNTS[0]} files read and checked`, unit: 'ms', ours: times.read },
    { what: `${COUNTS[0]} files previewed`, unit: 'ms', ours: times.few },
    { what: `${COUNTS[1]} files previewed`, unit: 'ms', ours: times.many, aim: '1,500' },
    { what: 'growth of the preview', unit: 'exponent', ours: [grown], aim: '1.2' },
  ];
}

export const RETURNS: Scenario = {
  name: 'returns',
  what: `Files that came back, ${INDICATORS} indicators answered and commented in each: processor time in Node.`,
  run,
};
