import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findTask } from '../../../src/domain/institutions/find-task.ts';
import { withStoredLanguages } from '../../../src/domain/framework/join-languages.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { problem } from '../../../src/domain/problem.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import type { Localiser } from '../../../src/i18n/localiser.ts';
import type { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import { FileKeeper } from '../../../src/state/library/file-keeper.svelte.ts';
import { PackDesk } from '../../../src/state/desks/pack-desk.svelte.ts';
import type { PackForms } from '../../../src/state/desks/make-packs.ts';
import { planMerge } from '../../../src/exchange/merge-plan.ts';
import { wholeFile } from '../../../src/exchange/read-file.ts';
import { ReviewDesk } from '../../../src/state/desks/review-desk.ts';
import { BrowserFileSaver } from '../../../src/storage/file-saver.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import type { Dialogue } from '../../fixtures/fake-saving-browser.ts';
import { FakeSavingBrowser } from '../../fixtures/fake-saving-browser.ts';
import { localiserOf } from '../ui/render-with-language.ts';
import { fakeSurroundings } from './fake-store.ts';
import { framework, IDENTITY, openSession } from './open-session.ts';

const FILE_ONLY = { file: true, workbooks: [], withDraft: false, languages: ['en', 'fr'], app: null };
const WORDS = {
  nameOf: ({ id }: { id: string }) => `Ministry ${id}`,
  noteFor: (_one: unknown, _pack: unknown, localiser: Localiser | null) => `a note in ${localiser?.language.code}`,
};
const { t } = localiserOf('en');
/** As the file saver counts days. */
const DAY = '2026-11-21';

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
  const keeper = new FileKeeper({ store: new MemoryStore(), files, surroundings: fakeSurroundings(), fileWords: t });
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
    ['a Sextant file', FILE_ONLY, `Ministry-labour-Meridia-pack-draft-${DAY}.sextant`],
    [
      'a workbook',
      { ...FILE_ONLY, file: false, workbooks: ['fr'] },
      `Ministry-labour-Meridia-pack-draft-fr-${DAY}.xlsx`,
    ],
    [
      'both',
      { ...FILE_ONLY, workbooks: ['en', 'fr'], withDraft: true },
      `Ministry-labour-Meridia-pack-draft-${DAY}.zip`,
    ],
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
    expect(fake.asked).toEqual([`Meridia-packs-draft-${DAY}.zip`]);
    packs.task.cancel();
    expect((await saving).kind).toBe('cancelled');
    expect(markOf(session)).toBeUndefined();
  });
});

