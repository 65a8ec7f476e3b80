import { beforeAll, describe, expect, it } from 'vitest';
import { mergeFiles } from '../../../src/cli/merge-files.ts';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import type { Institution } from '../../../src/domain/registers/assessment-state.ts';
import { newestEntryId } from '../../../src/domain/plan/changes-since.ts';
import { standingOf } from '../../../src/export/letters/standing.ts';
import { writePlanXlsx } from '../../../src/export/xlsx/write-plan-xlsx.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { InterfaceLanguage } from '../../../src/i18n/interface-language.svelte.ts';
import type { Localiser } from '../../../src/i18n/localiser.ts';
import type { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import { Library } from '../../../src/state/library/library.svelte.ts';
import type { NotedPack } from '../../../src/state/desks/make-packs.ts';
import { PackDesk } from '../../../src/state/desks/pack-desk.svelte.ts';
import { makeQrSheet } from '../../../src/state/desks/make-qr-sheet.ts';
import { ReviewDesk } from '../../../src/state/desks/review-desk.ts';
import type { FileSaver } from '../../../src/storage/file-saver.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { openTabs } from '../../../src/storage/open-tabs.ts';
import { createPreferenceStorage } from '../../../src/storage/preference-storage.ts';
import { packNote } from '../../../src/ui/institutions/pack-note.ts';
import { REPORT_FORMAT_IDS, REPORT_FORMATS, writePaper } from '../../../src/export/formats.ts';
import { makePdfHere } from '../../../src/cli/make-pdf-here.ts';
import { PAPER_IDS } from '../../../src/export/letters/paper-ids.ts';
import { publicReport } from '../../../src/report/public-report.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { MemoryFolder } from '../../fixtures/memory-folder.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { OPTIONS } from '../../fixtures/said-numbers.ts';
import {
  DAMAGED,
  DOCUMENTS,
  DRAFTED,
  found,
  SCHEMAS,
  SETTINGS,
  stands,
  STRUCTURED,
  textFields,
  WITHOUT_TEXT,
} from '../../fixtures/planted-words.ts';
import { textOfFile } from '../../fixtures/text-of-file.ts';
import { NO_FRAMEWORKS } from '../../fixtures/no-frameworks.ts';
import { localiserOf } from '../ui/render-with-language.ts';
import { fakeSurroundings } from '../state/fake-store.ts';

const framework = pairedFramework();
const IDENTITY = { id: 'planted', round: '2026', parent: null };
const localiser = localiserOf('en');
const LABOUR = { id: 'labour', role: 'institution' as const };

/** A computer with a library; `saved` is what was saved last. */
function computer() {
  const store = new MemoryStore();
  const folder = new MemoryFolder();
  let saved: Uint8Array | null = null;
  const files: FileSaver = {
    async save({ make }) {
      saved = await make(new AbortController().signal);
      return { kind: 'written', handle: {} };
    },
  };
  const library = new Library({
    source: NO_FRAMEWORKS,
    store,
    files,
    tabs: { announce: () => {}, onchange: () => {} },
    preferences: createPreferenceStorage(null),
    surroundings: fakeSurroundings(Date.UTC(2026, 10, 25)),
    folders: folder,
    openTabs: openTabs('1', undefined),
    fileWords: (key) => localiser.t(key),
    language: () => 'en',
  });
  const take = async (saving: Promise<unknown>): Promise<Uint8Array> => {
    saved = null;
    await saving;
    if (saved === null) throw new Error('nothing was saved');
    return saved;
  };
  return { store, folder, files, library, take };
}

type Computer = ReturnType<typeof computer>;

async function plant(): Promise<Computer & { readonly session: AssessmentSession }> {
  const here = computer();
  const stored = { ...IDENTITY, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
  const [first, ...rest] = entriesOf([['round/created', { framework: { ...referenceOf(framework) } }], ...SETTINGS]);
  const entries = [{ ...first!, assessment: IDENTITY }, ...rest];
  await here.store.createAssessment(stored, singleFileForm(framework), entries, DAMAGED);
  for (const bytes of Object.values(DOCUMENTS)) await here.store.putEvidence(IDENTITY.id, bytes);
  const draft = { key: 'rating/lead/W-3/1/comment', tab: '2', text: DRAFTED, atMs: 0 };
  await here.store.writeDrafts(IDENTITY.id, { put: [draft], remove: [] });
  const session = (await here.library.open(IDENTITY.id))!;
  return { ...here, session };
}

/** Opens a file on another computer and saves it there again. */
async function sentBack(bytes: Uint8Array): Promise<Uint8Array> {
  const there = computer();
  const preview = await there.library.previewFile(new File([bytes as BlobPart], 'pack.sextant'));
  const id = (await there.library.confirmFile(preview))!;
  return there.take(there.library.files.save((await there.library.open(id))!));
}

type Outgoing = Readonly<Record<string, (here: Awaited<ReturnType<typeof plant>>) => Promise<Uint8Array>>>;

function sourceOf({ session }: { readonly session: AssessmentSession }, edition: 'internal' | 'public' = 'internal') {
  const whole = session.report;
  const report = edition === 'public' ? publicReport(whole) : whole;
  return { report, framework, localiser, options: OPTIONS };
}

function paperOf({ session }: { readonly session: AssessmentSession }) {
  const { report, assessment, entries } = session;
  const { now, toolVersion } = OPTIONS;
  const standing = standingOf(report, assessment, entries.length);
  return { report, framework, localiser, assignments: assessment.assignments, standing, now, toolVersion };
}

/** With the history: the work itself. */
const WITH_HISTORY: Outgoing = {
  file: ({ library, session, take }) => take(library.files.save(session)),
  'file of a shared folder': async ({ library, session, folder }) => {
    const shared = await library.folders.of(session);
    await shared.choose('ours');
    await shared.join();
    return folder.files.get(shared.fileName)!.bytes;
  },
  'file of npm run merge': async ({ library, session, store }) => {
    const content = { ...(await library.files.contentOf(session)), evidence: await store.readEvidence(IDENTITY.id) };
    const read = { ok: true as const, value: { kind: 'assessment' as const, file: content }, advice: [] };
    const files = ['a', 'b'].map((fileName) => ({ fileName, content: read }));
    const { merged } = mergeFiles(files, { nowMs: 0, random: () => '0'.repeat(16), takeRight: false });
    return writeSextantFile(merged!);
  },
};

const packs = (here: Awaited<ReturnType<typeof plant>>) => {
  const { session, library, files, take } = here;
  const words = {
    nameOf: ({ id, name }: { id: string; name?: string }) => name ?? id,
    noteFor: (institution: Institution, pack: NotedPack, own: Localiser | null) =>
      packNote(new InterfaceLanguage(own ?? localiser), session, institution, {
        ...pack,
        assigned: 2,
        oldest: desk.oldestApp,
        appAddress: '',
      }),
  };
  const desk = new PackDesk(session, library.files, files);
  const languages = ['en', 'fr'];
  return take(desk.saveAll({ file: true, workbooks: languages, withDraft: true, languages, app: null }, words));
};
const review = ({ session, library, files, take }: Awaited<ReturnType<typeof plant>>) =>
  take(new ReviewDesk(session, library.files, files).save(LABOUR, 'Labour'));
const ownPack = async (here: Awaited<ReturnType<typeof plant>>) => {
  const { unzipSync } = await import('fflate');
  const files = unzipSync(await packs(here));
  const name = Object.keys(files).find((one) => one.endsWith('.sextant'))!;
  return files[name]!;
};

const WITHOUT_HISTORY: Outgoing = {
  'clean copy': ({ library, session, take }) => take(library.files.save(session, { clean: true })),
  'packs and workbooks of all': packs,
  'copy to review': review,
  'what comes back of a pack': async (here) => sentBack(await ownPack(here)),
  'what comes back of a review': async (here) => sentBack(await review(here)),
  'next round': async ({ library, take }) => {
    const id = await library.startNextRound(IDENTITY.id, { framework, round: { title: stands('next') } });
    return take(library.files.save((await library.open(id!))!));
  },
  duplicate: async ({ library, take }) => {
    await library.duplicate(IDENTITY.id, localiser);
    const copy = library.assessments.find(({ id }) => id !== IDENTITY.id)!;
    return take(library.files.save((await library.open(copy.id))!));
  },
  'plan as a workbook': ({ session }) =>
    writePlanXlsx(session.report, session.textsIn('en'), localiser, newestEntryId(session.entries)),
  ...Object.fromEntries(
    (['internal', 'public'] as const).flatMap((edition) =>
      REPORT_FORMAT_IDS.map((format) => [
        `${edition} report as ${format}`,
        async (here: Awaited<ReturnType<typeof plant>>) => {
          const written = await REPORT_FORMATS[format].write(sourceOf(here, edition), { makePdf: makePdfHere });
          return written.bytes;
        },
      ]),
    ),
  ),
  ...Object.fromEntries(
    PAPER_IDS.map((paper) => [
      `paper ${paper}`,
      async (here: Awaited<ReturnType<typeof plant>>) => writePaper(paper, paperOf(here)),
    ]),
  ),
};

const PATIENCE_MS = 180_000;

describe('planted words', () => {
  let here: Awaited<ReturnType<typeof plant>>;

  beforeAll(async () => {
    here = await plant();
  }, PATIENCE_MS);

  it.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])('stand in every field of %s that can hold one', (kind) => {
    const known = [...Object.keys(textFields(SCHEMAS[kind])), ...Object.keys(STRUCTURED[kind])];
    expect([...known, ...(WITHOUT_TEXT[kind] ?? [])].sort()).toEqual(Object.keys(SCHEMAS[kind]).sort());
  });

  it.each(Object.keys(WITH_HISTORY))(
    'stay in the history of the %s, but for drafts and for documents that nothing uses',
    async (kind) => {
      const text = textOfFile(await WITH_HISTORY[kind]!(here));
      const planted = found(JSON.stringify([SETTINGS, DAMAGED]), '7').sort();
      expect(found(text, '7').sort()).toEqual(planted);
      expect(text).toContain(stands('document'));
    },
    PATIENCE_MS,
  );

  it.each(Object.keys(WITHOUT_HISTORY))(
    'leave in no byte of: %s',
    async (kind) => {
      const text = textOfFile(await WITHOUT_HISTORY[kind]!(here));
      expect(found(text, '7')).toEqual([]);
      // Numbers and codes only: the one kind that holds no text of anybody.
      if (kind.startsWith('public report as csv')) expect(text).toContain('r-1');
      else expect(found(text, '8')).not.toEqual([]);
    },
    PATIENCE_MS,
  );

  it('leave in no QR code', () => {
    expect(found(makeQrSheet(here.session).text.toLowerCase(), '7')).toEqual([]);
  });
});
