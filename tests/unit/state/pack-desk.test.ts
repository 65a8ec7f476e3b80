import { describe, expect, it } from 'vitest';
import { findTask } from '../../../src/domain/institutions/find-task.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { fold } from '../../../src/domain/journal/fold.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import type { AssessmentSession } from '../../../src/state/assessment-session.svelte.ts';
import { FileKeeper } from '../../../src/state/file-keeper.svelte.ts';
import { PackDesk } from '../../../src/state/pack-desk.svelte.ts';
import { ReviewDesk } from '../../../src/state/review-desk.ts';
import { BrowserFileSaver } from '../../../src/storage/file-saver.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import type { Dialogue } from '../../fixtures/fake-saving-browser.ts';
import { FakeSavingBrowser } from '../../fixtures/fake-saving-browser.ts';
import { fakeSurroundings } from './fake-store.ts';
import { framework, IDENTITY, openSession } from './open-session.ts';

const FILE_ONLY = { file: true, workbooks: [], withDraft: false };
const WORDS = { nameOf: ({ id }: { id: string }) => `Ministry ${id}`, noteFor: () => 'a note' };

async function open(dialogue: Dialogue) {
  const session = openSession();
  const [first] = framework.indicators;
  await session.write(
    [
      { register: 'institution/labour/name', value: 'Labour' },
      { register: `assignment/${first!.id}/labour`, value: 'lead' },
    ],
    'facilitator',
  );
  const fake = new FakeSavingBrowser(dialogue);
  const files = new BrowserFileSaver(fake.browser);
  const keeper = new FileKeeper({ store: new MemoryStore(), files, surroundings: fakeSurroundings() });
  return {
    fake,
    session,
    keeper,
    packs: new PackDesk(session, keeper, files),
    reviews: new ReviewDesk(session, keeper, files),
    labour: session.assessment.institutions.get('labour')!,
  };
}

const markOf = (session: AssessmentSession) => session.journalState.registers.get('institution/labour/pack')?.entry;

async function packIn(blob: Blob) {
  const read = await readSextantFile(new Uint8Array(await blob.arrayBuffer()));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

describe('a pack', () => {
  it.each([
    ['a Sextant file', FILE_ONLY, 'Ministry-labour.sextant'],
    ['a workbook', { file: false, workbooks: ['fr'], withDraft: false }, 'Ministry-labour-fr.xlsx'],
    ['both', { file: true, workbooks: ['en', 'fr'], withDraft: true }, 'Ministry-labour-packs.zip'],
  ])('as %s is asked for in the click and marked as sent once it is in a file', async (_form, forms, name) => {
    const { fake, packs, session, labour } = await open('gives');
    const saving = fake.click(() => packs.saveOne(labour, forms, WORDS));
    expect(fake.asked).toEqual([name]);
    expect(markOf(session)).toBeUndefined();
    expect((await saving).kind).toBe('written');
    expect(fake.files.get(name)?.bytes.length).toBeGreaterThan(100);
    expect(markOf(session)?.value).toMatchObject({ mode: 'answer' });
    expect(session.assessment.round.packs).toEqual({ institutions: ['labour'] });
  });

  it('that was given as a download is marked as sent only when the person found it, by the entry that travels', async () => {
    const { fake, packs, session, labour } = await open('none');
    await packs.saveOne(labour, FILE_ONLY, WORDS);
    expect(markOf(session)).toBeUndefined();
    expect(session.assessment.round.packs?.institutions).not.toContain('labour');
    const { journal } = await packIn(fake.downloads[0]!.blob);
    const travelling = journal.entries.find(({ register }) => register === 'institution/labour/pack');
    await packs.task.confirm();
    expect(markOf(session)).toEqual(travelling);
  });

  it('that comes back before anybody said that it was sent leaves the facilitator’s copy what it is', async () => {
    const { fake, packs, session, labour } = await open('none');
    await packs.saveOne(labour, FILE_ONLY, WORDS);
    const { journal } = await packIn(fake.downloads[0]!.blob);
    expect(findTask(readAssessment(fold(journal.entries), framework))?.institutions).toEqual(['labour']);
    session.receive(journal.entries);
    expect(session.task).toBeNull();
  });

  it.each(['AbortError', 'gives'] as const)('that was not saved is not marked (%s)', async (dialogue) => {
    const { fake, packs, session } = await open(dialogue);
    const saving = fake.click(() => packs.saveAll({ ...FILE_ONLY, workbooks: ['fr'] }, WORDS));
    expect(fake.asked).toEqual(['Meridia-packs.zip']);
    packs.task.cancel();
    expect((await saving).kind).toBe('cancelled');
    expect(markOf(session)).toBeUndefined();
  });
});

describe('a copy to review', () => {
  it('puts the report under review when it is known to be there', async () => {
    const { reviews, session, labour } = await open('none');
    await reviews.save(labour, 'Labour');
    expect(session.assessment.round.underReview).toBeUndefined();
    expect(reviews.isReviewing('labour')).toBe(false);
    await reviews.task.confirm();
    expect(session.assessment.round.underReview).toBe(true);
    expect(reviews.isReviewing('labour')).toBe(true);
  });
});

describe('the file of the assessment', () => {
  const { id } = IDENTITY;

  it.each([
    ['', 'Meridia.sextant'],
    ['a long passphrase', 'Meridia.sextant.age'],
  ])(
    'is asked for in the click (passphrase “%s”), and the reminder is silent once it is written',
    async (passphrase, name) => {
      const { fake, keeper, session } = await open('gives');
      const saving = fake.click(() => keeper.save(session, { passphrase }));
      expect(fake.asked).toEqual([name]);
      await saving;
      expect(keeper.changesSince(session)).toBe(0);
    },
  );

  it('is not called saved after a download, until the person found it', async () => {
    const { keeper, session } = await open('none');
    const changes = keeper.changesSince(session);
    await keeper.save(session);
    expect(keeper.givenAt(id)).not.toBeNull();
    expect(keeper.lastFileOf(id)).toBeNull();
    expect(keeper.changesSince(session)).toBe(changes);
    await keeper.taskOf(id).confirm();
    expect(keeper.givenAt(id)).toBeNull();
    expect(keeper.changesSince(session)).toBe(0);
  });

  it('is not the record when it is a clean copy, found or not', async () => {
    const { keeper, session } = await open('none');
    await keeper.save(session, { clean: true });
    await keeper.taskOf(id).confirm();
    expect(keeper.lastFileOf(id)).toBeNull();
  });
});
