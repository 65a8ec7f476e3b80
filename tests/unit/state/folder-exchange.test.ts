import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextEntryId } from '../../../src/domain/journal/clock.ts';
import type { JsonValue } from '../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { makeEntry } from '../../../src/domain/registers/make-entry.ts';
import { journalOf, mergeJournals } from '../../../src/domain/journal/merge.ts';
import type { Journal } from '../../../src/domain/journal/journal.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { encryptFile } from '../../../src/file/encrypted-file.ts';
import { sizesOf } from '../../../src/file/check-file-room.ts';
import type { FolderParty } from '../../../src/state/library/folder-exchange.ts';
import { FolderExchange } from '../../../src/state/library/folder-exchange.ts';
import { MemoryFolder } from '../../fixtures/memory-folder.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const START_MS = Date.UTC(2026, 10, 21, 12);
const SAMPLE = sampleAssessment();
const LEVELS = ['nascent', 'emerging', 'mature'];
const INDICATORS = ['A-1', 'A-2', 'B-1'];

/** Somebody at a computer of their own: a journal in memory and a place in the folder. */
class Person implements FolderParty {
  journal: Journal;
  evidence: Map<string, Uint8Array>;
  aheadMs = 0;
  readonly exchange: FolderExchange;
  readonly name: string;
  readonly #tab: string;
  readonly reads: boolean;
  #nowMs = START_MS;

  constructor(folder: MemoryFolder, number: number, options: { reads?: boolean; journal?: Journal } = {}) {
    this.name = `person-${number}.sextant`;
    this.#tab = String(number).padStart(16, '0');
    this.reads = options.reads ?? true;
    this.journal = options.journal ?? SAMPLE.journal;
    this.evidence = new Map();
    this.exchange = new FolderExchange({ access: folder, folder, fileName: this.name, party: this });
  }

  nowMs(): number {
    return START_MS + 3_600_000;
  }

  side() {
    return { ...SAMPLE, journal: this.journal };
  }

  async sizes() {
    return sizesOf(this.evidence);
  }

  async part() {
    const content = { ...SAMPLE, journal: this.journal, evidence: this.evidence };
    return { content, complete: true };
  }

  async takeIn(journal: Journal, evidence: ReadonlyMap<string, Uint8Array>): Promise<void> {
    this.journal = mergeJournals(this.journal, journal);
    this.evidence = new Map([...this.evidence, ...evidence]);
  }

  answer(indicator: string, level: string): void {
    this.#write(`rating/lead/${indicator}/1/answer`, { level });
  }

  attach(id: string, bytes: Uint8Array): void {
    this.evidence.set(sha256Hex(bytes), bytes);
    this.#write(`evidence/${id}`, { title: id, sha256: sha256Hex(bytes) });
    this.use(id, true);
  }

  use(id: string, used: boolean): void {
    this.#write(`evidence-link/A-1/lead/${id}`, used ? {} : null);
  }

