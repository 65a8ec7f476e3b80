import type { Browser } from '@playwright/test';
import type { BuildServer } from '../../e2e/serve-build.ts';
import type { StateName } from '../app-in-bench.ts';
import { freshPage, openQuestions, serveApp, servePacked, slowDown, STATES, withBrowser } from '../app-in-bench.ts';
import type { Click } from '../clicking.ts';
import { clickThrough } from '../clicking.ts';
import type { Row, Scenario } from '../scenario.ts';
import { NotHere } from '../scenario.ts';
import { makeSurveyPage, SURVEY_ANSWER } from '../surveyjs-page.ts';

const CLICKS_EACH = 7;
const NAMES = Object.keys(STATES) as StateName[];

async function clicksOn(browser: Browser, server: BuildServer, state: StateName): Promise<Click[]> {
  const { page, devtools, close } = await freshPage(browser);
  await openQuestions(page, server, state);
  await slowDown(devtools);
  const clicks = await clickThrough(page, devtools, '.question input.choice', CLICKS_EACH);
  await close();
  return clicks;
}

async function clicksOnSurvey(browser: Browser, { url }: BuildServer): Promise<Click[]> {
  const { page, devtools, close } = await freshPage(browser);
  await page.goto(url);
  await page.locator(SURVEY_ANSWER).first().waitFor();
  await slowDown(devtools);
  const clicks = await clickThrough(page, devtools, '#survey label:has(input[type=radio])', CLICKS_EACH);
  await close();
  return clicks;
}

function rowsOf(name: StateName, ours: readonly Click[], survey: readonly Click[]): Row[] {
  const row = (what: string, member: keyof Click, aim: string): Row => ({
    what: `${STATES[name]}: ${what}`,
    unit: 'ms',
    ours: ours.map((click) => click[member]),
    ...(survey.length === 0 ? {} : { theirs: { name: 'SurveyJS', values: survey.map((click) => click[member]) } }),
    aim,
  });
  return [row('to paint', 'toPaint', '50, ratio 1.7'), row('work', 'task', 'ratio 1.7'), row('script', 'script', '15')];
}

async function run(): Promise<Row[]> {
  let folder: string | null = null;
  try {
    folder = makeSurveyPage();
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
  }
  const ours = await serveApp();
  const theirs = folder === null ? null : await servePacked(folder);
  try {
    return await withBrowser(async (browser) => {
      const survey = theirs === null ? [] : await clicksOnSurvey(browser, theirs);
      const rows: Row[] = [];
      for (const name of NAMES) rows.push(...rowsOf(name, await clicksOn(browser, ours, name), survey));
      return rows;
    });
  } finally {
    await Promise.all([ours.close(), theirs?.close()]);
  }
}

export const CLICKS: Scenario = {
  name: 'clicks',
  what: `A level chosen by mouse, ${CLICKS_EACH} times, on a processor four times slower: to the next frame, work of the page until it is at rest, and what of it is script.`,
  run,
};
