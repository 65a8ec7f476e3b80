import { getContext, setContext } from 'svelte';
import type { Crosswalk } from '../../domain/framework/crosswalk-schema.ts';
import type { DraftPart, DraftPlace } from '../../domain/framework/draft/draft-places.ts';
import { placeOfProblem, textPathOf } from '../../domain/framework/draft/draft-places.ts';
import { pathOfNode } from '../../domain/framework/draft/draft-nodes.ts';
import { wordsAt } from '../../domain/framework/draft/draft-words.ts';
import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import { keyOfPart } from '../../domain/framework/draft/outline-draft.ts';
import { laddersOf } from '../../domain/framework/check-starts.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { listIndicators } from '../../domain/framework/framework.ts';
import type { MethodPreset } from '../../domain/framework/method-preset.ts';
import type { Problem, ProblemPath } from '../../domain/problem.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { DraftChecker } from '../../state/desks/draft-checker.svelte.ts';
import type { FrameworkDesk } from '../../state/desks/framework-desk.svelte.ts';
import { wordDraftProblem } from './word-draft-problem.ts';

/** What the end side shows of the chosen part. */
export const PANELS = ['write', 'preview', 'problems', 'version'] as const;
export type Panel = (typeof PANELS)[number];

export interface PlacedProblem {
  readonly problem: Problem;
  readonly place: DraftPlace;
}

/** A name for the field at a place: what a click on its problem looks for. */
export function fieldName(language: string | null, field: ProblemPath): string {
  return [language ?? '', ...field].join('/');
}

/** What the editor asks for beside the draft. */
export interface EditorSources {
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;
  /** Official ways of counting, by id. */
  readonly presets: () => Promise<ReadonlyMap<string, MethodPreset>>;
  /** Every framework on this computer. */
  readonly others: () => Promise<readonly Framework[]>;
}

/** What is looked at in the editor: the part, the side, the languages, and which problem is where. */
export class EditorView {
  readonly desk: FrameworkDesk;
  readonly checker: DraftChecker;
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;
  /** Official ways of counting, once somebody asks for them. */
  readonly presets: EditorSources['presets'];
  part: DraftPart = $state.raw({ kind: 'section', id: 'about' });
  panel: Panel = $state('write');
  /** Codes; the second is null where the framework has one language, or one is enough. */
  languages: readonly [string, string | null] = $state.raw(['en', null]);
  /** Where the next field is to be found, once it is drawn. */
  wanted: DraftPlace | null = $state.raw(null);
  /** Where the problem is that was chosen, if its page has no field for it. */
  withoutField: DraftPlace | null = $state.raw(null);