  #write(register: string, value: JsonValue): void {
    const nowMs = (this.#nowMs += 1000) + this.aheadMs;
    const id = nextEntryId(this.journal.entries.at(-1)?.id ?? null, nowMs, this.#tab);
    const entry = makeEntry({ id, nowMs, actor: 'institution:lead', register, value }, this.state);
    this.journal = journalOf([...this.journal.entries, entry]);
  }

  get state() {
    return fold(this.journal.entries);
  }

  /** As a person who agrees to everything that is shown. */
  async work(): Promise<void> {
    const { plan } = await this.exchange.exchange();
    if (plan === null) return;
    await this.exchange.confirm(plan);
    await this.exchange.exchange();
  }
}

const ids = ({ entries }: Journal) => entries.map(({ id }) => id);

describe('a shared folder', () => {
  it('brings two people who write at once to the same state, and shows where they differ before it counts', async () => {
    const folder = new MemoryFolder();
    const [ada, ben] = [new Person(folder, 1), new Person(folder, 2)];
    await ada.work();
    await ben.work();
    ada.answer('A-2', 'mature');
    ada.answer('B-1', 'emerging');
    ben.answer('B-1', 'mature');
    await ada.work();
    const { plan, lines } = await ben.exchange.exchange();
    expect(plan?.conflicts).toEqual(['rating/lead/B-1/1/answer']);
    expect(lines).toContainEqual({ name: ada.name, state: 'waiting', problems: [] });
    expect(ben.state.registers.get('rating/lead/A-2/1/answer')?.value).toEqual({ notApplicable: 'No coast' });
    await ben.exchange.confirm(plan!);
    expect((await ben.exchange.exchange()).lines).toContainEqual({ name: ada.name, state: 'read', problems: [] });
    await ada.work();
    expect(ids(ada.journal)).toEqual(ids(ben.journal));
    expect(ada.state.registers.get('rating/lead/B-1/1/answer')?.conflict).toBe(true);
  });

  it('takes in by itself what differs from nothing', async () => {
    const folder = new MemoryFolder();
    const [ada, ben] = [new Person(folder, 1), new Person(folder, 2)];
    ada.answer('A-2', 'mature');
    await ada.exchange.exchange();
    expect(await ben.exchange.exchange()).toMatchObject({ plan: null, complete: true });
    expect(ben.state.registers.get('rating/lead/A-2/1/answer')?.value).toEqual({ level: 'mature' });
  });

  it('writes only the own file, only when it lags, and reads a file only when it changed', async () => {
    const folder = new MemoryFolder();
    const people = [1, 2, 3].map((number) => new Person(folder, number));
    for (const person of people) await person.work();
    for (const person of people) await person.work();
    expect(new Set(folder.writes)).toEqual(new Set(people.map(({ name }) => name)));
    const before = [folder.writes.length, folder.reads];
    for (const person of people) await person.work();
    expect([folder.writes.length, folder.reads]).toEqual(before);
    folder.files.delete(people[0]!.name);
    await people[0]!.work();
    expect(folder.files.has(people[0]!.name)).toBe(true);
  });

  it('has everything in it still when the file of somebody is gone', async () => {
    const folder = new MemoryFolder();
    const [ada, ben] = [new Person(folder, 1), new Person(folder, 2)];
    await ben.work();
    ada.answer('A-2', 'mature');
    await ada.work();
    await ben.work();
    await ben.work();
    expect(folder.writes).toEqual([ben.name, ada.name]);
    folder.files.delete(ada.name);
    await ben.work();
    const cleo = new Person(folder, 3);
    await cleo.work();
    expect(ids(cleo.journal)).toEqual(ids(ada.journal));
  });

  it('lists damaged, foreign, encrypted and other files, leaves them alone, and works on', async () => {
    const folder = new MemoryFolder();
    const [ada, ben] = [new Person(folder, 1), new Person(folder, 2)];
    ada.answer('A-2', 'mature');
    await ada.work();
    const whole = folder.files.get(ada.name)!.bytes;
    const other = { ...SAMPLE, assessment: { ...SAMPLE.assessment, id: 'another' }, journal: journalOf([]) };
    folder.put('cut-off.sextant', whole.slice(0, whole.length / 2));
    folder.put('empty.sextant', new Uint8Array());
    folder.put('letter.docx', Uint8Array.of(1, 2, 3));
    folder.put('secret.sextant.age', await encryptFile(whole, 'correct horse battery staple'));
    folder.put('another-round.sextant', writeSextantFile(other));
    folder.put('held.sextant', whole);
    folder.locked.add('held.sextant');
    for (const name of ['.DS_Store', 'desktop.ini', `${ben.name}.crswap`, '~$letter.docx']) {
      folder.put(name, Uint8Array.of(1));
    }
    const untouched = [...folder.files].filter(([name]) => name !== ben.name);
    const { lines, plan } = await ben.exchange.exchange();
    expect(plan).toBeNull();
    expect(lines.map(({ name, state, problems }) => [name, state, ...problems.map(({ code }) => code)])).toEqual([
      ['another-round.sextant', 'refused', 'merge.otherAssessment'],
      ['cut-off.sextant', 'incomplete', 'file.truncated'],
      ['empty.sextant', 'incomplete', 'file.notZip'],
      ['held.sextant', 'incomplete', 'folder.unreadable'],
      ['letter.docx', 'foreign'],
      [ada.name, 'read'],
      ['secret.sextant.age', 'refused', 'file.encrypted'],
    ]);
    expect([...folder.files].filter(([name]) => name !== ben.name)).toEqual(untouched);
    expect(ids(ben.journal)).toEqual(ids(ada.journal));
    folder.locked.clear();
    const { lines: later } = await ben.exchange.exchange();
    expect(later).toContainEqual({ name: 'held.sextant', state: 'read', problems: [] });
  });

  it('waits for a file that has not arrived whole, whatever its length', async () => {
    const folder = new MemoryFolder();
    const ada = new Person(folder, 1);
    ada.answer('A-2', 'mature');
    await ada.work();
    const ben = new Person(folder, 2);
    const whole = folder.files.get(ada.name)!.bytes.length;
    for (let percent = 0; percent < 100; percent += 1) {
      folder.arrived.set(ada.name, Math.floor((whole * percent) / 100));
      const { lines } = await ben.exchange.exchange();
      expect(lines.find(({ name }) => name === ada.name)?.state).toBe('incomplete');
      expect(ids(ben.journal)).toEqual(ids(SAMPLE.journal));
    }
    folder.arrived.clear();
    await ben.exchange.exchange();
    expect(ids(ben.journal)).toEqual(ids(ada.journal));
  });

  it('says before it takes in what a clock far ahead wrote', async () => {
    const folder = new MemoryFolder();
    const [ada, ben] = [new Person(folder, 1), new Person(folder, 2)];
    ada.aheadMs = 3 * 86_400_000;
    ada.answer('A-2', 'mature');
    await ada.exchange.exchange();
    const { plan } = await ben.exchange.exchange();
    expect(plan?.files.flatMap(({ notices }) => notices.map(({ code }) => code))).toEqual(['merge.clockAhead']);
    expect(ids(ben.journal)).toEqual(ids(SAMPLE.journal));
  });

  it('writes the part of an institution and reads nothing for it', async () => {
    const folder = new MemoryFolder();
    const ada = new Person(folder, 1);
    ada.answer('A-2', 'mature');
    await ada.work();
    const ministry = new Person(folder, 2, { reads: false });
    const { lines } = await ministry.exchange.exchange();
    expect(lines).toEqual([]);
    expect((await ministry.exchange.exchange()).lines).toEqual([{ name: ministry.name, state: 'own', problems: [] }]);
    expect(ids(ministry.journal)).toEqual(ids(SAMPLE.journal));
  });

  it('joins two tabs of one person that write the same file', async () => {
    const folder = new MemoryFolder();
    const [tab, other] = [new Person(folder, 1), new Person(folder, 1)];
    await tab.work();
    await other.work();
    tab.answer('A-2', 'mature');
    other.answer('B-1', 'mature');
    await tab.exchange.exchange();
    await other.exchange.exchange();
    await tab.exchange.exchange();
    const read = readSextantFile(folder.files.get(tab.name)!.bytes);
    expect(read.ok && ids(read.value.journal)).toEqual(ids(mergeJournals(tab.journal, other.journal)));
    expect(ids(tab.journal)).toEqual(ids(other.journal));
    const writes = folder.writes.length;
    for (const one of [other, tab, other, tab]) await one.exchange.exchange();
    expect(folder.writes).toHaveLength(writes);
  });

  it('carries every document once', async () => {
    const folder = new MemoryFolder();
    const people = [1, 2, 3].map((number) => new Person(folder, number));
    const [decree, law] = [new TextEncoder().encode('Decree'), new TextEncoder().encode('Law')];
    people[1]!.attach('decree', decree);
    people[2]!.attach('law', law);
    for (const person of [...people, ...people, ...people]) await person.work();
    for (const { evidence } of people) {
      expect([...evidence.keys()].sort()).toEqual([sha256Hex(decree), sha256Hex(law)].sort());
    }
    const heldBy = (name: string) => {
      const read = readSextantFile(folder.files.get(name)!.bytes);
      return read.ok ? read.value.evidence.size : null;
    };
    expect(people.map(({ name }) => heldBy(name))).toEqual([0, 1, 1]);
    // Whoever held it is gone: somebody else's file has it from then on.
    folder.files.delete(people[1]!.name);
    folder.files.delete(people[0]!.name);
    people[2]!.answer('A-1', 'mature');
    await people[2]!.work();
    expect(heldBy(people[2]!.name)).toBe(2);
    // What was taken off leaves in no file that is written from then on, and comes back with its use.
    people[2]!.use('law', false);
    await people[2]!.work();
    expect(heldBy(people[2]!.name)).toBe(1);
    people[2]!.use('law', true);
    await people[2]!.work();
    expect(heldBy(people[2]!.name)).toBe(2);
  });

  const step = (people: number) =>
    fc.record({
      who: fc.nat({ max: people - 1 }),
      does: fc.constantFrom('answer', 'answer', 'exchange', 'work', 'late'),
      indicator: fc.constantFrom(...INDICATORS),
      level: fc.constantFrom(...LEVELS),
    });

  it.each([
    { people: 2, runs: 300, most: 8 },
    { people: 5, runs: 60, most: 30 },
  ])(
    'ends alike for $people people, whatever the order in which they write and read',
    async ({ people, runs, most }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step(people), { minLength: 3, maxLength: most }),
          fc.shuffledSubarray([...Array(people).keys()], { minLength: people }),
          async (steps, order) => {
            const folder = new MemoryFolder();
            const team = Array.from({ length: people }, (_, number) => new Person(folder, number));
            for (const { who, does, indicator, level } of steps) {
              const person = team[who]!;
              if (does === 'answer') person.answer(indicator, level);
              else if (does === 'exchange') await person.exchange.exchange();
              else if (does === 'work') await person.work();
              // The synchronisation lags: the others see the beginning of this file for a while.
              else folder.arrived.set(person.name, 200);
            }
            const everything = mergeJournals(...team.map(({ journal }) => journal));
            folder.arrived.clear();
            for (const number of [...order, ...order]) await team[number]!.work();
            for (const { journal, state } of team) {
              expect(ids(journal)).toEqual(ids(everything));
              expect(state).toEqual(fold(everything.entries));
            }
          },
        ),
        lawRuns(runs),
      );
    },
  );
});
