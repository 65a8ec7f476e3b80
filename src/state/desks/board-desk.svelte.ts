import type { BoardPlace, BoardStep } from '../../domain/gaps/board-place.ts';
import { boardPlace } from '../../domain/gaps/board-place.ts';
import type { DotResult } from '../../domain/gaps/count-dots.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { BoardSession } from './measure-desk.svelte.ts';
import { MeasureDesk } from './measure-desk.svelte.ts';

export type Scale = 'impact' | 'ease';
const SCALES: readonly Scale[] = ['impact', 'ease'];
const NONE_GIVEN = { scales: [], undone: [] };
const OF_GAP = [...SCALES, 'kept'] as const;

/** Gaps on the desk: one in hand, some ticked, their places on the board, and the measures that they come to. */
export class BoardDesk {
  readonly #session: BoardSession;
  readonly measures: MeasureDesk;
  #taken: string | null = $state.raw(null);
  #ticked: ReadonlySet<string> = $state.raw(new Set());
  /** Scales that were given since the gap was taken in hand, or since another was ticked; none after what was undone then. */
  #givenSince: { readonly scales: readonly Scale[]; readonly undone: readonly string[] } = $state.raw(NONE_GIVEN);
  /** The gap in hand came from the list: when it is weighed the next one is taken. */
  #goesOn = $state.raw(true);

