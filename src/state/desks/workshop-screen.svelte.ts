import type { Scale } from '../../domain/framework/framework-schema.ts';
import { levelAt } from '../../domain/framework/framework.ts';
import type { WorkshopDesk } from './workshop-desk.svelte.ts';

/** What is docked below the levels; null: the keys. */
export type WorkshopPanel = 'room' | 'open' | 'agree' | 'reserve' | 'evidence';

/** What a key press asks of the screen. */
export type WorkshopKey =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: WorkshopPanel }
  | {
      readonly kind:
        | 'next'
        | 'previous'
        | 'nextClass'
        | 'timer'
        | 'languages'
        | 'otherLanguage'
        | 'theme'
        | 'vote'
        | 'ladder'
        | 'larger'
        | 'smaller'
        | 'undo'
        | 'store'
        | 'erase'
        | 'close';
    };

const [SMALLEST_TENTHS, LARGEST_TENTHS] = [5, 20];

interface ScreenInput {
  readonly desk: WorkshopDesk;
  /** The indicator on screen, from the address; null when there is nothing to show. */
  readonly shown: () => { readonly indicator: string; readonly scale: Scale } | null;
  readonly onmove: (indicator: string) => void;
  /** To the vote on priorities, which follows the last indicator. */
  readonly onvote: () => void;
  /** Another second language. */
  readonly onlanguage: () => void;
  /** From light to dark and back. */
  readonly ontheme: () => void;
}

/** The projector screen as a machine of keys: what is open, what was typed, where it goes next. */
export class WorkshopScreen {
  readonly #input: ScreenInput;
  panel: WorkshopPanel | null = $state.raw(null);
  /** Opinions in the room typed so far: level ids, null for don't know. */
  typed: readonly (string | null)[] = $state.raw([]);
  /** Level chosen to be agreed on. */
  chosen: string | null = $state.raw(null);
  timing = $state.raw(false);
  twoLanguages = $state.raw(false);
  /** The whole ladder instead of the positions on it. */
  showsLadder = $state.raw(false);
  /** Size of the text against that of a projector: 1 is 28 pixels or more. */
  size = $state.raw(1);

  constructor(input: ScreenInput) {
    this.#input = input;
  }

  /** Opens a panel, or closes it when it is open; null closes. */
  toggle(wanted: WorkshopPanel | null): void {
    this.panel = this.panel === wanted ? null : wanted;
    this.typed = [];
    this.chosen = this.panel === 'agree' ? this.#levelToPropose() : null;
  }

  /** So many places on in the order of the meeting, and after its last one to the vote, from which the way back leads there. */
  go(steps: number): void {
    const { desk, shown } = this.#input;
    const last = desk.order.at(-1);
    const here = shown()?.indicator;
    if (here === undefined) return steps < 0 ? this.show(last) : undefined;
    if (steps > 0 && here === last) return this.vote();
    this.show(desk.order[desk.order.indexOf(shown()?.indicator ?? '') + steps]);
  }

  /** Another indicator of the meeting; stays where there is no such one. */
  show(indicator: string | undefined): void {
    const { desk, shown, onmove } = this.#input;
    if (indicator === undefined || indicator === shown()?.indicator || !desk.order.includes(indicator)) return;
    this.#leave();
    onmove(indicator);
  }

  vote(): void {
    this.#leave();
    this.#input.onvote();
  }

  /** To the first indicator of the next class. */
  goToNextClass(): void {
    const { desk, shown } = this.#input;
    const place = desk.order.indexOf(shown()?.indicator ?? '');
    const classOf = (id: string | undefined) => desk.itemOf(id ?? '')?.agreement.class ?? null;
    const next = desk.order.find((id, index) => index > place && classOf(id) !== classOf(desk.order[place]));
    this.show(next);
  }

  press(key: WorkshopKey): void {
    switch (key.kind) {
      case 'digit':
        return this.#digit(key.digit);
      case 'next':
        return this.go(1);
      case 'previous':
        return this.go(-1);
      case 'nextClass':
        return this.goToNextClass();
      case 'timer':
        this.timing = !this.timing;
        return;
      case 'languages':
        this.twoLanguages = !this.twoLanguages;
        return;
      case 'otherLanguage':
        this.twoLanguages = true;
        return this.#input.onlanguage();
      case 'theme':
        return this.#input.ontheme();
      case 'vote':
        return this.vote();
      case 'ladder':
        this.showsLadder = !this.showsLadder;
        return;
      case 'larger':
      case 'smaller':
        return this.#resize(key.kind === 'larger' ? 1 : -1);
      case 'erase':
        this.typed = this.typed.slice(0, -1);
        return;
      case 'undo':
        return void this.#undo();
      case 'store':
        return this.#store();
      case 'close':
        return this.toggle(null);
      default:
        return this.toggle(key.kind);
    }
  }

  /** What is taken back is shown. */
  async #undo(): Promise<void> {
    this.show((await this.#input.desk.undo()) ?? undefined);
  }

  #resize(steps: number): void {
    const tenths = Math.round(this.size * 10) + steps;
    if (tenths >= SMALLEST_TENTHS && tenths <= LARGEST_TENTHS) this.size = tenths / 10;
  }

  #leave(): void {
    this.toggle(null);
    this.timing = false;
  }

  /** What is agreed; else the provisional level, where nothing has to be explained first. */
  #levelToPropose(): string | null {
    const { desk, shown } = this.#input;
    const indicator = shown()?.indicator ?? '';
    const agreed = desk.agreedOf(indicator)?.answer;
    if (agreed !== undefined) return agreed.state === 'level' ? agreed.level : null;
    const provisional = desk.itemOf(indicator)?.agreement.provisional;
    return provisional?.state === 'level' && !desk.mustExplain(indicator) ? provisional.level : null;
  }

  #levelOfAll(indicator: string): boolean {
    const { desk } = this.#input;
    return desk.itemOf(indicator)?.agreement.class === 'unanimous' && desk.agreedOf(indicator)?.answer === undefined;
  }

  #digit(position: number): void {
    const scale = this.#input.shown()?.scale;
    const level = position === 0 || scale === undefined ? null : levelAt(scale, position)?.id;
    if (level === undefined) return;
    if (this.panel === 'room') this.typed = [...this.typed, level];
    else if (this.panel === 'agree' && level !== null) this.chosen = level;
  }

  #store(): void {
    const indicator = this.#input.shown()?.indicator;
    if (indicator === undefined) return;
    // Where all say the same, Enter proposes it.
    if (this.panel === null && this.#levelOfAll(indicator)) return this.toggle('agree');
    if (this.panel === 'open') this.#input.desk.open(indicator);
    else if (this.panel === 'room' && this.typed.length > 0) this.#input.desk.saveRoom(indicator, this.typed);
    else return;
    this.toggle(null);
  }
}
