import type { Institution } from '../domain/registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../domain/registers/assessment-state.ts';
import type { InstitutionReturn } from '../domain/institutions/count-returns.ts';
import { countReturns } from '../domain/institutions/count-returns.ts';
import { listInstitutions, listObservers } from '../domain/institutions/list-institutions.ts';
import { packRegister } from '../domain/copies/make-pack.ts';
import { highestEntryId } from '../domain/journal/clock.ts';
import { MEDIA_TYPES } from '../domain/media-types.ts';
import type { SextantFile } from '../file/sextant-file.ts';
import type { PackToSend, PackWorkbook } from '../file/write-packs.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { FileKeeper } from './file-keeper.svelte.ts';
import { plainFileName } from './file-name.ts';
import type { FileSaver, SaveOutcome } from '../storage/file-saver.ts';
import { packContent } from './pack-content.ts';
import type { WantedFile } from './save-task.svelte.ts';
import { SaveTask } from './save-task.svelte.ts';
import { SentMarks } from './sent-marks.ts';

/** In which forms packs are sent: the file of this app, workbooks in these languages, or both. */
export interface PackForms {
  readonly file: boolean;
  readonly workbooks: readonly string[];
  readonly withDraft: boolean;
}

export interface PackWords {
  nameOf(institution: Institution): string;
  /** The accompanying note; `fileName` null where no file of this app is sent. */
  noteFor(institution: Institution, fileName: string | null, workbooks: readonly string[]): string;
}

/** A file of packs: for whom, in which forms, and how it is written. */
interface PackFile extends Pick<WantedFile, 'name' | 'mediaType'> {
  readonly institutions: readonly Institution[];
  readonly forms: PackForms;
  readonly words: PackWords;
  readonly label: string;
  readonly write: (packs: readonly PackToSend[]) => Promise<Uint8Array>;
}

/** Makes packs: one an institution, all in one zip with a note each. */
export class PackDesk {
  readonly #session: AssessmentSession;
  readonly #keeper: FileKeeper;
  readonly task: SaveTask;
  readonly returns: readonly InstitutionReturn[] = $derived.by(() =>
    countReturns(
      this.#session.assessment,
      this.#session.indicatorsInScope.map(({ id }) => id),
    ),
  );
  /** Those to whom a pack can go: institutions with something assigned, and observers. The facilitator has it all. */
  readonly addressees: readonly Institution[] = $derived.by(() => {
    const { assessment } = this.#session;
    const assigned = new Set(this.returns.filter((one) => one.assigned > 0).map(({ institution }) => institution));
    return [
      ...listInstitutions(assessment).filter(({ id }) => assigned.has(id) && id !== LEAD_INSTITUTION),
      ...listObservers(assessment),
    ];
  });

  constructor(session: AssessmentSession, keeper: FileKeeper, files: FileSaver) {
    this.#session = session;
    this.#keeper = keeper;
    this.task = new SaveTask(files);
  }

  /** Saves the pack of one institution, in a zip where it is more than one file. Call it in the click itself. */
  saveOne(institution: Institution, forms: PackForms, words: PackWords): Promise<SaveOutcome> {
    const label = words.nameOf(institution);
    const base = plainFileName(label, institution.id);
    const [workbook, ...more] = forms.workbooks;
    const task = { institutions: [institution], forms, words, label };
    if (forms.file && workbook === undefined) {
      const write = async ([pack]: readonly PackToSend[]) => {
        const { writeSextantFile } = await import('../file/write-sextant-file.ts');
        return writeSextantFile(onlyOf(pack?.content));
      };
      return this.#save({ ...task, name: `${base}.sextant`, mediaType: MEDIA_TYPES.sextant, write });
    }
    if (!forms.file && workbook !== undefined && more.length === 0) {
      const write = async ([pack]: readonly PackToSend[]) => onlyOf(pack?.workbooks[0]).bytes;
      return this.#save({ ...task, name: workbookName(base, workbook), mediaType: MEDIA_TYPES.xlsx, write });
    }
    return this.#save({ ...task, name: `${base}-packs.zip`, mediaType: MEDIA_TYPES.zip, write: zipOf });
  }

