import type { Institution } from '../../domain/registers/assessment-state.ts';
import type { Result } from '../../domain/problem.ts';
import { highestEntryId } from '../../domain/journal/clock.ts';
import { makeAnswerWorkbook } from '../../domain/workbook/make-answer-workbook.ts';
import type { SextantFile } from '../../file/sextant-file.ts';
import type { PackedFile, PackToSend } from '../../file/write-packs.ts';
import { loadLocaliser } from '../../i18n/load-localiser.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { AppFile } from '../device/app-file.ts';
import { packFile } from '../library/pack-file.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { FileKeeper } from '../library/file-keeper.svelte.ts';
import { packContent } from '../../exchange/part-of-file.ts';

/** In which forms packs are sent: the file of this app, workbooks in these languages, or both. */
export interface PackForms {
  readonly file: boolean;
  readonly workbooks: readonly string[];
  readonly withDraft: boolean;
  /** Codes of the languages of the questions and of the notes. */
  readonly languages: readonly string[];
  /** Gets the app, where it goes along. */
  readonly app: ((signal: AbortSignal) => Promise<Result<AppFile>>) | null;
}

/** What a note speaks of; `fileName` null where no file of this app is sent. */
export interface NotedPack {
  readonly fileName: string | null;
  readonly workbooks: readonly string[];
  /** Of the app that goes along, else null. */
  readonly appSha256: string | null;
}

export interface PackWords {
  nameOf(institution: Institution): string;
  /** The accompanying note in the language of a localiser; null: in that of the screen. */
  noteFor(institution: Institution, pack: NotedPack, localiser: Localiser | null): string;
}

export interface PacksInput {
  readonly whole: SextantFile;
  readonly institutions: readonly Institution[];
  readonly forms: PackForms;
  readonly words: PackWords;
  /** Short names of institutions, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly nameOf: FileKeeper['nameOf'];
  readonly app: AppFile | null;
  /** Stops the making of a large file in its midst. */
  readonly signal: AbortSignal;
}

/** A pack with what its file holds, where there is one. */
export interface MadePack extends PackToSend {
  readonly content: SextantFile | null;
}

async function localisersOf(codes: readonly string[]): Promise<readonly Localiser[]> {
  const loaded = await Promise.all(codes.map((code) => loadLocaliser(code)));
  return loaded.filter((localiser) => localiser !== null);
}

/** Writes the workbooks of one institution after the other, all from the same state. */
async function workbookWriter(session: AssessmentSession, { workbooks, withDraft }: PackForms) {
  const localisers = await localisersOf(workbooks);
  const { assessment: state, journalState, framework, identity, entries } = session;
  const { writeAnswerWorkbook } = await import('../../export/xlsx/write-answer-workbook.ts');
  const mark = highestEntryId(
    entries.map(({ id }) => id),
    session.nowMs(),
  );
  const shown = session.shownFramework;
  return async (institution: string, nameIn: (localiser: Localiser) => string): Promise<PackedFile[]> => {
    const input = { assessment: identity.id, institution, mark: mark ?? '', withDraft };
    const workbook = makeAnswerWorkbook(state, journalState, framework, input);
    const written: PackedFile[] = [];
    for (const localiser of localisers) {
      const bytes = await writeAnswerWorkbook(workbook, state, shown, localiser);
      written.push({ fileName: nameIn(localiser), bytes });
    }
    return written;
  };
}

/** Makes the packs of some institutions one after the other; what is heavy is loaded when it is wanted. */
export async function* makePacks(session: AssessmentSession, input: PacksInput): AsyncGenerator<MadePack> {
  const { whole, institutions, forms, words, names, nameOf, app, signal } = input;
  const { withDraft, languages } = forms;
  const writer = forms.workbooks.length > 0 ? await workbookWriter(session, forms) : null;
  const spoken = await localisersOf(languages);
  for (const institution of institutions) {
    const folder = names.get(institution.id) ?? institution.id;
    const nameIn = (extension: string, localiser: Localiser | null) => {
      const language = localiser === null ? {} : { language: localiser.language.code };
      return nameOf(session, { subject: folder, edition: 'pack', ...language, extension }, localiser ?? undefined);
    };
    const content = forms.file ? packContent(whole, institution.id, { withDraft, languages }) : null;
    const own =
      content === null ? [] : [{ fileName: nameIn('sextant', null), bytes: await packFile(content, { signal }) }];
    const workbooks = (await writer?.(institution.id, (localiser) => nameIn('xlsx', localiser))) ?? [];
    const noted = {
      fileName: own[0]?.fileName ?? null,
      workbooks: workbooks.map(({ fileName }) => fileName),
      appSha256: app?.sha256 ?? null,
    };
    // Questions may be in languages that the app does not speak: then the note is in that of the screen.
    const notes = (spoken.length === 0 ? [null] : spoken).map((localiser) => ({
      fileName: nameIn('txt', localiser),
      text: words.noteFor(institution, noted, localiser),
    }));
    yield { folder, content, files: [...own, ...workbooks], notes };
  }
}
