import type { Institution } from '../domain/assessment/assessment-state.ts';
import { LEAD_INSTITUTION } from '../domain/assessment/assessment-state.ts';
import type { InstitutionReturn } from '../domain/institutions/count-returns.ts';
import { countReturns } from '../domain/institutions/count-returns.ts';
import { listInstitutions, listObservers } from '../domain/institutions/list-institutions.ts';
import { packRegister } from '../domain/institutions/make-pack.ts';
import { buildRegister } from '../domain/journal/registers.ts';
import type { PackToSend } from '../file/write-packs.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { FileKeeper } from './file-keeper.svelte.ts';
import { plainFileName } from './file-name.ts';
import type { FileSaver } from './library-store.ts';
import { packContent } from './pack-content.ts';

export interface PackWords {
  nameOf(institution: Institution): string;
  /** The accompanying note. */
  noteFor(institution: Institution, fileName: string): string;
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

  /** Saves the pack of one institution; false when the person changed their mind. */
  async saveOne(institution: Institution, withDraft: boolean, words: PackWords): Promise<boolean> {
    const [pack] = await this.#make([institution], withDraft, words);
    if (pack === undefined) return false;
    const { writeSextantFile } = await import('../file/write-sextant-file.ts');
    return this.#files.save(writeSextantFile(pack.content), `${pack.fileName}.sextant`, 'application/zip');
  }

  /** Saves every pack with its note in one zip; false when the person changed their mind. */
  async saveAll(withDraft: boolean, words: PackWords): Promise<boolean> {
    const packs = await this.#make(this.addressees, withDraft, words);
    const { writePacks } = await import('../file/write-packs.ts');
    const title = plainFileName(this.#session.titleLines.join(' '), 'sextant');
    return this.#files.save(writePacks(packs), `${title}-packs.zip`, 'application/zip');
  }

  /** The mark of a pack is an entry of the whole journal, made before the pack is, so that it comes back as the same. */
  async #mark(institutions: readonly Institution[], withDraft: boolean): Promise<void> {
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

  async #make(institutions: readonly Institution[], withDraft: boolean, words: PackWords): Promise<PackToSend[]> {
    await this.#mark(institutions, withDraft);
    const whole = await this.#keeper.contentOf(this.#session);
    const taken = new Set<string>();
    return institutions.map((institution) => {
      const base = plainFileName(words.nameOf(institution), institution.id);
      let fileName = base;
      for (let number = 2; taken.has(fileName.toLowerCase()); number += 1) fileName = `${base}-${number}`;
      taken.add(fileName.toLowerCase());
      const content = packContent(whole, institution.id, { withDraft });
      return { fileName, content, note: words.noteFor(institution, `${fileName}.sextant`) };
    });
  }
}
