import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkbookCell, WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { isFull } from '../../../src/domain/journal/entry-schema.ts';
import { readGivenFile } from '../../../src/file/read-given-file.ts';
import { edited, sheetsOf, side } from '../../fixtures/answer-workbooks.ts';
import type { Spoiling } from '../../fixtures/spoilings.ts';
import {
  ANSWER_SPOILINGS,
  DATE_SPOILINGS,
  FILE_SPOILINGS,
  MET_SPOILINGS,
  OPEN,
  SHEET_SPOILINGS,
} from '../../fixtures/spoilings.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

/** Cells that are right, whatever is done to others. */
const RIGHT = { 'rating/labour/A-2/1/comment': 'Right', 'rating/labour/A-2/1/answer': { level: 'mature' } };

let base: readonly WorkbookSheet[];
beforeAll(async () => {
  base = await sheetsOf();
});

async function takenOf(bytes: Uint8Array) {
  const [read, ...others] = await readGivenFile({
    file: new Blob([bytes as BlobPart]),
    fileName: 'returned.txt',
    use: 'return',
    passphrase: null,
  });
  if (others.length > 0 || read?.content.ok !== true || read.content.value.kind !== 'workbook')
    throw new Error(JSON.stringify([read, others.length]));
  const taken = side(read.content.value.sheets);
  const values = taken.journal.entries.filter(isFull).map(({ register, value }) => [register, value] as const);
  return { values: Object.fromEntries(values), open: taken.open };
}

interface Spoiled {
  readonly answer: Spoiling;
  readonly date: Spoiling;
  readonly met: Spoiling;
  readonly sheet: string;
  readonly file: string;
}

function spoil({ answer, date, met, sheet, file }: Spoiled): Uint8Array {
  const filled = edited(
    base,
    [1, 'A-2', 'Your answer', '4 mature'],
    [1, 'A-2', 'Comment', 'Right'],
    [1, 'A-1', 'Your answer', answer.cell],
    [2, 'B-1/emerging/a', 'Met?', met.cell],
    [0, 'These answers are', '', 'endorsed by the hierarchy'],
    [0, 'Function', '', 'Director'],
    [0, 'Date (2027-03-31)', '', date.cell as WorkbookCell],
  );
  return FILE_SPOILINGS[file]!(SHEET_SPOILINGS[sheet]!(filled));
}

async function check(spoiled: Spoiled): Promise<void> {
  const { values, open } = await takenOf(spoil(spoiled));
  expect(values).toMatchObject(RIGHT);
  const expected = [
    [spoiled.answer, values['rating/labour/A-1/1/answer']],
    [spoiled.met, values['rating/labour/B-1/1/requirements']],
    [spoiled.date, (values['endorsement/labour'] as { date: string } | undefined)?.date],
  ] as const;
  for (const [{ comesTo }, value] of expected) {
    expect(value).toEqual(comesTo === OPEN ? undefined : comesTo);
  }
  const spoilings = [spoiled.answer, spoiled.met, spoiled.date];
  expect(open).toHaveLength(spoilings.filter(({ comesTo }) => comesTo === OPEN).length);
  expect(open.every(({ problem }) => problem.file !== '' && (problem.line ?? 0) > 0)).toBe(true);
}

const PLAIN: Spoiled = {
  answer: ANSWER_SPOILINGS[0]!,
  date: DATE_SPOILINGS[0]!,
  met: MET_SPOILINGS[0]!,
  sheet: 'as it was',
  file: 'saved by another program',
};
const each = (key: keyof Spoiled, list: readonly Spoiling[]) =>
  list.map((spoiling) => [`${key}: ${spoiling.name}`, { ...PLAIN, [key]: spoiling }] as const);

describe('a workbook as people spoil it', () => {
  const kinds = [
    ...each('answer', ANSWER_SPOILINGS),
    ...each('date', DATE_SPOILINGS),
    ...each('met', MET_SPOILINGS),
    ...Object.keys(SHEET_SPOILINGS).map((sheet) => [`sheets: ${sheet}`, { ...PLAIN, sheet }] as const),
    ...Object.keys(FILE_SPOILINGS).map((file) => [`file: ${file}`, { ...PLAIN, file }] as const),
  ];

  it('knows at least fifty kinds', () => {
    expect(new Set(kinds.map(([name]) => name)).size).toBeGreaterThanOrEqual(50);
  });

  it.each(kinds)('gives what is right of it and names the rest: %s', (_, spoiled) => check(spoiled));

  it('does so in any mixture of them', async () => {
    const spoiled = fc.record({
      answer: fc.constantFrom(...ANSWER_SPOILINGS),
      date: fc.constantFrom(...DATE_SPOILINGS),
      met: fc.constantFrom(...MET_SPOILINGS),
      sheet: fc.constantFrom(...Object.keys(SHEET_SPOILINGS)),
      file: fc.constantFrom(...Object.keys(FILE_SPOILINGS)),
    });
    await fc.assert(fc.asyncProperty(spoiled, check), lawRuns(150));
  });
});
