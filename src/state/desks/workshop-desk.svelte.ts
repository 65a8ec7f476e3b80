import type { Answer } from '../../domain/registers/answer.ts';
import type { Agreed, RoomVote } from '../../domain/registers/assessment-state.ts';
import { currentRatings, opinionsOf } from '../../domain/assessment/opinions.ts';
import type { Forum } from '../../domain/registers/meeting.ts';
import { valueOfAnswer } from '../../domain/registers/rating.ts';
import type { Agenda, AgendaItem } from '../../domain/assessment/build-agenda.ts';
import { buildAgenda } from '../../domain/assessment/build-agenda.ts';
import type { Agreement } from '../../domain/consensus/measure-agreement.ts';
import { RANGE_TO_EXPLAIN } from '../../domain/consensus/measure-agreement.ts';
import { measureRoom } from '../../domain/consensus/measure-room.ts';
import { scaleOf } from '../../domain/framework/framework.ts';
import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import { buildRegister, parseRegister } from '../../domain/registers/register-address.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Change } from '../../domain/registers/make-changes.ts';

export interface AgreedFields {
  readonly answer: Answer;
  readonly rationale: string;
  readonly forum: Forum | null;
}

export interface RoomCount extends RoomVote {
  readonly agreement: Agreement;
}

/** The meeting: what is discussed in which order, what the room says, and what is agreed. */
export class WorkshopDesk {
  readonly #session: AssessmentSession;
  readonly agenda: Agenda = $derived.by(() =>
    buildAgenda(
      this.#session.framework,
      this.#session.assessment,
      this.#session.indicatorsInScope.map(({ id }) => id),
    ),
  );
  readonly #itemOf: ReadonlyMap<string, AgendaItem> = $derived.by(
    () =>
      new Map(
        [...this.agenda.sections.flatMap(({ items }) => items), ...this.agenda.settled, ...this.agenda.unrated].map(
          (item) => [item.indicator, item],
        ),
      ),
  );
  /** Taken once: agreeing on a level must not move the list under the room's feet. */
  readonly #byClass: readonly string[];
  readonly #settled: ReadonlySet<string>;
  /** What somebody put first, also while the meeting goes on, then all others by class. */
  readonly order: readonly string[] = $derived.by(() => {
    const known = new Set(this.#byClass);
    const first = (this.#session.assessment.round.programme?.order ?? []).filter(
      (id) => known.has(id) && !this.#settled.has(id),
    );
    return [...new Set([...first, ...this.#byClass])];
  });
  /** Which of the acts that can be undone are of this meeting, the first act being 1: what other screens did is left alone. */
  #own: readonly number[] = $state.raw([]);

  constructor(session: AssessmentSession) {
    this.#session = session;
    const { sections, settled, unrated } = this.agenda;
    this.#byClass = [...sections.flatMap(({ items }) => items), ...unrated, ...settled].map(
      ({ indicator }) => indicator,
    );
    this.#settled = new Set(settled.map(({ indicator }) => indicator));
  }

  itemOf(indicator: string): AgendaItem | undefined {
    return this.#itemOf.get(indicator);
  }

  /** Whether it may be shown whose opinion is whose: every vote given so far was opened. */
  isOpened(indicator: string): boolean {
    const latest = this.#latestVote(indicator);
    return latest > 0 && (this.#session.assessment.reveals.get(indicator) ?? 0) >= latest;
  }

  /** Shows whose opinion is whose from now on; the entry says who opened it and when. */
  open(indicator: string): void {
    const vote = Math.max(1, this.#latestVote(indicator));
    this.#write([{ register: buildRegister({ kind: 'reveal', indicator }), value: { vote } }]);
  }

  /** When the opinions were opened: ISO instant of the device; null while they are not. */
  openedAt(indicator: string): string | null {
    if (!this.isOpened(indicator)) return null;
    const register = buildRegister({ kind: 'reveal', indicator });
    const opened = this.#session.entries.filter((entry) => entry.register === register && 'at' in entry);
    return (
      opened
        .map((entry) => ('at' in entry ? entry.at : ''))
        .sort()
        .at(-1) ?? null
    );
  }

  /** Institutions by what they said, once it is opened; empty before. */
  namesOf(indicator: string): readonly { readonly institution: string; readonly answer: Answer }[] {
    if (!this.isOpened(indicator)) return [];
    return opinionsOf(this.#session.assessment, indicator).flatMap(({ institution, answer }) =>
      answer === null ? [] : [{ institution, answer }],
    );
  }

  /** Comments of the institutions; without a name until it is opened. */
  commentsOf(indicator: string): readonly { readonly institution: string | null; readonly text: string }[] {
    const opened = this.isOpened(indicator);
    return currentRatings(this.#session.assessment, indicator).flatMap(({ institution, comment }) =>
      comment === undefined || comment === '' ? [] : [{ institution: opened ? institution : null, text: comment }],
    );
  }

  roomOf(indicator: string): readonly RoomCount[] {
    const known = this.#session.framework.indicatorById.get(indicator);
    if (known === undefined) return [];
    const scale = scaleOf(this.#session.framework, known);
    return (this.#session.assessment.roomOpinions.get(indicator) ?? []).map((vote) => ({
      ...vote,
      agreement: measureRoom(scale, vote),
    }));
  }

  /** Keeps a count of opinions in the room as the next vote: rounds follow each other and none is overwritten. */
  saveRoom(indicator: string, levels: readonly (string | null)[]): void {
    const counts: Record<string, number> = {};
    let unknown = 0;
    for (const level of levels) {
      if (level === null) unknown += 1;
      else counts[level] = (counts[level] ?? 0) + 1;
    }
    const vote = (this.roomOf(indicator).at(-1)?.vote ?? 0) + 1;
    const register = buildRegister({ kind: 'room', vote, indicator });
    const value: JsonValue = unknown > 0 ? { counts, unknown } : { counts };
    this.#write([{ register, value }]);
  }

  /** Keeps the dots of one vote on priorities, by what stood on the ballot, as the next vote. */
  saveDots(counts: ReadonlyMap<string, number>): void {
    const vote = Math.max(0, ...this.#session.assessment.dots.keys()) + 1;
    this.#write(
      [...counts].map(([indicator, dots]) => ({
        register: buildRegister({ kind: 'vote', vote, indicator }),
        value: { dots },
      })),
    );
  }

  agreedOf(indicator: string): Agreed | undefined {
    return this.#session.assessment.agreed.get(indicator);
  }

  /** Whether the record must say why: positions of the institutions, or of the room at first, were far apart. */
  mustExplain(indicator: string): boolean {
    const ranges = [
      this.itemOf(indicator)?.agreement.range,
      ...this.roomOf(indicator).map((one) => one.agreement.range),
    ];
    return ranges.some((range) => range !== undefined && range !== null && range >= RANGE_TO_EXPLAIN);
  }

  /** Records what was agreed; refused without a reason where one is due. Nobody's own opinion is touched. */
  agree(indicator: string, { answer, rationale, forum }: AgreedFields): boolean {
    if (this.mustExplain(indicator) && rationale.trim() === '') return false;
    this.#writeAgreed(indicator, {
      answer: valueOfAnswer(answer),
      rationale: rationale.trim() === '' ? null : rationale.trim(),
      forum: forum === null ? null : { ...forum },
    });
    return true;
  }

  /** Nothing is agreed any more: level, reason and meeting go together. */
  takeBack(indicator: string): void {
    this.#writeAgreed(indicator, { answer: null, rationale: null, forum: null });
  }

  /** A reservation of one institution to what was agreed; '' takes it back. */
  reserve(indicator: string, institution: string, text: string): void {
    const register = buildRegister({ kind: 'reservation', institution, indicator });
    this.#write([{ register, value: text.trim() === '' ? null : text.trim() }]);
  }

  get canUndo(): boolean {
    return this.#own.includes(this.#session.undoableActs);
  }

  /** Undoes the last action of this meeting; the indicator that it was about, null where nothing was undone. */
  async undo(): Promise<string | null> {
    if (!this.canUndo) return null;
    const [undone] = (await this.#session.undo()).map(parseRegister);
    // A vote is about many: it is shown where it was.
    return undone !== undefined && undone.kind !== 'vote' && 'indicator' in undone ? undone.indicator : null;
  }

  /** The forum named last, so that it is typed once a meeting. */
  get lastForum(): Forum | null {
    const forums = [...this.#session.assessment.agreed.values()]
      .filter(({ forum }) => forum !== undefined)
      .sort((a, b) => ((a.answeredAt ?? '') < (b.answeredAt ?? '') ? -1 : 1));
    return forums.at(-1)?.forum ?? null;
  }

  #write(changes: readonly Change[]): void {
    const before = this.#session.undoableActs;
    void this.#session.write(changes);
    // In memory at once, or refused, or nothing new. What the key of every screen undid is no act any more.
    if (this.#session.undoableActs > before) this.#own = [...this.#own.filter((act) => act <= before), before + 1];
  }

  #writeAgreed(indicator: string, parts: Readonly<Record<'answer' | 'rationale' | 'forum', JsonValue>>): void {
    const register = (part: 'answer' | 'rationale' | 'forum') => buildRegister({ kind: 'agreed', indicator, part });
    this.#write([
      { register: register('answer'), value: parts.answer },
      { register: register('rationale'), value: parts.rationale },
      { register: register('forum'), value: parts.forum },
    ]);
  }

  #latestVote(indicator: string): number {
    const votes = currentRatings(this.#session.assessment, indicator).map(({ vote }) => vote);
    return votes.length === 0 ? 0 : Math.max(...votes);
  }
}
