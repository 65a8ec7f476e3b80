import type { KillablePage } from './killable-page.ts';

/** Draws a whole number from 0 up to, not including, a bound. */
export type Draw = (below: number) => number;

/** What was found after a kill. */
export interface Verdict {
  /** `kept`: nothing that is whole or absent; what was shown as saved is there. */
  readonly outcome: 'whole' | 'absent' | 'kept' | 'fault';
  /** What was shown as saved and was held against the storage: answers, entries, documents, texts. */
  readonly compared: number;
  /** One sentence for each thing that was shown as saved and is gone, or is there by half. */
  readonly lost: readonly string[];
}

/** One kind of work that is killed, on a profile of its own. */
export interface KillScenario {
  /** Where the app is opened again, after the build's own address. */
  readonly address: string;
  /** Takes an empty library to where the work can begin. */
  prepare(page: KillablePage): Promise<void>;
  /** Works to the end once, so that it is known how long that takes. */
  rehearse(page: KillablePage): Promise<void>;
  /** Begins the work; its writes are told as they open. */
  begin(page: KillablePage, draw: Draw): Promise<void>;
  /** The kill is meant for writes into the first of these stores; the others are written by the same work. */
  readonly stores: readonly [string, ...string[]];
  /** Which of the writes that are meant, counted from 1. */
  chooseWrite(draw: Draw): number;
  /** Whether writes that follow the one that is meant belong to the same work: then the kill may fall into any of them. */
  readonly isOneWork: boolean;
  /** Everything that the page says, as it comes. */
  hear(text: string): void;
  /** Waits until the app is open again and compares. */
  check(page: KillablePage): Promise<Verdict>;
}

/** Makes a scenario for one profile; files are written into a folder that is thrown away with it. */
export type MakeScenario = (folder: string) => KillScenario;