  /** The path of the chosen part in framework.json; null where it went. */
  readonly structurePath: ProblemPath | null = $derived.by(() =>
    this.part.kind === 'section' ? [] : pathOfNode(this.desk.draft.structure, this.part),
  );
  readonly placed: readonly PlacedProblem[] = $derived.by(() => {
    const checked = this.checker.checked;
    if (checked === null) return [];
    return (this.checker.problems ?? []).map((problem) => ({ problem, place: placeOfProblem(checked, problem) }));
  });
  /** Of all parts: what has to be put right, and what is advised. */
  readonly errors: readonly PlacedProblem[] = $derived(
    this.placed.filter(({ problem }) => problem.severity === 'error'),
  );
  readonly remarks: readonly PlacedProblem[] = $derived(
    this.placed.filter(({ problem }) => problem.severity !== 'error'),
  );
  readonly #byField: ReadonlyMap<string, readonly Problem[]> = $derived.by(() => {
    const found = new Map<string, Problem[]>();
    for (const { problem, place } of this.placed) {
      // What is wrong with one of a list stands at the field of the list, too.
      const ofList = typeof place.field.at(-1) === 'number' ? [place.field.slice(0, -1)] : [];
      for (const field of [place.field, ...ofList]) {
        const key = `${keyOfPart(place.part)}|${fieldName(place.language, field)}`;
        found.set(key, [...(found.get(key) ?? []), problem]);
      }
    }
    return found;
  });
  /** How many errors and how many remarks a part has itself, by `keyOfPart`. */
  readonly counts: ReadonlyMap<string, { readonly errors: number; readonly remarks: number }> = $derived.by(() => {
    const found = new Map<string, { errors: number; remarks: number }>();
    for (const { problem, place } of this.placed) {
      const count = found.get(keyOfPart(place.part)) ?? { errors: 0, remarks: 0 };
      if (problem.severity === 'error') count.errors += 1;
      else count.remarks += 1;
      found.set(keyOfPart(place.part), count);
    }
    return found;
  });

  #isAsked = false;
  /** Other frameworks on this computer by id, once somebody asked for them. */
  #others: ReadonlyMap<string, Framework> | null = $state.raw(null);
  readonly #readOthers: () => Promise<readonly Framework[]>;

  constructor(desk: FrameworkDesk, checker: DraftChecker, { crosswalks, presets, others }: EditorSources) {
    this.desk = desk;
    this.checker = checker;
    this.crosswalks = crosswalks;
    this.presets = presets;
    this.#readOthers = others;
    if (listIndicators(desk.draft.structure).some(({ proposedFrom }) => proposedFrom !== undefined)) this.loadOthers();
  }

  get others(): ReadonlyMap<string, Framework> | null {
    return this.#others;
  }

  /** Asks for the other frameworks, once: what a start is proposed from is checked and shown from then on. */
  loadOthers(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#readOthers().then(
      (all) => {
        // The newest of each stands last.
        this.#others = new Map(all.map((one) => [one.id, one]));
        this.checker.learn({ ladders: laddersOf([...this.#others.values()].map(({ structure }) => structure)) });
      },
      // Without them nothing is checked against them, and they can be asked for again.
      () => (this.#isAsked = false),
    );
  }

  get draft(): FrameworkDraft {
    return this.desk.draft;
  }

  /** The path of the chosen part in the texts of a language. */
  get textPath(): ProblemPath {
    return textPathOf(this.part);
  }

  /** Words at a path of the texts, in a language, else in the source language; '' where neither has any. */
  wordsIn(code: string, path: ProblemPath): string {
    return wordsAt(this.draft, code, path) || wordsAt(this.draft, this.draft.structure.sourceLanguage, path);
  }

  choose(part: DraftPart): void {
    this.part = part;
    this.wanted = null;
    this.withoutField = null;
    if (this.panel !== 'preview') this.panel = 'write';
  }

  /** Shows the field of a problem: its part, its language, and the field itself. */
  goTo(place: DraftPlace): void {
    const { language } = place;
    if (language !== null && !this.languages.includes(language)) this.languages = [this.languages[0], language];
    this.part = place.part;
    this.panel = 'write';
    this.withoutField = null;
    // A place that was looked for before is looked for again.
    this.wanted = { ...place };
  }

  /** Whether a field of a part is looked for that fits. */
  wants(part: DraftPart, fits: (place: DraftPlace) => boolean): boolean {
    return this.wanted !== null && keyOfPart(this.wanted.part) === keyOfPart(part) && fits(this.wanted);
  }

  /** What is wrong with a field of the chosen part, in words; null for nothing. */
  faultAt(localiser: Localiser, language: string | null, field: ProblemPath): string | null {
    const found = this.#byField.get(`${keyOfPart(this.part)}|${fieldName(language, field)}`) ?? [];
    const words = found.map((problem) => wordDraftProblem(localiser, this.draft, problem));
    return words.length === 0 ? null : [...new Set(words)].join(' ');
  }
}

const KEY = Symbol('editor');

export function provideEditor(view: EditorView): void {
  setContext(KEY, view);
}

export function useEditor(): EditorView {
  const view = getContext<EditorView | undefined>(KEY);
  if (view === undefined) throw new Error('no framework is being written above this component');
  return view;
}
