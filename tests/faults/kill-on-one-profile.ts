import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Draw, KillScenario, MakeScenario, Verdict } from './kill-scenario.ts';
import type { KillablePage, StartKillablePage } from './killable-page.ts';
import type { WriteMessage } from './watch-writes.ts';
import { watchWrites } from './watch-writes.ts';
import { WriteLog } from './write-log.ts';

/** Work that writes nothing for so long keeps nothing, or the machine is too busy to work: no kill was made. */
const LONGEST_WITHOUT_WRITE_MS = 120_000;
const FIRST_GUESS_MS = 20;
/** A kill that comes too late brings the next ones forward, one in time puts them off: some seven of eight are in time. */
const TOO_LATE = 0.75;
const IN_TIME = 1.04;

export interface KillPlan {
  readonly start: StartKillablePage;
  readonly make: MakeScenario;
  /** Address of the build, to which the scenario's is added. */
  readonly url: string;
  readonly seed: number;
  /** The numbers of the kills in the run. */
  readonly kills: readonly number[];
}

/** A kill and what was found after it. */
export interface KillOutcome extends Verdict {
  readonly kill: number;
  /** After the opening of the write that was chosen. */
  readonly momentMs: number;
  /** Whether a write had opened of which the page had not told the end before it died. */
  readonly inside: boolean;
  /** From one kill to the next. */
  readonly seconds: number;
}

/** What is drawn hangs on the seed and the number of the kill only, so that a run can go on where it stopped. */
function drawsOf(seed: number, kill: number): Draw {
  const generator = xoroshiro128plus(seed * 1_000_003 + kill);
  return (below) => uniformInt(generator, 0, below - 1);
}

/** How long the work lasts, as far as is known, and how much of that is used. */
class Aim {
  #lengthMs = FIRST_GUESS_MS;
  #share = 1;

  learn(lengthMs: number | null): void {
    if (lengthMs !== null) this.#lengthMs = lengthMs;
  }

  note(inside: boolean): void {
    this.#share *= inside ? IN_TIME : TOO_LATE;
  }

  momentMs(draw: Draw): number {
    return (this.#lengthMs * this.#share * draw(1000)) / 1000;
  }
}

/** The browser from one start to its kill. */
class Life {
  readonly page: KillablePage;
  readonly log: WriteLog;
  readonly #scenario: KillScenario;

  private constructor(page: KillablePage, log: WriteLog, scenario: KillScenario) {
    this.page = page;
    this.log = log;
    this.#scenario = scenario;
  }

  static async start({ start, url }: KillPlan, profile: string, scenario: KillScenario): Promise<Life> {
    const log = new WriteLog(scenario);
    const onsay = (text: string) => {
      if (text.startsWith('{')) log.hear(JSON.parse(text) as WriteMessage);
      scenario.hear(text);
    };
    const page = await start(profile, { onsay, before: watchWrites });
    await page.open(`${url}${scenario.address}`);
    return new Life(page, log, scenario);
  }

  async judge(): Promise<Verdict> {
    try {
      return await this.#scenario.check(this.page);
    } catch (error) {
      return { outcome: 'fault', compared: 0, lost: [error instanceof Error ? error.message : String(error)] };
    }
  }

  /**
   * Works, and kills so long after the nth write has opened; resolves with whether a write was open, null when the work
   * wrote nothing.
   */
  async killAtWork(draw: Draw, momentMs: number): Promise<boolean | null> {
    const struck = new Promise<true>((resolve) => {
      const strike = () => {
        this.page.strike();
        resolve(true);
      };
      this.log.expect(this.#scenario.chooseWrite(draw), () => {
        if (momentMs < 1) strike();
        else setTimeout(strike, momentMs);
      });
    });
    let limit: NodeJS.Timeout | undefined;
    const nothingWritten = new Promise<false>((resolve) => {
      limit = setTimeout(() => resolve(false), LONGEST_WITHOUT_WRITE_MS);
    });
    // A browser that is dead cannot say that the work has begun.
    const begun = this.#scenario.begin(this.page, draw).catch(async (error: unknown) => {
      await Promise.race([struck, this.page.ended]);
      if (this.log.isWriting) return;
      throw error;
    });
    const written = await Promise.race([struck, nothingWritten, begun.then(() => struck)]);
    clearTimeout(limit);
    await this.end();
    return written ? this.log.isWriting : null;
  }

  async end(): Promise<void> {
    this.page.strike();
    await this.page.ended;
  }
}

/**
 * Kills again and again on one profile: each life of the browser is held against the last one, works, and is killed.
 * Returns early after a fault: what is half there is no ground for the next kill.
 */
export async function killOnOneProfile(plan: KillPlan, onoutcome: (outcome: KillOutcome) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-kills-'));
  const profile = path.join(folder, 'profile');
  mkdirSync(profile);
  const scenario = plan.make(folder);
  const aim = new Aim();
  let pending: Pick<KillOutcome, 'kill' | 'momentMs' | 'inside'> | null = null;
  let sinceMs = performance.now();
  try {
    for (const [index, kill] of [...plan.kills, null].entries()) {
      const life = await Life.start(plan, profile, scenario);
      try {
        if (pending !== null) {
          const verdict = await life.judge();
          const seconds = Math.round((performance.now() - sinceMs) / 100) / 10;
          sinceMs = performance.now();
          onoutcome({ ...pending, ...verdict, seconds });
          if (verdict.outcome === 'fault') return;
        }
        if (kill === null) return;
        if (index === 0) {
          await scenario.prepare(life.page);
          life.log.expect(Infinity, () => undefined);
          await scenario.rehearse(life.page);
          aim.learn(life.log.lengthMs);
        }
        const draw = drawsOf(plan.seed, kill);
        const momentMs = aim.momentMs(draw);
        const inside = await life.killAtWork(draw, momentMs);
        if (inside === null) throw new Error(`nothing was written within ${LONGEST_WITHOUT_WRITE_MS / 1000} s of work`);
        aim.note(inside);
        pending = { kill, momentMs: Math.round(momentMs), inside };
      } finally {
        await life.end();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
