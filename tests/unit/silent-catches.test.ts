import { describe, expect, it } from 'vitest';
import { readSources } from './read-sources.ts';

/** `.catch` with nothing that is done or said. */
const SILENT = /\.catch\(\([^)]*\)(?:: [^=]*)? => (?:\{\}|undefined|null|\[\]|0|false)\)/;
const COMMENT = /\/\/|\/\*\*|\*\/|^\s+\* |<!--/;
const LINES_BEFORE = 4;

/** Every silent catch of the app, with the lines that lead to it. */
const CATCHES = readSources()
  .filter(({ path }) => /^src\/(state|ui|[^/]+$)/.test(path))
  .flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, index) =>
      SILENT.test(line)
        ? [{ path, line: line.trim(), before: lines.slice(Math.max(0, index - LINES_BEFORE), index + 1) }]
        : [],
    );
  });

describe('what is caught in silence', () => {
  it('is found', () => {
    expect(CATCHES.length).toBeGreaterThan(10);
  });

  it('says beside it why silence is right', () => {
    const bare = CATCHES.filter(({ before }) => !before.some((line) => COMMENT.test(line)));
    expect(bare.map(({ path, line }) => `${path}: ${line}`)).toEqual([]);
  });
});
