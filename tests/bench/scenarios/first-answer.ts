import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { HOSTED_BUILD } from '../../e2e/find-build.ts';
import type { BuildServer } from '../../e2e/serve-build.ts';
import { measureFirstAnswer } from '../../measure-first-answer.ts';
import { freshPage, serveApp, servePacked, slowDown, slowLine, withBrowser } from '../app-in-bench.ts';
import type { Row, Scenario } from '../scenario.ts';
import { makeSurveyPage, SURVEY_ANSWER } from '../surveyjs-page.ts';

const ROUNDS = 3;
const OURS = 'main#content .question input[type=radio]:enabled';
const NEW = 'a[href="#/new"]';
const FIELDS = { 'Country or territory': 'Meridia', 'Title of the round': 'Round 1', 'Lead institution': 'Interior' };

interface Visit {
  readonly first: number;
  readonly form: number;
  readonly answer: number;
}

/** A user who clicks at once: first page, form, question. */
async function visitOurs(browser: Browser, { url }: BuildServer): Promise<Visit> {
  const { page, devtools, close } = await freshPage(browser);
  await slowLine(devtools);
  await slowDown(devtools);
  const start = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(NEW).waitFor();
  const first = Date.now() - start;
  await page.locator(NEW).click();
  await page.getByLabel('Title of the round').waitFor();
  const form = Date.now() - start;
  for (const [label, text] of Object.entries(FIELDS)) await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name: 'Start the assessment' }).click();
  await page.getByRole('link', { name: 'Answer alone' }).click();
  await page.locator(OURS).first().waitFor();
  const answer = Date.now() - start;
  await close();
  return { first, form, answer };
}

async function visitSurvey(browser: Browser, { url }: BuildServer): Promise<number> {
  const { page, devtools, close } = await freshPage(browser);
  await slowLine(devtools);
  await slowDown(devtools);
  const start = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(SURVEY_ANSWER).first().waitFor();
  await close();
  return Date.now() - start;
}

async function run(): Promise<Row[]> {
  const folder = makeSurveyPage();
  const bytes = (root: string, file: string) =>
    gzipSync(readFileSync(path.join(root, file)), { level: 9 }).length / 1000;
  const [ours, theirs] = await Promise.all([serveApp(), servePacked(folder)]);
  try {
    const times = await withBrowser(async (browser) => {
      const all: (Visit & { survey: number })[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const own = await visitOurs(browser, ours);
        all.push({ ...own, survey: await visitSurvey(browser, theirs) });
      }
      return all;
    });
    const measured = await measureFirstAnswer(HOSTED_BUILD);
    const sum = (files: readonly { gzipBytes: number }[]) => files.reduce((all, one) => all + one.gzipBytes, 0) / 1000;
    const files = [
      'index.html',
      'survey.core.min.js',
      'survey-core.fontless.min.css',
      'survey-js-ui.min.js',
      'survey.js',
    ];
    const survey = { name: 'SurveyJS', values: [files.reduce((all, file) => all + bytes(folder, file), 0)] };
    return [
      { what: 'bytes to the first answer', unit: 'kB', ours: [sum(measured.answer)], theirs: survey, aim: '140' },
      { what: 'requests to it', unit: 'requests', ours: [measured.answer.length], aim: '25' },
      { what: 'bytes of the first page', unit: 'kB', ours: [sum(measured.firstPage)], aim: '75' },
      { what: 'first page stands', unit: 'ms', ours: times.map(({ first }) => first) },
      { what: 'form stands', unit: 'ms', ours: times.map(({ form }) => form) },
      {
        what: 'first question can be answered',
        unit: 'ms',
        ours: times.map(({ answer }) => answer),
        theirs: { name: 'SurveyJS', values: times.map(({ survey: ms }) => ms) },
        aim: 'ratio 2.2',
      },
    ];
  } finally {
    await Promise.all([ours.close(), theirs.close()]);
  }
}

export const FIRST_ANSWER: Scenario = {
  name: 'first-answer',
  what: 'From a fresh profile to the first question that can be answered, by a user who clicks at once: 400 kbit/s, 400 ms, a processor four times slower.',
  run,
};
