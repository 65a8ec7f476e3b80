import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Entry } from '../../src/domain/journal/entry-schema.ts';
import { isStub } from '../../src/domain/journal/entry-schema.ts';
import { DATABASE_NAME } from '../../src/storage/database-schema.ts';
import { answerFast, listen, shownAsSaved } from './answer-fast.ts';
import { answer, answeredOnScreen, freshContext, openApp, untilSaved } from './app-in-browser.ts';
import { FaultFiles } from './fault-files.ts';
import type { FaultTest, NamedFaultTest } from './fault-test.ts';
import { compare } from './fault-test.ts';
import { chooseFile, storedOf, takeIn } from './merge-faults.ts';
import { answersOf, readRowsInPage, readStoredEntries } from './stored-answers.ts';

/** One tab deletes the assessment while the other answers: whatever was shown as saved comes back with it. */
const deletedWhileWriting: FaultTest = async ({ browser, server }) => {
  const app = await openApp(await freshContext(browser), server);
  const { page, context, assessment } = app;
  const gone: string[] = [];
  const heard = listen(page);
  const other = await context.newPage();
  await other.goto(server.url);
  void answerFast(page, { seed: 1 }).catch(() => undefined);
  await expect.poll(() => heard.saved.size).toBeGreaterThan(3);
  await other.getByRole('button', { name: 'Delete', exact: true }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await other.getByText('was deleted').first().waitFor();
  await page
    .getByRole('alert')
    .filter({ hasText: 'deleted' })
    .first()
    .waitFor()
    .catch(() => gone.push('the tab that writes does not hear that the assessment was deleted'));
  await page.close();
  const shown = shownAsSaved(heard);
  // Any start of another page used to clear away what was deleted.
  await other.reload();
  const kept = await compare(other, assessment, shown);
  if (kept.gone.length > 0) gone.push(...kept.gone);
  await context.close();
  return { gone, compared: kept.compared };
};

interface TypedRow {
  readonly text: string;
}

async function typedTexts(page: Page, assessment: string): Promise<string[]> {
  const rows = await page.evaluate(readRowsInPage, { name: DATABASE_NAME, store: 'typing', assessment });
  return (rows as TypedRow[]).map(({ text }) => text);
}

/** Two tabs type the same comment: leaving the field in one costs the other nothing, even when it dies then. */
const sameComment: FaultTest = async ({ browser, server }) => {
  const app = await openApp(await freshContext(browser), server);
  const { page, context, assessment } = app;
  const other = await context.newPage();
  await other.goto(app.url);
  const [mine, theirs] = ['Typed in the first tab.', 'Typed in the second tab.'];
  const fieldOf = (tab: Page) => tab.getByRole('textbox', { name: /^Comment/ });
  await fieldOf(page).pressSequentially(mine);
  await fieldOf(other).pressSequentially(theirs);
  await expect.poll(() => typedTexts(page, assessment)).toEqual(expect.arrayContaining([mine, theirs]));
  await fieldOf(page).blur();
  await expect
    .poll(async () =>
      (await readStoredEntries(page, assessment)).some((entry) => !isStub(entry) && entry.value === mine),
    )
    .toBe(true);
  await untilSaved(page);
  // As a crash: nothing is left to do for the page.
  const devtools = await context.newCDPSession(other);
  const crashed = other.waitForEvent('crash');
  // A page that has crashed answers nothing.
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const kept = [
    ...(await typedTexts(page, assessment)),
    ...(await readStoredEntries(page, assessment)).map((entry: Entry) => (isStub(entry) ? null : entry.value)),
  ];
  const gone = [mine, theirs].filter((text) => !kept.includes(text)).map((text) => `“${text}” is gone`);
  await context.close();
  return { gone, compared: 2 };
};

/** Two tabs take in the same file at the same moment: it is there once, and whole. */
const sameFileTwice: FaultTest = async ({ browser, server }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-tabs-'));
  const context = await freshContext(browser);
  const pages = [await context.newPage(), await context.newPage()];
  const files = new FaultFiles();
  const file = files.write(path.join(folder, 'one.sextant'), { indicators: 10, documents: 3, documentBytes: 500_000 });
  try {
    for (const page of pages) await chooseFile(page, server, file);
    await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Take it in' }).click()));
    const gone: string[] = [];
    for (const [tab, page] of pages.entries()) {
      // The tab that was second looks at the file again, and finds nothing new.
      const again = page.getByText('Nothing new: all of it is here already.');
      await again
        .or(page.getByRole('navigation', { name: 'Stages of this assessment' }))
        .first()
        .waitFor();
      if (await again.isVisible()) await page.goto(`${server.url}#/assessment/${file.assessment}/assess`);
      const stored = await storedOf(page, file);
      if (stored !== 'all') gone.push(`tab ${tab + 1}: ${stored}`);
    }
    const entries = await readStoredEntries(pages[0] as Page, files.assessment);
    if (new Set(entries.map(({ id }) => id)).size !== entries.length) gone.push('entries are there twice');
    return { gone, compared: file.entries.length + file.documents.length };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * One tab takes in a file, the other answers one of its questions anew, and the first undoes the merge: that is refused
 * and said, or else the later answer stays; and both tabs show what is stored.
 */
const undoneUnderneath: FaultTest = async ({ browser, server }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-undo-'));
  const context = await freshContext(browser);
  const [page, other] = [await context.newPage(), await context.newPage()];
  const files = new FaultFiles();
  const { assessment } = files;
  const size = { indicators: 6, documents: 1, documentBytes: 20_000 };
  const gone: string[] = [];
  const write = (name: string, indicators: number, documents: number) =>
    files.write(path.join(folder, name), { ...size, indicators, documents }, 'lead');
  const undo = async () => {
    await page.evaluate(() => (location.hash = '#/'));
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
  };
  const showSame = async (when: string) => {
    await page.evaluate((id) => (location.hash = `#/assessment/${id}/assess/1b`), assessment);
    for (const [tab, one] of [page, other].entries()) {
      const stored = answersOf(await readStoredEntries(page, assessment)).size;
      await expect
        .poll(() => answeredOnScreen(one), { timeout: 10_000 })
        .toBe(stored)
        .catch(() => gone.push(`${when}: tab ${tab + 1} does not show the ${stored} answers that are stored`));
    }
  };
  try {
    await takeIn(page, server, write('base.sextant', 0, 0));
    await other.goto(`${server.url}#/assessment/${assessment}/assess/1b`);
    await other.getByRole('group', { name: 'Maturity level' }).waitFor();
    const first = write('first.sextant', size.indicators, size.documents);
    await takeIn(page, server, first);
    await showSame('after the merge');
    await undo();
    await expect
      .poll(() => storedOf(page, first))
      .toBe('nothing')
      .catch(async () => gone.push(`undone: ${await storedOf(page, first)}`));
    await showSame('after the undo');
    await takeIn(page, server, write('second.sextant', size.indicators, size.documents));
    await showSame('after the second merge');
    await answer({ page: other, assessment }, '1a', 1);
    await answer({ page: other, assessment }, '1a', 3);
    await untilSaved(other);
    await undo();
    await page
      .getByRole('alert')
      .filter({ hasText: /built on it|since/ })
      .first()
      .waitFor()
      .catch(() => gone.push('an undo that cannot be is not said'));
    const levels = answersOf(await readStoredEntries(page, assessment)).get('1a') ?? [];
    if (levels.at(-1) !== 'yes')
      gone.push(`shown as saved in the other tab and gone: 1a is ${levels.at(-1) ?? 'open'}`);
    await showSame('after the refused undo');
    return { gone, compared: 1 + first.entries.length };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const TAB_FAULTS: readonly NamedFaultTest[] = [
  ['deleted in one tab, written in the other', deletedWhileWriting],
  ['two tabs typing the same comment', sameComment],
  ['two tabs taking in the same file', sameFileTwice],
  ['a merge undone on which another tab built', undoneUnderneath],
];
