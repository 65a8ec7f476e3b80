import { zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { MergeDesk } from '../../../src/state/desks/merge-desk.svelte.ts';
import { STORAGE_PATIENCE_MS } from '../../../src/storage/storage-patience.ts';
import { ReadingDesk } from '../../../src/state/library/reading-desk.svelte.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import type { WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import type { Edit } from '../../fixtures/answer-workbooks.ts';
import { ASSESSMENT, edited, framework, sheetsOf } from '../../fixtures/answer-workbooks.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { xlsxOf } from '../../fixtures/spoilings.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';
import { MemoryIntake } from './memory-intake.ts';

const MINISTRIES = Array.from({ length: 25 }, (_, index) => `m${index + 1}`);
const SETTINGS: readonly Setting[] = [
  ['institution/lead/name', 'Lead'],
  ['round/packs', { institutions: MINISTRIES }],
  ...MINISTRIES.flatMap((id): Setting[] => [
    [`institution/${id}/name`, `Ministry ${id}`],
    [`institution/${id}/pack`, { mode: 'answer' }],
    ...['A-1', 'A-2', 'B-1'].map((indicator): Setting => [`assignment/${indicator}/${id}`, 'contributor']),
  ]),
];
const SENT = entriesOf(SETTINGS);
const SENT_MS = Date.UTC(2026, 10, 21, 9, 30);
const NOW_MS = Date.UTC(2026, 10, 30, 9);
const at = (hour: number) => new Date(SENT_MS + hour * 3_600_000).toISOString();
const LEVELS = ['nascent', 'emerging', 'developed', 'mature'];
const levelAt = (position: number) => ({ state: 'level', level: LEVELS[position - 1]! });

const workbookOf = (institution: string) => sheetsOf({ institution, entries: SENT });
const answer = (indicator: string, value: Edit[3]): Edit => [1, indicator, 'Your answer', value];
const answerOf3 = answer('A-1', 3);
const file = (name: string, bytes: Uint8Array) => new File([bytes as BlobPart], name);
const saved = (sheets: readonly WorkbookSheet[], hour: number) => xlsxOf(sheets, { saved: at(hour) });

function openDesk(intake = new MemoryIntake()) {
  const session = new AssessmentSession({
    reporting,
    ...{ identity: ASSESSMENT, framework, crosswalks: new Map(), entries: SENT, tab: '1', drafts: [] },
    ...{ store: new FakeStore(), surroundings: fakeSurroundings(NOW_MS) },
  });
  const desk = new MergeDesk(session, intake, new ReadingDesk(() => Promise.resolve(null)));
  const answerOf = (institution: string, indicator: string) =>
    session.assessment.ratings.get(indicator)?.find((one) => one.institution === institution)?.answer;
  return { session, desk, answerOf };
}

describe('a storage that never answers', () => {
  afterEach(() => void vi.useRealTimers());

  it('is said where files are taken in, and no longer as soon as it does', async () => {
    let answer = () => {};
    const silence = new Promise<void>((resolve) => (answer = resolve));
    const { desk } = openDesk(
      new (class extends MemoryIntake {
        override async takeIn(...given: Parameters<MemoryIntake['takeIn']>) {
          await silence;
          return super.takeIn(...given);
        }
      })(),
    );
    await desk.read([file('m1.xlsx', saved(edited(await workbookOf('m1'), answerOf3), 1))]);
    vi.useFakeTimers();
    const taken = desk.confirm();
    await vi.advanceTimersByTimeAsync(STORAGE_PATIENCE_MS);
    expect(desk.problem).toMatchObject({ code: 'storage.waiting', params: { seconds: 10 } });
    expect([desk.plan === null, desk.taken]).toEqual([false, null]);
    answer();
    await taken;
    expect([desk.problem, desk.plan, desk.taken?.entries]).toEqual([null, null, expect.any(Number)]);
  });
});

describe('a preview in which cells are settled', () => {
  const unreadable = async (institution: string) =>
    saved(edited(await workbookOf(institution), answer('A-1', 'quite good'), answer('B-1', 3)), 1);

  it('shows what was entered as part of what comes, and leaves the lines of other files as they are', async () => {
    const { desk, answerOf } = openDesk();
    const files = await Promise.all(['m1', 'm2', 'm3'].map(async (id) => file(`${id}.xlsx`, await unreadable(id))));
    await desk.read(files);
    const before = desk.plan!.files;
    expect(before.map(({ intake }) => intake!.open.map((cell) => cell.problem.code))).toEqual([
      ['workbook.unknownWord'],
      ['workbook.unknownWord'],
      ['workbook.unknownWord'],
    ]);
    const line = before[1]!;
    await desk.settle(line, line.intake!.open[0]!, line.intake!.open[0]!.options[3] ?? '4');
    const after = desk.plan!.files;
    expect(after.map(({ intake }) => intake!.open.length)).toEqual([1, 0, 1]);
    // Not looked at again: the very same previews.
    expect(after.map(({ preview }, index) => preview === before[index]!.preview)).toEqual([true, false, true]);
    expect(after.map(({ intake }, index) => intake === before[index]!.intake)).toEqual([true, false, true]);
    await desk.confirm();
    expect(['m1', 'm2', 'm3'].map((id) => answerOf(id, 'A-1'))).toEqual([undefined, levelAt(4), undefined]);
    expect(['m1', 'm2', 'm3'].map((id) => answerOf(id, 'B-1'))).toEqual([levelAt(3), levelAt(3), levelAt(3)]);
    // What stayed open can be sent back afterwards too, until the intake is undone.
    const left = () => desk.taken?.leftOpen.map(({ fileName, intake }) => [fileName, intake!.open.length]);
    expect(left()).toEqual([
      ['m1.xlsx', 1],
      ['m3.xlsx', 1],
    ]);
    await desk.undo();
    expect(left()).toBeUndefined();
  });

  it('opens a cell again, and looks at everything again where something else was written meanwhile', async () => {
    const { session, desk } = openDesk();
    await desk.read([file('m1.xlsx', await unreadable('m1')), file('m2.xlsx', await unreadable('m2'))]);
    const before = desk.plan!.files;
    const cell = before[0]!.intake!.open[0]!;
    await desk.settle(before[0]!, cell, '4');
    session.setRound({ title: 'Round 2027' });
    await desk.settle(desk.plan!.files[0]!, cell, null);
    expect(desk.plan!.files.map(({ intake }) => [intake!.open.length, intake!.settled.length])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(desk.plan!.files[1]!.preview).not.toBe(before[1]!.preview);
  });
});

describe('an institution that a file brings', () => {
  const named: readonly Setting[] = [
    ['institution/other/name', 'ministry M1'],
    ['rating/other/A-1/1/answer', { level: 'mature' }],
  ];
  const journal = journalOf(entriesOf([...SETTINGS, ...named]));
  const copy = file(
    'copy.sextant',
    writeSextantFile({ ...{ assessment: ASSESSMENT, framework, journal }, evidence: new Map() }),
  );
  const text = 'indicator,answer,comment,institution\nA-1,emerging,,Ministry m2\nB-1,emerging,,Ministry of nobody';
  const sheet = file('m2.csv', new TextEncoder().encode(text));

  it('is the one of its name until a person says otherwise, and a sheet beside it is taken in as far as it can be', async () => {
    const { session, desk, answerOf } = openDesk();
    await desk.read([copy, sheet]);
    const [newcomer] = desk.plan!.newcomers;
    expect(newcomer).toMatchObject({ id: 'other', other: 'm1', isSameName: true });
    expect([desk.isSame(newcomer!), desk.unsettled]).toEqual([true, 0]);
    expect(desk.plan!.files.map(({ notices }) => notices)).toEqual([[], []]);
    expect(desk.plan!.files[1]!.intake!.open.map(({ problem }) => problem.code)).toEqual(['sheet.unknownInstitution']);
    await desk.mean(newcomer!, false);
    expect(desk.isSame(newcomer!)).toBe(false);
    await desk.mean(newcomer!, true);
    await desk.confirm();
    expect([answerOf('m1', 'A-1'), answerOf('m2', 'A-1')]).toEqual([levelAt(4), levelAt(2)]);
    expect(session.assessment.institutions.get('other')?.joinedInto).toBe('m1');
    expect([...session.assessment.returns.values()].map(({ institution }) => institution)).toEqual(['m2']);
    await desk.undo();
    expect(session.entries).toHaveLength(SENT.length);
  });

  it('settles on the spot what a sheet leaves open, as in a workbook', async () => {
    const { desk, answerOf } = openDesk();
    await desk.read([sheet]);
    const line = () => desk.plan!.files[0]!;
    const [cell] = line().intake!.open;
    expect(cell!.options).toContain('Ministry m1');
    await desk.settle(line(), cell!, 'Ministry m1');
    expect([line().intake!.open, line().intake!.settled]).toEqual([[], [{ cell, value: 'Ministry m1' }]]);
    await desk.settle(line(), cell!, null);
    expect(line().intake!.open).toEqual([cell]);
    await desk.settle(line(), cell!, 'Ministry m1');
    await desk.confirm();
    expect([answerOf('m1', 'B-1'), answerOf('m2', 'A-1')]).toEqual([levelAt(2), levelAt(2)]);
  });

  it('stays another where a person says so', async () => {
    const { session, desk, answerOf } = openDesk();
    await desk.read([copy]);
    await desk.mean(desk.plan!.newcomers[0]!, false);
    await desk.confirm();
    expect([answerOf('m1', 'A-1'), answerOf('other', 'A-1')]).toEqual([undefined, levelAt(4)]);
    expect(session.assessment.institutions.get('other')?.joinedInto).toBeUndefined();
  });
});

describe('a round of 25 institutions, a third of whose files are spoiled or corrected', () => {
  it('ends with every right answer in and every wrong one named, in one drop', async () => {
    const { session, desk, answerOf } = openDesk();
    const position = (index: number, of: number) => ((index + of) % 4) + 1;
    const expected = new Map(
      MINISTRIES.flatMap((id, index) =>
        ['A-1', 'A-2', 'B-1'].map((indicator, of) => [`${id}/${indicator}`, levelAt(position(index, of))] as const),
      ),
    );
    const wrong: [file: string, code: string][] = [];
    const files: File[] = [];
    const spoil = (id: string, code: string) => {
      wrong.push([`${id}.xlsx`, code]);
      expected.delete(`${id}/A-1`);
    };
    for (const [index, id] of MINISTRIES.entries()) {
      const right = ['A-1', 'A-2', 'B-1'].map((indicator, of) => answer(indicator, position(index, of)));
      const sheets = edited(await workbookOf(id), ...right);
      switch (id) {
        case 'm1':
          spoil(id, 'workbook.unknownWord');
          files.push(file(`${id}.xlsx`, saved(edited(sheets, answer('A-1', 'quite good')), 1)));
          break;
        case 'm2':
          spoil(id, 'intake.cellError');
          files.push(
            file(`${id}.xlsx`, saved(edited(sheets, answer('A-1', { unreadable: 'error', shown: '#REF!' })), 1)),
          );
          break;
        case 'm3':
          spoil(id, 'intake.cellFormula');
          files.push(
            file(`${id}.xlsx`, saved(edited(sheets, answer('A-1', { unreadable: 'formula', shown: '=A1' })), 1)),
          );
          break;
        // The correction lies above, below or beside what it corrects.
        case 'm4':
        case 'm5':
        case 'm6': {
          const both = [
            file(`${id}.xlsx`, saved(edited(sheets, answer('A-1', 1), answer('B-1', 1)), 1)),
            file(`${id} (corrected).xlsx`, saved(sheets, 2)),
          ];
          files.push(...(id === 'm5' ? both.reverse() : both));
          break;
        }
        // Cut off on its way, and sent once more.
        case 'm7':
          files.push(file(`${id}.xlsx`, saved(sheets, 1).slice(0, 900)), file(`${id} again.xlsx`, saved(sheets, 1)));
          wrong.push([`${id}.xlsx`, 'file']);
          break;
        case 'm8':
          files.push(
            file('scan.pdf', new TextEncoder().encode('%PDF-1.7')),
            file('m8.zip', zipSync({ 'x/m8.txt': saved(sheets, 1) })),
          );
          wrong.push(['scan.pdf', 'file.isPdf']);
          break;
        default:
          files.push(file(`${id}.xlsx`, saved(sheets, 1)));
      }
    }
    await desk.read(files);
    const named = desk.plan!.files.flatMap(({ fileName, problems, intake }) =>
      [...problems, ...(intake?.open ?? []).map((cell) => cell.problem)].map(({ code }) => [fileName, code]),
    );
    expect(named.map(([name]) => name).sort()).toEqual(wrong.map(([name]) => name).sort());
    for (const [name, code] of wrong) {
      expect(named.find(([one]) => one === name)![1]).toMatch(code === 'file' ? /^file\./ : new RegExp(`^${code}$`));
    }
    const replaced = desk.plan!.files.flatMap(({ preview }) => preview?.settled?.replaced ?? []);
    const outdated = desk.plan!.files.flatMap(({ preview }) => preview?.settled?.outdated ?? []);
    expect([replaced.length > 0, outdated.length > 0, desk.plan!.conflicts]).toEqual([true, true, []]);
    await desk.confirm();
    expect(desk.problem).toBeNull();
    const all = MINISTRIES.flatMap((id) =>
      ['A-1', 'A-2', 'B-1'].map((indicator) => [`${id}/${indicator}`, answerOf(id, indicator)] as const),
    );
    expect(new Map(all.filter(([, one]) => one !== undefined))).toEqual(expected);
    expect(session.assessment.conflicts).toEqual([]);
    expect(new Set([...session.assessment.returns.values()].map(({ institution }) => institution)).size).toBe(25);
    await desk.undo();
    expect(session.entries).toHaveLength(SENT.length);
  }, 120_000);
});
