import type { SheetOfAnswers } from '../../domain/intake/map-columns.ts';
import type { OpenCell } from '../../domain/intake/open-cells.ts';
import { settleCell } from '../../domain/intake/open-cells.ts';
import type { Newcomer } from '../../domain/institutions/newcomers.ts';
import type { Problem } from '../../domain/problem.ts';
import type { JournalState } from '../../domain/registers/fold.ts';
import type { MergeFileLine, MergePlan } from '../../exchange/merge-plan.ts';
import { MergePlanner } from '../../exchange/merge-plan.ts';
import type { ReadFile } from '../../exchange/read-file.ts';
import { returnedSide } from '../../exchange/returned-side.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { IntakeLibrary } from './intake-desk.svelte.ts';
import { IntakeDesk } from './intake-desk.svelte.ts';
import type { Library } from '../library/library.svelte.ts';
import type { ChosenContent, Reading } from '../library/reading-desk.svelte.ts';
import { ReadingDesk } from '../library/reading-desk.svelte.ts';
import { placeOf, sideOf } from '../library/return-place.ts';

/** Why a table is refused that is none of ours. */
const FOREIGN: ReadonlySet<string> = new Set(['file.isSheet', 'workbook.noKey', 'sheet.missingColumn']);
/** With lines above it a table of text is not seen as one. */
const isForeignTable = ({ fileName, problems }: MergeFileLine) =>
  problems.some(({ code }) => FOREIGN.has(code) || (code === 'file.notZip' && /\.(csv|tsv|txt)$/i.test(fileName)));

/** Takes in what institutions send back: many files, one preview, one write, one undo. */
export class MergeDesk extends IntakeDesk {
  readonly #documents: Pick<Library['documents'], 'sizes'>;
  readonly #desk: ReadingDesk;
  #contents: readonly ChosenContent[] = [];
  #read: readonly ReadFile[] = [];
  /** By newcomer, whom a person said that it is; null for another institution. */
  #meant: ReadonlyMap<string, string | null> = $state.raw(new Map());
  /** Plans again without looking at everything again, as long as nothing else is written here. */
  #planner: { readonly here: JournalState; readonly merges: MergePlanner } | null = null;

  constructor(
    session: AssessmentSession,
    library: IntakeLibrary & { readonly documents: Pick<Library['documents'], 'sizes'> },
    desk = new ReadingDesk(),
  ) {
    super(session, library);
    this.#documents = library.documents;
    this.#desk = desk;
  }

  /** How far reading is; null where nothing is being read. */
  get reading(): Reading | null {
    return this.#desk.reading;
  }

  /** Reads files and says what taking them in would do; writes nothing. */
  async read(files: readonly File[]): Promise<void> {
    this.putAway();
    const given = files.map((file) => ({ file, fileName: file.name, use: 'return', passphrase: null }) as const);
    const contents = await this.#desk.read(given);
    if (contents === null) return;
    const place = placeOf(this.session);
    this.#contents = contents;
    await this.show(() => this.#planOf(contents.map((one) => returnedSide(one, place))));
    // The same name is the same institution until somebody says otherwise.
    const same = this.plan?.newcomers.filter(({ isSameName }) => isSameName) ?? [];
    if (same.length > 0) await this.#say(same.map(({ id, other }) => [id, other]));
  }

  /** Whether a newcomer is the institution here that it looks like; null as long as nobody said. */
  isSame({ id }: Newcomer): boolean | null {
    const meant = this.#meant.get(id);
    return meant === undefined ? null : meant !== null;
  }

  /** Newcomers of whom nobody said whether they are institutions that are here. */
  get unsettled(): number {
    return this.plan?.newcomers.filter((one) => this.isSame(one) === null).length ?? 0;
  }

  /** Says whether a newcomer is the institution that it looks like. Writes nothing. */
  async mean({ id, other }: Newcomer, isSame: boolean): Promise<void> {
    await this.#say([[id, isSame ? other : null]]);
  }

  async #say(meant: readonly (readonly [string, string | null])[]): Promise<void> {
    this.#meant = new Map([...this.#meant, ...meant]);
    await this.show(() => this.#planOf(this.#read));
  }

  /** Enters something in the place of a cell that could not be read; null leaves it open again. Writes nothing. */
  async settle(file: MergeFileLine, cell: OpenCell, value: string | null): Promise<void> {
    const index = this.plan?.files.indexOf(file) ?? -1;
    const content = this.#contents[index];
    if (content === undefined) return;
    const settled = settleCell(file.intake?.settled ?? [], cell, value);
    await this.#put(index, returnedSide(content, placeOf(this.session), settled));
  }

  /** Files, also those in a zip, with a table that is none of ours: a person can say which column is which. */
  get mappable(): readonly ChosenContent[] {
    const refused = this.plan?.files.map(isForeignTable) ?? [];
    return this.#contents.filter((_, index) => refused[index] === true);
  }

  /** Takes a file as the answer sheet that its columns were made into, with what its table advised. Writes nothing. */
  async readAs(table: ChosenContent, value: SheetOfAnswers, advice: readonly Problem[] = []): Promise<void> {
    const index = this.#contents.indexOf(table);
    if (index === -1) return;
    const content: ChosenContent = { ...table, content: { ok: true, value, advice } };
    this.#contents = this.#contents.map((one, at) => (at === index ? content : one));
    await this.#put(index, returnedSide(content, placeOf(this.session)));
  }

  #put(index: number, read: ReadFile): Promise<void> {
    return this.show(() => this.#planOf(this.#read.map((one, at) => (at === index ? read : one))));
  }

  async #planOf(read: readonly ReadFile[]): Promise<MergePlan> {
    const { session } = this;
    this.#read = read;
    const held = await this.#documents.sizes(session.identity.id);
    const here = session.journalState;
    if (this.#planner?.here !== here) {
      const random = () => session.newId();
      const merges = new MergePlanner({ mine: sideOf(session), nowMs: session.nowMs(), held, random });
      this.#planner = { here, merges };
    }
    const same = new Map([...this.#meant].flatMap(([id, other]) => (other === null ? [] : [[id, other] as const])));
    return this.#planner.merges.plan(read, same);
  }

  /** Ends reading: nothing was written, and nothing is kept of it. */
  stop(): void {
    this.#desk.stop();
  }

  override putAway(): void {
    super.putAway();
    this.#contents = this.#read = [];
    this.#meant = new Map();
    this.#planner = null;
  }
}
