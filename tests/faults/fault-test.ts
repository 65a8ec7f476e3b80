import type { Browser as RunningBrowser, Page } from '@playwright/test';
import type { Browser } from '../e2e/find-browser.ts';
import type { BuildServer } from '../e2e/serve-build.ts';
import type { AnswersInOrder } from './stored-answers.ts';
import { answersOf, findLost, readStoredEntries } from './stored-answers.ts';

/** What a fault test found to be lost, one sentence each, and how many answers it compared. */
export interface Finding {
  readonly gone: readonly string[];
  readonly compared: number;
  /** How often the fault was made, where that is more than once. */
  readonly tried?: number;
}

export interface Bench {
  /** Running, for tests in profiles of their own. */
  readonly browser: RunningBrowser;
  /** To be started, for a test that needs a profile on disk. */
  readonly program: Browser;
  readonly server: BuildServer;
}

export type FaultTest = (bench: Bench) => Promise<Finding>;
export type NamedFaultTest = readonly [name: string, test: FaultTest];

export const count = (answers: AnswersInOrder) => [...answers.values()].reduce((sum, levels) => sum + levels.length, 0);

export async function compare(page: Page, assessment: string, expected: AnswersInOrder): Promise<Finding> {
  return { gone: findLost(expected, answersOf(await readStoredEntries(page, assessment))), compared: count(expected) };
}
