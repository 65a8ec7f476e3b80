import { bench, describe } from 'vitest';
import { previewMerges } from '../../src/domain/returns/preview-merges.ts';
import { FrameworkMemory } from '../../src/file/framework-memory.ts';
import { readSextantFile } from '../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import { makeReturns, readMainFramework } from './merge-files.ts';

const { master, returns } = makeReturns(readMainFramework(), 25, 100);
const files = returns.map(writeSextantFile);
const now = Date.UTC(2026, 10, 22);

describe('25 files of 100 indicators', () => {
  bench(
    'read, checked, merged and previewed',
    () => {
      const memory = new FrameworkMemory();
      const sides = files.map((bytes) => {
        const read = readSextantFile(bytes, memory);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        return read.value;
      });
      const { files: previews } = previewMerges(master, sides, now);
      if (previews.some(({ newEntries }) => newEntries !== 200)) throw new Error('something was lost');
    },
    { iterations: 5, time: 1 },
  );
});
