import type { Institution } from '../domain/assessment/assessment-state.ts';
import { LEAD_INSTITUTION } from '../domain/assessment/assessment-state.ts';
import type { InstitutionReturn } from '../domain/institutions/count-returns.ts';
import { countReturns } from '../domain/institutions/count-returns.ts';
import { listInstitutions, listObservers } from '../domain/institutions/list-institutions.ts';
import { packRegister } from '../domain/institutions/make-pack.ts';
import { buildRegister } from '../domain/journal/registers.ts';
import { highestEntryId } from '../domain/journal/clock.ts';
import type { PackToSend, PackWorkbook } from '../file/write-packs.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { FileKeeper } from './file-keeper.svelte.ts';
import { plainFileName } from './file-name.ts';
import type { FileSaver } from './library-store.ts';
import { packContent } from './pack-content.ts';

const ZIP = 'application/zip';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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

/** Makes packs: one an institution, all in one zip with a note each. */
export class PackDesk {
  readonly #session: AssessmentSession;
  readonly #keeper: FileKeeper;
  readonly #files: FileSaver;
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
    this.#files = files;
  }

  /** Saves the pack of one institution, in a zip where it is more than one file; false when the person changed their mind. */
  async saveOne(institution: Institution, forms: PackForms, words: PackWords): Promise<boolean> {
    const [pack] = await this.#make([institution], forms, words);
    if (pack === undefined) return false;
    const { content, workbooks, fileName } = pack;
    const [workbook] = workbooks;
    if (content !== null && workbook === undefined) {
      const { writeSextantFile } = await import('../file/write-sextant-file.ts');
      return this.#files.save(writeSextantFile(content), `${fileName}.sextant`, ZIP);
    }
    if (content === null && workbook !== undefined && workbooks.length === 1) {
      return this.#files.save(workbook.bytes, workbook.fileName, EXCEL);
    }
    return this.#saveZip([pack], fileName);
  }

  /** Saves every pack with its note in one zip; false when the person changed their mind. */
  async saveAll(forms: PackForms, words: PackWords): Promise<boolean> {
    const packs = await this.#make(this.addressees, forms, words);
    return this.#saveZip(packs, plainFileName(this.#session.titleLines.join(' '), 'sextant'));
  }

  async #saveZip(packs: readonly PackToSend[], title: string): Promise<boolean> {
    const { writePacks } = await import('../file/write-packs.ts');
    return this.#files.save(writePacks(packs), `${title}-packs.zip`, ZIP);
  }

  /** The mark of a pack is an entry of the whole journal, made before the pack is, so that it comes back as the same. */
  async #mark(institutions: readonly Institution[], { withDraft }: PackForms): Promise<void> {
    const known = this.#session.assessment.round.packs?.institutions ?? [];
    const sent = [...new Set([...known, ...institutions.map(({ id }) => id)])].sort();
    await this.#session.write(
      [
        { register: buildRegister({ kind: 'round', field: 'packs' }), value: { institutions: sent } },
        ...institutions.map(({ id, role }) => ({
          register: packRegister(id),
          value: { mode: role === 'observer' ? 'comment' : 'answer', ...(withDraft ? { draft: true } : {}) },
        })),
      ],
      'facilitator',
    );
  }

  async #make(institutions: readonly Institution[], forms: PackForms, words: PackWords): Promise<PackToSend[]> {
    await this.#mark(institutions, forms);
    const whole = forms.file ? await this.#keeper.contentOf(this.#session) : null;
    const writer = forms.workbooks.length > 0 ? await this.#workbookWriter(forms) : null;
    const taken = new Set<string>();
    const packs: PackToSend[] = [];
    for (const institution of institutions) {
      const base = plainFileName(words.nameOf(institution), institution.id);
      let fileName = base;
      for (let number = 2; taken.has(fileName.toLowerCase()); number += 1) fileName = `${base}-${number}`;
      taken.add(fileName.toLowerCase());
      const content = whole === null ? null : packContent(whole, institution.id, { withDraft: forms.withDraft });
      const workbooks = writer === null ? [] : await writer(institution.id, fileName);
      const names = workbooks.map((workbook) => workbook.fileName);
      const note = words.noteFor(institution, content === null ? null : `${fileName}.sextant`, names);
      packs.push({ fileName, content, workbooks, note });
    }
    const contents = packs.flatMap(({ content }) => content ?? []);
    await this.#keeper.lookForDocuments(this.#session.identity.id, contents);
    return packs;
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
        const name = `${fileName}-${localiser.language.code}.xlsx`;
        written.push({ fileName: name, bytes: await writeAnswerWorkbook(workbook, state, framework, localiser) });
      }
      return written;
    };
  }
}
