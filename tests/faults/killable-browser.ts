import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import type { Browser } from '../e2e/find-browser.ts';

const START_LIMIT_MS = 120_000;
/** A machine that has other things to do as well is slow; that is no fault of the storage. */
const PATIENCE_MS = 120_000;
const ARGUMENTS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--lang=en-GB',
];

/** A browser with a profile of its own whose process can be killed as a power cut would. */
export interface KillableBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** SIGKILL to the browser and all its processes: nothing is flushed, nothing is closed. */
  kill(): Promise<void>;
}

/** tsx keeps the names of functions with a function of its own, which pages do not have. */
export const NAMES_OF_TSX = 'globalThis.__name ??= (named) => named';

/** A started program: the address at which it is driven, and its end as a power cut would make it. */
export interface KillableProgram {
  readonly address: string;
  /** SIGKILL to all its processes, sent before this returns. */
  strike(): void;
  readonly ended: Promise<void>;
}

/** The end of a program that leads a process group of its own, so that the kill reaches all of it and nothing else. */
export function killableProgram(program: ChildProcess): Pick<KillableProgram, 'strike' | 'ended'> {
  return {
    ended: new Promise<void>((resolve) => program.once('exit', () => resolve())),
    strike() {
      const runs = program.exitCode === null && program.signalCode === null;
      if (program.pid !== undefined && runs) process.kill(-program.pid, 'SIGKILL');
    },
  };
}

/** Starts a Chromium on a profile folder; what an earlier one left there is found again. */
export async function startChromiumProgram(browser: Browser, profile: string): Promise<KillableProgram> {
  const program = spawn(browser.executablePath, [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
    env: { ...process.env, ...browser.environment, TZ: 'UTC', LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const limit = setTimeout(() => reject(new Error(`the browser did not start: ${said}`)), START_LIMIT_MS);
    program.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /DevTools listening on (ws:\/\/\S+)/.exec(said) ?? [];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    });
    program.once('exit', () => reject(new Error(`the browser ended: ${said}`)));
  });
  return { address, ...killableProgram(program) };
}

/** The same, driven by Playwright. */
export async function startKillable(browser: Browser, profile: string): Promise<KillableBrowser> {
  const program = await startChromiumProgram(browser, profile);
  const connection = await chromium.connectOverCDP(program.address);
  const context = connection.contexts()[0] ?? (await connection.newContext());
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(NAMES_OF_TSX);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    async kill() {
      program.strike();
      await program.ended;
      await connection.close().catch(() => undefined);
    },
  };
}
