import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePack } from '../../../src/domain/copies/make-pack.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { parseSingleFileFramework } from '../../../src/domain/framework/parse-framework.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { previewMerges } from '../../../src/domain/returns/preview-merges.ts';
import { planMerge } from '../../../src/exchange/merge-plan.ts';
import { returnedSide } from '../../../src/exchange/returned-side.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';

const LATER_MS = Date.UTC(2030, 0, 1);

function read(bytes: Uint8Array) {
  const file = readSextantFile(bytes);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.value;
}

/** What the first released app wrote, and what it would have sent back of it. */
const RELEASED = read(new Uint8Array(readFileSync('tests/fixtures/files/sample-v1.sextant')));
const RATERS = [
  ...new Set(RELEASED.journal.entries.flatMap(({ register }) => /^rating\/([^/]+)\//.exec(register)?.slice(1) ?? [])),
];
const returnOf = (institution: string) =>
  read(writeSextantFile({ ...RELEASED, journal: makePack(RELEASED.journal, institution, { withRestricted: true }) }));

describe('a return made by a released app', () => {
  it.each(RATERS)('is taken in without a word, whoever sends it: %s', (institution) => {
    const entries = RELEASED.journal.entries.filter(({ register }) => !register.startsWith(`rating/${institution}/`));
    const mine = { ...RELEASED, journal: journalOf(entries) };
    const preview = previewMerges(mine, [returnOf(institution)], LATER_MS).files[0]!;
    expect(preview.refused).toEqual([]);
    expect(preview.notices).toEqual([]);
    expect(preview.newEntries + preview.completedEntries).toBeGreaterThan(0);
  });

  it('is taken in by a round on a newer version, as far as that asks the same', () => {
    const form = singleFileForm(RELEASED.framework);
    const newer = parseSingleFileFramework({ ...form, version: '1.10.0' });
    if (!newer.ok) throw new Error(JSON.stringify(newer.problems));
    const [institution = ''] = RATERS;
    const mine = { ...RELEASED, framework: newer.value, journal: journalOf([]) };
    const content = { ok: true, value: { kind: 'assessment', file: returnOf(institution) }, advice: [] } as const;
    const nextId = () => expect.unreachable('what is in a file has its ids');
    const here = { institutions: new Map(), isPack: false, journal: fold([]), nowMs: LATER_MS, nextId };
    const read = returnedSide({ fileName: 'x.sextant', content }, { ...mine, ...here });
    const [line] = planMerge({ mine, nowMs: LATER_MS }, [read]).files;
    expect(line!.problems).toEqual([]);
    expect(line!.notices[0]!.params).toMatchObject({
      theirs: RELEASED.framework.version,
      mine: '1.10.0',
      left: 'none',
    });
  });
});