describe('all packs', () => {
  const APP = { bytes: new TextEncoder().encode('<!doctype html>'), sha256: 'a'.repeat(64) };
  const given = () => Promise.resolve({ ok: true as const, value: APP, advice: [] });

  async function unpacked({ fake, packs }: Awaited<ReturnType<typeof open>>, forms: PackForms, words = WORDS) {
    await packs.saveAll(forms, words);
    const files = unzipSync(new Uint8Array(await fake.downloads[0]!.blob.arrayBuffer()));
    return new Map(Object.entries(files));
  }

  it('stand in a folder each, with a note in every chosen language, and the app once where it is wanted', async () => {
    const here = await open('none');
    await here.session.write([{ register: 'institution/unions/role', value: 'observer' }], 'facilitator');
    const all = await unpacked(here, { ...FILE_ONLY, workbooks: ['fr'], app: given });
    const folders = (name: string, forms: readonly string[]) => forms.map((form) => `Ministry-${name}/${form}`);
    const ofOne = (name: string) =>
      folders(name, [
        `Ministry-${name}-Meridia-pack-draft-${DAY}.sextant`,
        `Ministry-${name}-Meridia-dossier-projet-fr-${DAY}.xlsx`,
        `Ministry-${name}-Meridia-pack-draft-en-${DAY}.txt`,
        `Ministry-${name}-Meridia-dossier-projet-fr-${DAY}.txt`,
      ]);
    expect([...all.keys()]).toEqual([...ofOne('labour'), ...ofOne('unions'), 'sextant.html', 'sextant.html.sha256']);
    const text = (name: string) => new TextDecoder().decode(all.get(name));
    expect(text(`Ministry-labour/Ministry-labour-Meridia-dossier-projet-fr-${DAY}.txt`)).toBe('a note in fr');
    expect(text('sextant.html.sha256')).toBe(`${'a'.repeat(64)}  sextant.html\n`);
  });

  it('carry the questions in the chosen languages and in their source, and come back without a word or a language lost', async () => {
    const here = await open('none');
    const { languages } = framework.structure;
    expect(languages).toEqual(expect.arrayContaining(['en', 'fr', 'es', 'ar']));
    const sizes: number[] = [];
    for (const [chosen, carried] of [
      [
        ['en', 'fr'],
        ['en', 'fr'],
      ],
      [['fr'], ['en', 'fr']],
      [['en'], ['en']],
    ] as const) {
      here.fake.downloads.length = 0;
      await here.packs.saveOne(here.labour, { ...FILE_ONLY, languages: chosen }, WORDS);
      const content = await packIn(here.fake.downloads[0]!.blob);
      expect(content.framework.structure.languages).toEqual(carried);
      expect(content.framework.hash).toBe(framework.hash);
      expect(content.framework.indicators).toEqual(framework.indicators);
      const mine = { assessment: IDENTITY, framework, journal: { entries: here.session.entries, damagedLines: [] } };
      const plan = planMerge({ mine, nowMs: Date.now() }, [wholeFile('pack.sextant', content, [])]);
      expect(plan.files[0]).toMatchObject({ problems: [], notices: [] });
      expect(withStoredLanguages(singleFileForm(content.framework), singleFileForm(framework))).toMatchObject({
        languages: expect.arrayContaining([...languages]),
      });
      sizes.push(here.fake.downloads[0]!.blob.size);
    }
    expect(sizes[2]).toBeLessThan(sizes[0]!);
  });

  it('are not saved, and say why, where the app cannot be had', async () => {
    const { fake, packs, session } = await open('none');
    const refused = { ok: false as const, problems: [problem('appFile.changed', '', [], {})] };
    await packs.saveAll({ ...FILE_ONLY, app: () => Promise.resolve(refused) }, WORDS);
    expect(packs.task.stage).toMatchObject({ stage: 'failed', problem: { code: 'appFile.changed' } });
    expect(fake.downloads).toEqual([]);
    expect(markOf(session)).toBeUndefined();
  });

  it('have short names of their own where institutions begin alike, in the zip and alone', async () => {
    const here = await open('none');
    const [, second] = framework.indicators;
    await here.session.write(
      [
        { register: 'institution/other/name', value: 'other' },
        { register: `assignment/${second!.id}/other`, value: 'lead' },
      ],
      'facilitator',
    );
    const words = { ...WORDS, nameOf: ({ id }: { id: string }) => `Ministry of Labour and Social Protection of ${id}` };
    const all = await unpacked(here, FILE_ONLY, words);
    const folders = [...new Set([...all.keys()].map((name) => name.split('/')[0]))];
    expect(folders).toEqual(['Ministry-of-Labour-and-Social', 'Ministry-of-Labour-and-Social-2']);
    expect(Math.max(...[...all.keys()].map((name) => name.length))).toBeLessThanOrEqual(180);
    for (const institution of here.packs.addressees) await here.packs.saveOne(institution, FILE_ONLY, words);
    expect(new Set(here.fake.downloads.map(({ name }) => name)).size).toBe(3);
  });
});

describe('a copy to review', () => {
  it('puts the report under review when it is known to be there', async () => {
    const { reviews, session, labour } = await open('none');
    await reviews.save(labour, 'Labour');
    expect(session.assessment.round.status).toBeUndefined();
    expect(reviews.isReviewing('labour')).toBe(false);
    await reviews.task.confirm();
    expect(session.assessment.round.status).toBe('under-review');
    expect(reviews.isReviewing('labour')).toBe(true);
  });
});

describe('the file of the assessment', () => {
  const { id } = IDENTITY;

  it.each([
    ['', `Meridia-whole-draft-${DAY}.sextant`],
    ['a long passphrase', `Meridia-whole-draft-${DAY}.sextant.age`],
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
