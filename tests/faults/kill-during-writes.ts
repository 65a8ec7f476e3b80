import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Browser } from '../e2e/find-browser.ts';
import { LibraryPage } from '../e2e/pages/library-page.ts';
import type { BuildServer } from '../e2e/serve-build.ts';
import { answerFast, listen, shownAsSaved } from './answer-fast.ts';
import type { FaultFigures } from './fault-figures.ts';
import { startKillable } from './killable-browser.ts';
import type { AnswersInOrder } from './stored-answers.ts';
import { answersOf, findLost, readStoredEntries } from './stored-answers.ts';

/** A fresh assessment after so many kills, or opening a long journal would be most of the time. */
const KILLS_AN_ASSESSMENT = 25;
const ROUND = { country: 'Republic of Meridia', title: 'Killed', lead: 'Ministry of the Interior' };
const OPEN_LIMIT_MS = 60_000;
const SHORTEST_MS = 120;
const SPREAD_MS = 900;

const sleep = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

function together(before: AnswersInOrder, shown: AnswersInOrder): AnswersInOrder {
  const all = new Map(before);
  for (const [indicator, levels] of shown) all.set(indicator, [...(before.get(indicator) ?? []), ...levels]);
  return all;
}

const countOf = (answers: AnswersInOrder) => [...answers.values()].reduce((sum, levels) => sum + levels.length, 0);

/** Null when it opened, else what the page shows instead. */
async function openAssessment(page: Page, url: string): Promise<string | null> {
  await page.goto(url);
  try {
    await page.getByRole('group', { name: 'Maturity level' }).waitFor({ timeout: OPEN_LIMIT_MS });
    return null;
  } catch {
    const shown = await page.locator('body').innerText();
    return `the assessment did not open in ${OPEN_LIMIT_MS / 1000} s; the page shows: ${shown.slice(0, 500)}`;
  }
}

/** What the screen says is answered, to be held against the journal. */
async function answeredOnScreen(page: Page): Promise<number> {
  const text = await page
    .getByText(/^\d+ of \d+ answered$/)
    .first()
    .textContent();
  return Number.parseInt(text ?? '', 10);
}

/**
 * Kills the browser while a script answers as fast as it can, again and again on the same profile, and compares what
 * the page had shown as saved with what is there when it is opened again: in the journal, and on the screen.
 */
export async function killDuringWrites(browser: Browser, server: BuildServer, kills: number): Promise<FaultFigures> {
  const profile = mkdtempSync(path.join(tmpdir(), 'sextant-kill-'));
  const faults: string[] = [];
  let survived = 0;
  let lost = 0;
  let compared = 0;
  let assessmentUrl = '';
  let isFreshDue = false;
  let expected: AnswersInOrder = new Map();
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const { page, kill: killNow } = await startKillable(browser, profile);
      try {
        if (kill > 0) {
          const opened = await openAssessment(page, assessmentUrl);
          const id = /assessment\/([^/]+)/.exec(assessmentUrl)?.[1] ?? '';
          const stored = opened === null ? answersOf(await readStoredEntries(page, id)) : new Map<string, string[]>();
          const gone = findLost(expected, stored);
          const onScreen = opened === null ? await answeredOnScreen(page) : 0;
          if (onScreen !== stored.size)
            gone.push(`the screen shows ${onScreen} answers, the journal holds ${stored.size}`);
          if (gone.length === 0 && opened === null) survived += 1;
          lost += gone.length;
          faults.push(
            ...[...gone, ...(opened === null ? [] : [opened])].map((fault) => `after kill ${kill}: ${fault}`),
          );
          isFreshDue = opened !== null;
          expected = stored;
          if (kill % KILLS_AN_ASSESSMENT === 0) {
            process.stderr.write(`${kill} of ${kills} kills: ${survived} survived, ${lost} answers lost\n`);
          }
        }
        if (kill === kills) break;
        if (kill % KILLS_AN_ASSESSMENT === 0 || isFreshDue) {
          isFreshDue = false;
          const library = new LibraryPage(page);
          await library.open(server.url);
          await library.startAssessment(/SDG indicator 10\.7\.2/, ROUND);
          assessmentUrl = page.url();
          expected = new Map();
        }
        const heard = listen(page);
        answerFast(page, { seed: kill + 1 }).catch(() => undefined);
        // Spread evenly and not at random: the same run again kills at the same moments as far as the machine allows.
        await sleep(SHORTEST_MS + ((kill * 137) % SPREAD_MS));
        await killNow();
        const shown = shownAsSaved(heard);
        compared += countOf(shown);
        expected = together(expected, shown);
      } finally {
        await killNow();
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    name: 'browser killed while writing',
    tried: kills,
    survived,
    lost,
    compared: `${compared} answers shown as saved`,
    faults,
  };
}