  /** Saves every pack with its note in one zip. Call it in the click itself. */
  saveAll(forms: PackForms, words: PackWords): Promise<SaveOutcome> {
    const name = `${plainFileName(this.#session.titleLines.join(' '), 'sextant')}-packs.zip`;
    const institutions = this.addressees;
    return this.#save({ institutions, forms, words, label: name, name, mediaType: MEDIA_TYPES.zip, write: zipOf });
  }

  #save({ institutions, forms, words, label, name, mediaType, write }: PackFile): Promise<SaveOutcome> {
    const marks = new SentMarks(
      this.#session,
      institutions.map(({ id }) => id),
      institutions.map(({ id, role }) => ({
        register: packRegister(id),
        value: { mode: role === 'observer' ? 'comment' : 'answer', ...(forms.withDraft ? { draft: true } : {}) },
      })),
    );
    const make = async (signal: AbortSignal, onprogress: (share: number) => void) => {
      const whole = await marks.join(await this.#keeper.contentOf(this.#session));
      const packs: PackToSend[] = [];
      const total = institutions.length;
      for await (const pack of this.#make(whole, institutions, forms, words)) {
        signal.throwIfAborted();
        onprogress(packs.push(pack) / total);
      }
      await this.#keeper.lookForDocuments(
        this.#session.identity.id,
        packs.flatMap(({ content }) => content ?? []),
      );
      return write(packs);
    };
    return this.task.save({ name, label, mediaType, make, kept: () => marks.write() });
  }

  async *#make(
    whole: SextantFile,
    institutions: readonly Institution[],
    forms: PackForms,
    words: PackWords,
  ): AsyncGenerator<PackToSend> {
    const writer = forms.workbooks.length > 0 ? await this.#workbookWriter(forms) : null;
    const taken = new Set<string>();
    for (const institution of institutions) {
      const base = plainFileName(words.nameOf(institution), institution.id);
      let fileName = base;
      for (let number = 2; taken.has(fileName.toLowerCase()); number += 1) fileName = `${base}-${number}`;
      taken.add(fileName.toLowerCase());
      const content = forms.file ? packContent(whole, institution.id, { withDraft: forms.withDraft }) : null;
      const workbooks = writer === null ? [] : await writer(institution.id, fileName);
      const names = workbooks.map((workbook) => workbook.fileName);
      const note = words.noteFor(institution, content === null ? null : `${fileName}.sextant`, names);
      yield { fileName, content, workbooks, note };
    }
  }

  /** Writes the workbooks of one institution after the other, all from the same state. */
  async #workbookWriter({ workbooks: codes, withDraft }: PackForms) {
    const { makeAnswerWorkbook } = await import('../domain/workbook/make-answer-workbook.ts');
    const { writeAnswerWorkbook } = await import('../export/xlsx/write-answer-workbook.ts');
    const { loadLocaliser } = await import('../i18n/load-localiser.ts');
    const loaded = await Promise.all(codes.map((code) => loadLocaliser(code)));
    const localisers = loaded.filter((localiser) => localiser !== null);
    const { assessment: state, journalState, framework, identity, entries } = this.#session;
    const mark = highestEntryId(
      entries.map(({ id }) => id),
      this.#session.nowMs(),
    );
    return async (institution: string, fileName: string): Promise<PackWorkbook[]> => {
      const input = { assessment: identity.id, institution, mark: mark ?? '', withDraft };
      const workbook = makeAnswerWorkbook(state, journalState, framework, input);
      const written: PackWorkbook[] = [];
      for (const localiser of localisers) {
        const name = workbookName(fileName, localiser.language.code);
        written.push({ fileName: name, bytes: await writeAnswerWorkbook(workbook, state, framework, localiser) });
      }
      return written;
    };
  }
}

async function zipOf(packs: readonly PackToSend[]): Promise<Uint8Array> {
  const { writePacks } = await import('../file/write-packs.ts');
  return writePacks(packs);
}

function workbookName(base: string, language: string): string {
  return `${base}-${language}.xlsx`;
}

function onlyOf<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the pack is empty');
  return value;
}
