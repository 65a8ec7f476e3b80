import type { OpenCell, SettledCell } from '../domain/intake/open-cells.ts';
import { settleCell } from '../domain/intake/open-cells.ts';
import type { Newcomer } from '../domain/institutions/newcomers.ts';
import { journalOf } from '../domain/journal/merge.ts';
import type { Problem } from '../domain/problem.ts';
import type { FileFacts } from '../domain/returns/returned-form.ts';
import { NO_FACTS } from '../domain/returns/returned-form.ts';
import type { NamedContent } from '../file/read-given-file.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { Library } from './library.svelte.ts';
import type { MergeFileLine, MergePlan, ReadFile } from './merge-plan.ts';
import { problemOfWrite } from './problem-of-write.ts';
import { asReadFile, planMerge } from './merge-plan.ts';
import type { Reading } from './reading-desk.svelte.ts';
import { ReadingDesk } from './reading-desk.svelte.ts';

/** How much a merge brought. */
interface TakenIn {
  readonly entries: number;
  readonly documents: number;
}

/** Takes in what institutions send back: many files, one preview, one write, one undo. */
export class MergeDesk {
  readonly #session: AssessmentSession;
  readonly #library: Library;
  readonly #desk: ReadingDesk;
  #plan: MergePlan | null = $state.raw(null);
  #undoProblems: readonly Problem[] = $state.raw([]);
  #taken: TakenIn | null = $state.raw(null);
  #problem: Problem | null = $state.raw(null);
  #contents: readonly NamedContent[] = [];
  /** By the number of the file. */
  #settled = new Map<number, readonly SettledCell[]>();
  /** By newcomer, whom a person said that it is; null for another institution. */
  #meant: ReadonlyMap<string, string | null> = $state.raw(new Map());

  constructor(session: AssessmentSession, library: Library, desk = new ReadingDesk()) {
    this.#desk = desk;
    this.#session = session;
    this.#library = library;
  }

  /** The files as they were read, until they are taken in or put away. */
  get plan(): MergePlan | null {
    return this.#plan;
  }

  /** How far reading is; null where nothing is being read. */
  get reading(): Reading | null {
    return this.#desk.reading;
  }

  /** What the last merge of this page brought; null without one, or when it was undone. */
  get taken(): TakenIn | null {
    return this.#taken;
  }

  /** Why the files could not be taken in. */
  get problem(): Problem | null {
    return this.#problem;
  }

  get undoProblems(): readonly Problem[] {
    return this.#undoProblems;
  }

  /** Reads files and says what taking them in would do; writes nothing. */
  async read(files: readonly File[]): Promise<void> {
    this.putAway();
    const given = files.map((file) => ({ file, fileName: file.name, use: 'return', passphrase: null }) as const);
    const contents = await this.#desk.read(given);
    if (contents === null) return;
    this.#contents = contents;
    this.#settled = new Map();
    this.#meant = new Map();
    await this.#replan();
    // The same name is the same institution until somebody says otherwise.
    const same = this.#plan?.newcomers.filter(({ isSameName }) => isSameName) ?? [];
    for (const newcomer of same) await this.mean(newcomer, true);
  }

  /** Whether a newcomer is the institution here that it looks like; null as long as nobody said. */
  isSame({ id }: Newcomer): boolean | null {
    const meant = this.#meant.get(id);
    return meant === undefined ? null : meant !== null;
  }

  /** Newcomers of whom nobody said whether they are institutions that are here. */
  get unsettled(): number {
    return this.#plan?.newcomers.filter((one) => this.isSame(one) === null).length ?? 0;
  }

  /** Says whether a newcomer is the institution that it looks like. Writes nothing. */
  async mean({ id, other }: Newcomer, isSame: boolean): Promise<void> {
    this.#meant = new Map([...this.#meant, [id, isSame ? other : null]]);
    await this.#replan();
  }

  /** Enters something in the place of a cell that could not be read; null leaves it open again. Writes nothing. */
  async settle(file: MergeFileLine, cell: OpenCell, value: string | null): Promise<void> {
    const index = this.#plan?.files.indexOf(file) ?? -1;
    if (index === -1) return;
    this.#settled.set(index, settleCell(this.#settled.get(index) ?? [], cell, value));
    await this.#replan();
  }

