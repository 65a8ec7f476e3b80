import type { NamedFile } from '../../domain/file-name.ts';
import { distinctNames } from '../../domain/file-name.ts';
import type { Institution } from '../../domain/registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import type { InstitutionReturn } from '../../domain/institutions/count-returns.ts';
import { countReturns } from '../../domain/institutions/count-returns.ts';
import { listInstitutions, listObservers } from '../../domain/institutions/list-institutions.ts';
import { MEDIA_TYPES } from '../../domain/media-types.ts';
import type { Result } from '../../domain/problem.ts';
import { packRegister } from '../../domain/copies/make-pack.ts';
import { oldestApp } from '../../file/oldest-app.ts';
import type { PackedFile } from '../../file/write-packs.ts';
import type { FileSaver, SaveOutcome } from '../../storage/file-saver.ts';
import { StorageError } from '../../storage/storage-error.ts';
import type { AppFile } from '../device/app-file.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { FileKeeper } from '../library/file-keeper.svelte.ts';
import type { MadePack, PackForms, PackWords } from './make-packs.ts';
import type { WantedFile } from '../library/save-task.svelte.ts';
import { SaveTask } from '../library/save-task.svelte.ts';
import { SentMarks } from './sent-marks.ts';

/** A file of packs: for whom, in which forms, and how it is written. */
interface PackFile extends Pick<WantedFile, 'name' | 'mediaType'> {
  readonly institutions: readonly Institution[];
  readonly forms: PackForms;
  readonly words: PackWords;
  readonly label: string;
  readonly write: (packs: readonly MadePack[], beside: readonly PackedFile[]) => Promise<Uint8Array>;
}

/** Makes packs: one an institution, all in one zip with notes in each language. */
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

  /** The oldest app that opens these packs. */
  get oldestApp(): string {
    return oldestApp(this.#session.framework);
  }

  /** Saves the pack of one institution, in a zip where it is more than one file. Call it in the click itself. */
  saveOne(institution: Institution, forms: PackForms, words: PackWords): Promise<SaveOutcome> {
    const label = words.nameOf(institution);
    const subject = this.#namesOf(words).get(institution.id) ?? label;
    const task = { institutions: [institution], forms, words, label };
    const isAlone = forms.app === null && Number(forms.file) + forms.workbooks.length === 1;
    const write = async ([pack]: readonly MadePack[]) => onlyOf(pack?.files[0]).bytes;
    const [language] = forms.workbooks;
    if (!isAlone)
      return this.#save({ ...task, name: this.#nameOf('zip', { subject }), mediaType: MEDIA_TYPES.zip, write: zipOf });
    if (language === undefined) {
      return this.#save({ ...task, name: this.#nameOf('sextant', { subject }), mediaType: MEDIA_TYPES.sextant, write });
    }
    return this.#save({
      ...task,
      name: this.#nameOf('xlsx', { subject, language }),
      mediaType: MEDIA_TYPES.xlsx,
      write,
    });
  }

  /** Saves every pack with its notes in one zip. Call it in the click itself. */
  saveAll(forms: PackForms, words: PackWords): Promise<SaveOutcome> {
    const name = this.#nameOf('zip', { edition: 'packs' });
    return this.#save({
      institutions: this.addressees,
      forms,
      words,
      label: name,
      name,
      mediaType: MEDIA_TYPES.zip,
      write: zipOf,
    });
  }

  #nameOf(extension: string, file: Partial<NamedFile>): string {
    return this.#keeper.nameOf(this.#session, { edition: 'pack', ...file, extension });
  }

  /** The same short name for an institution in every file, whoever gets one with it. */
  #namesOf(words: PackWords): ReadonlyMap<string, string> {
    const names = distinctNames(this.addressees.map((one) => ({ text: words.nameOf(one), fallback: one.id })));
    return new Map(this.addressees.map(({ id }, index) => [id, names[index] ?? id]));
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
    const names = this.#namesOf(words);
    const make = async (signal: AbortSignal, onprogress: (share: number) => void) => {
      const app = forms.app === null ? null : await gotten(forms.app(signal));
      const { makePacks } = await import('./make-packs.ts');
      const whole = await marks.join(await this.#keeper.contentOf(this.#session));
      const packs: MadePack[] = [];
      const total = institutions.length;
      const nameOf = this.#keeper.nameOf.bind(this.#keeper);
      const input = { whole, institutions, forms, words, names, nameOf, app, signal };
      for await (const pack of makePacks(this.#session, input)) {
        signal.throwIfAborted();
        onprogress(packs.push(pack) / total);
      }
      await this.#keeper.lookForDocuments(
        this.#session.identity.id,
        packs.flatMap(({ content }) => content ?? []),
      );
      return write(packs, app === null ? [] : await filesOfApp(app));
    };
    return this.task.save({ name, label, mediaType, make, kept: () => marks.write() });
  }
}

async function gotten(asked: Promise<Result<AppFile>>): Promise<AppFile> {
  const got = await asked;
  if (got.ok) return got.value;
  const [found] = got.problems;
  throw found === undefined ? new Error('the app could not be had') : new StorageError(found);
}

async function filesOfApp({ bytes, sha256 }: AppFile): Promise<PackedFile[]> {
  const { APP_FILE_NAME, CHECKSUM_FILE_NAME, checksumLine } = await import('../device/app-file.ts');
  return [
    { fileName: APP_FILE_NAME, bytes },
    { fileName: CHECKSUM_FILE_NAME, bytes: new TextEncoder().encode(checksumLine(sha256)) },
  ];
}

async function zipOf(packs: readonly MadePack[], beside: readonly PackedFile[]): Promise<Uint8Array> {
  const { writePacks } = await import('../../file/write-packs.ts');
  return writePacks(packs, beside);
}

function onlyOf<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the pack is empty');
  return value;
}
