import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answer, openApp, prepare, untilSaved } from './app-in-browser.ts';
import type { FaultTest } from './fault-test.ts';
import { compare } from './fault-test.ts';
import { startKillable } from './killable-browser.ts';

/** The log in which Chromium writes the databases of the page, in a profile on disk; null where it has none. */
function findLog(profile: string): string | null {
  const folder = path.join(profile, 'Default', 'IndexedDB');
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const logs = names.filter((name) => name.endsWith('.log')).sort();
  return logs.length === 0 ? null : path.join(folder, logs.at(-1) ?? '');
}

/** A record of which the kill let only the beginning be written: less than its head, or the head and a little more. */
const TORN_RECORDS = [
  [0x12, 0x34, 0x56],
  [0x12, 0x34, 0x56, 0x78, 0x90, 0x01, 0x01, 0x00, 0x00],
];

/**
 * The kill came in the middle of a record, as happens once in some fifty: the start after it appends behind the torn
 * record, and the start after that would find the log damaged and delete everything.
 */
export const recordTorn: FaultTest = async ({ program, server }) => {
  const gone: string[] = [];
  let compared = 0;
  for (const torn of TORN_RECORDS) {
    const profile = mkdtempSync(path.join(tmpdir(), 'sextant-torn-'));
    const expected = new Map<string, string[]>();
    let address = '';
    try {
      for (const [indicator, digit] of [
        ['1a', 3],
        ['1b', 2],
        ['1c', 1],
        ['1d', 3],
      ] as const) {
        const { context, page, kill } = await startKillable(program, profile);
        try {
          if (address === '') {
            await prepare(context);
            address = (await openApp(context, server)).url;
          }
          await page.goto(address);
          await page.getByRole('group', { name: 'Maturity level' }).waitFor();
          const assessment = /assessment\/([^/]+)/.exec(address)?.[1] ?? '';
          const found = await compare(page, assessment, expected);
          gone.push(...found.gone);
          compared += found.compared;
          await answer({ page, assessment }, indicator, digit);
          await untilSaved(page);
          expected.set(indicator, [['no', 'regular-only', 'yes'][digit - 1] ?? '']);
        } finally {
          await kill();
        }
        const log = findLog(profile);
        if (log !== null) appendFileSync(log, Uint8Array.from(torn));
      }
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return { gone, compared };
};