  async #replan(): Promise<void> {
    this.#problem = await problemOfWrite(async () => (this.#plan = await this.#planOf(this.#contents)));
  }

  async #planOf(contents: readonly NamedContent[]): Promise<MergePlan> {
    const read = await Promise.all(contents.map((one, index) => this.#take(one, this.#settled.get(index) ?? [])));
    const { identity: assessment, framework, entries, damagedTexts } = this.#session;
    const mine = { assessment, framework, journal: journalOf(entries, damagedTexts) };
    const held = await this.#library.documents.sizes(assessment.id);
    const same = new Map([...this.#meant].flatMap(([id, other]) => (other === null ? [] : [[id, other] as const])));
    return planMerge(mine, read, this.#session.nowMs(), held, () => this.#session.newId(), same);
  }

  /** Ends reading: nothing was written, and nothing is kept of it. */
  stop(): void {
    this.#desk.stop();
  }

  async #take(
    { fileName, content, facts = NO_FACTS }: NamedContent,
    settled: readonly SettledCell[],
  ): Promise<ReadFile> {
    if (!content.ok) return asReadFile(fileName, content);
    if (content.value.kind === 'assessment')
      return asReadFile(fileName, { ...content, value: content.value.file }, facts);
    if (content.value.kind === 'sheet') return this.#takeSheet(fileName, content.value.text, facts);
    if (content.value.kind !== 'workbook') throw new Error(`no return is a ${content.value.kind}`);
    const { takeInReturn } = await import('../domain/workbook/take-in-return.ts');
    const { identity: assessment, framework, assessment: state } = this.#session;
    const target = { assessment, framework, institutions: state.institutions };
    const side = takeInReturn(content.value.sheets, target, facts, settled);
    if (!side.ok) return asReadFile(fileName, side);
    const { institution, taken, open } = side.value;
    const intake = { taken, open, settled };
    return { fileName, problems: [], notices: side.advice, side: side.value, institution, intake, evidence: new Map() };
  }

  async #takeSheet(fileName: string, text: string, facts: FileFacts): Promise<ReadFile> {
    const [{ readAnswerSheet }, { sheetSide }] = await Promise.all([
      import('../file/answer-sheet.ts'),
      import('../domain/intake/sheet-side.ts'),
    ]);
    const { identity: assessment, framework, assessment: state, journalState: journal } = this.#session;
    const sheet = readAnswerSheet(text, framework);
    if (!sheet.ok) return asReadFile(fileName, sheet);
    const nextId = () => this.#session.newId();
    const target = { institutions: state.institutions, journal, nowMs: this.#session.nowMs(), nextId };
    const { institution, entries, said, taken, open, advice } = sheetSide(sheet.value, target);
    const changed = new Set(entries.map(({ register }) => register));
    const returned = { form: 'workbook', ...facts, said, seen: new Set<string>(), changed } as const;
    const side = {
      assessment,
      framework,
      journal: journalOf(entries),
      ...(institution === null ? {} : { returned: { ...returned, institution } }),
    };
    const notices = [...sheet.advice, ...advice];
    return {
      fileName,
      problems: [],
      notices,
      side,
      institution,
      intake: { taken, open, settled: [] },
      evidence: new Map(),
    };
  }

  putAway(): void {
    this.#problem = null;
    this.#plan = null;
    this.#contents = [];
  }

  /** Takes in what can be, in one write; where that fails nothing of it was written, and it can be tried again. */
  async confirm(): Promise<void> {
    const plan = this.#plan;
    if (plan === null) return;
    this.#problem = await problemOfWrite(() => this.#library.takeIn(this.#session, plan.journal, plan.evidence));
    if (this.#problem !== null) return;
    this.#taken = { entries: plan.freshEntries, documents: plan.documents };
    this.#undoProblems = [];
    this.putAway();
  }

  /** Takes out exactly what the last merge brought in, or says what builds on it since. */
  async undo(): Promise<void> {
    let found: readonly Problem[] = [];
    const failed = await problemOfWrite(async () => (found = await this.#library.undoMerge()));
    this.#undoProblems = failed === null ? found : [failed];
    if (this.#undoProblems.length === 0) this.#taken = null;
  }
}