  /** Gaps that are open, in the framework's order. */
  readonly gaps: readonly ReportIndicator[] = $derived.by(() =>
    this.#session.report.indicators.filter(({ gap, status }) => status !== 'out-of-scope' && gap !== null && gap > 0),
  );
  readonly #places: ReadonlyMap<string, BoardPlace> = $derived.by(() => {
    const places = this.gaps.map((one) => [one.id, boardPlace(one)] as const);
    return new Map(places.flatMap(([id, place]) => (place === null ? [] : [[id, place] as const])));
  });
  readonly toWeigh: readonly ReportIndicator[] = $derived.by(() => this.gaps.filter(({ id }) => !this.#places.has(id)));
  /** Those that have a place: kept ones first, then by rank. */
  readonly weighed: readonly ReportIndicator[] = $derived.by(() => {
    const ranks = new Map(this.#session.report.ranking.ranked.map((id, index) => [id, index]));
    const rankOf = ({ id }: ReportIndicator) => ranks.get(id) ?? 0;
    return this.gaps
      .filter(({ id }) => this.#places.has(id))
      .sort((a, b) => Number(b.kept) - Number(a.kept) || rankOf(a) - rankOf(b));
  });
  /** The one in hand: the one taken, else the first that waits; null where all are weighed and none is taken. */
  readonly hand: ReportIndicator | null = $derived.by(() => {
    const known = this.#session.report.indicators.find(({ id }) => id === this.#taken);
    return known === undefined || known.status === 'out-of-scope' ? (this.toWeigh[0] ?? null) : known;
  });
  readonly ticked: readonly ReportIndicator[] = $derived.by(() => this.gaps.filter(({ id }) => this.#ticked.has(id)));
  /** What an act is about: those ticked, else the one in hand where it has a gap. */
  readonly chosen: readonly ReportIndicator[] = $derived.by(() => {
    if (this.ticked.length > 0) return this.ticked;
    return this.gaps.filter(({ id }) => id === this.hand?.id);
  });

  /** Gaps by what the last vote proposes for them. */
  readonly #dots: ReadonlyMap<string, DotResult> = $derived.by(
    () => new Map(this.#session.report.vote?.results.map((one) => [one.indicator, one])),
  );
  /** Gaps without an impact for which the last vote proposes one. */
  readonly proposed: readonly ReportIndicator[] = $derived.by(() =>
    this.gaps.filter(({ id, impact }) => impact === null && (this.#dots.get(id)?.impact ?? null) !== null),
  );

  constructor(session: BoardSession, taken: string | null = null) {
    this.#session = session;
    this.measures = new MeasureDesk(session);
    if (taken !== null) this.take(taken);
  }

  get #given(): readonly Scale[] {
    const { scales, undone } = this.#givenSince;
    return undone === this.#session.undone ? scales : [];
  }

  get mayDecide(): boolean {
    return this.measures.mayDecide;
  }

  /** The scale that a digit is for. */
  get scale(): Scale {
    return this.#given.includes('impact') ? 'ease' : 'impact';
  }

  get chosenIds(): readonly string[] {
    return this.chosen.map(({ id }) => id);
  }

  placeOf(id: string): BoardPlace | null {
    return this.#places.get(id) ?? null;
  }

  gapsAt({ impact, ease }: BoardPlace): readonly ReportIndicator[] {
    return this.weighed.filter(({ id }) => {
      const place = this.#places.get(id);
      return place?.impact === impact && place.ease === ease;
    });
  }

  isTicked(id: string): boolean {
    return this.#ticked.has(id);
  }

  /** Takes one in hand; null the first that waits. */
  take(id: string | null): void {
    if (id === this.#taken) return;
    this.#taken = id;
    this.#givenSince = NONE_GIVEN;
    this.#goesOn = id === null || !this.#places.has(id);
  }

  /** Ticks one or unticks it, to act on several at once. */
  tick(id: string): void {
    const ticked = new Set(this.#ticked);
    if (!ticked.delete(id)) ticked.add(id);
    this.#ticked = ticked;
    this.#givenSince = NONE_GIVEN;
  }

  untickAll(): void {
    this.#ticked = new Set();
    this.#givenSince = NONE_GIVEN;
  }

  /** The next of the list, the first after the last; null where no other waits. */
  get following(): string | null {
    return this.#followingWithout(this.hand === null ? [] : [this.hand.id]);
  }

  #followingWithout(left: readonly string[]): string | null {
    const order = this.gaps.map(({ id }) => id);
    const from = order.indexOf(this.hand?.id ?? '') + 1;
    const waits = new Set(this.toWeigh.map(({ id }) => id));
    return [...order.slice(from), ...order.slice(0, from)].find((id) => waits.has(id) && !left.includes(id)) ?? null;
  }

  /** Gives the chosen gaps a step of one scale. After both scales it goes on to the next of the list. */
  weigh(scale: Scale, step: BoardStep): void {
    const { chosen } = this;
    if (!this.mayDecide || chosen.length === 0) return;
    const given = [...this.#given, scale];
    // Two keys a gap, always: where there was an ease already, the second key is not for the next one.
    const isWhole = scale === 'ease' ? chosen.every(({ impact }) => impact !== null) : given.includes('ease');
    if (!isWhole) {
      this.#taken ??= this.hand?.id ?? null;
      this.#givenSince = { scales: given, undone: this.#session.undone };
    }
    this.#decide(this.chosenIds, { [scale]: step }, isWhole);
  }

  /** What the last vote on priorities gave a gap; null where it was not on the ballot. */
  dotsOf(id: string): DotResult | null {
    return this.#dots.get(id) ?? null;
  }

  /** Gives gaps the impact that the last vote proposes for each, in one act; those without a proposal stay as they are. */
  takeProposed(ids: readonly string[]): void {
    const proposals = ids.flatMap((indicator) => {
      const impact = this.#dots.get(indicator)?.impact ?? null;
      return impact === null ? [] : [{ indicator, impact }];
    });
    const [only] = proposals;
    if (proposals.length === 1 && only !== undefined && this.chosenIds.join() === only.indicator)
      return this.weigh('impact', only.impact);
    this.measures.write(
      proposals.map(({ indicator, impact }) => ({
        register: buildRegister({ kind: 'impact', indicator }),
        value: impact,
      })),
    );
  }

  /** Puts gaps on a field of the board. */
  place(ids: readonly string[], place: BoardPlace): void {
    if (this.mayDecide) this.#decide(ids, place, true);
  }

  #decide(ids: readonly string[], steps: Partial<BoardPlace>, isWhole: boolean): void {
    const goesOn = isWhole && this.#goesOn && ids.includes(this.hand?.id ?? '');
    const next = goesOn ? this.#followingWithout(ids) : null;
    this.measures.write(
      ids.flatMap((indicator) =>
        SCALES.flatMap((kind) => {
          const value = steps[kind];
          return value === undefined ? [] : [{ register: buildRegister({ kind, indicator }), value }];
        }),
      ),
    );
    if (isWhole) this.untickAll();
    if (goesOn) this.take(next);
  }

  /** Takes back what was decided of gaps: they wait in the list again. */
  takeBack(ids: readonly string[]): void {
    const { measures } = this;
    measures.write([
      ...measures.outOfWritten(ids),
      ...ids.flatMap((indicator) =>
        OF_GAP.map((kind) => ({ register: buildRegister({ kind, indicator }), value: null })),
      ),
    ]);
    this.untickAll();
    this.#taken = ids[0] ?? null;
    this.#goesOn = true;
  }
}
