import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from './find-browser.ts';
import { connectToBrowser } from './protocol-socket.ts';

/**
 * Playwright drives only a Firefox of its own making, and people use the one that is installed. This is the little of
 * WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) that a smoke test needs, spoken to any Firefox since 115.
 */
export interface FirefoxSession {
  /** Opens an address and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** The value of a JavaScript expression on the page, as JSON; promises are awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until an expression is true on the page. */
  waitUntil(expression: string): Promise<void>;
  /** Errors in the console, violations of the page's policy and every address asked for, since the last `open`. */
  readonly observed: { readonly errors: string[]; readonly requests: string[] };
  close(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const WAIT_LIMIT_MS = 10_000;
const POLL_MS = 50;

/** The preferences that automation recommends would loosen how pages from disk behave, so only the noise is switched off. */
const PREFERENCES = {
  'remote.prefs.recommended': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.server': '',
  'intl.accept_languages': 'en-GB, en',
};

const REMEMBER_VIOLATIONS = `() => {
  globalThis.policyViolations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    globalThis.policyViolations.push('policy violation: ' + event.violatedDirective + ' blocked ' + event.blockedURI));
}`;

/** Starts the program on a profile folder; `detached` in a process group of its own, to be killed with all it started. */
export function startFirefoxProgram(
  browser: Browser,
  profile: string,
  { preferences = {}, detached = false }: { preferences?: Record<string, unknown>; detached?: boolean } = {},
) {
  const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const program = spawn(
    browser.executablePath,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    { env: { ...process.env, ...browser.environment, TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'pipe'], detached },
  );
  const address = new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`Firefox did not start: ${said}`)), START_LIMIT_MS);
    let said = '';
    program.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
      if (found?.[1] === undefined) return;
      clearTimeout(limit);
      resolve(`${found[1]}/session`);
    });
    program.on('exit', () => reject(new Error(`Firefox ended: ${said}`)));
  });
  return { program, address };
}

/** Starts an installed Firefox with a fresh profile, and settings of `about:config`, and gives the one page it shows. */
export async function startFirefox(
  browser: Browser,
  preferences: Record<string, unknown> = {},
): Promise<FirefoxSession> {
  const profile = mkdtempSync(path.join(tmpdir(), 'sextant-firefox-'));
  const { program, address } = startFirefoxProgram(browser, profile, { preferences });
  const observed: { errors: string[]; requests: string[] } = { errors: [], requests: [] };
  const { send, close } = await connectToBrowser(await address, (method, params) => {
    if (method === 'log.entryAdded' && params['level'] === 'error') observed.errors.push(String(params['text']));
    const request = params['request'] as { url: string } | undefined;
    if (method === 'network.beforeRequestSent' && request !== undefined) observed.requests.push(request.url);
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
  await send('script.addPreloadScript', { functionDeclaration: REMEMBER_VIOLATIONS });
  const { contexts } = await send('browsingContext.getTree', {});
  const context = (contexts as { context: string }[])[0]?.context;

  const evaluate = async (expression: string): Promise<unknown> => {
    const reply = await send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
    });
    const { value } = (reply['result'] ?? {}) as { value?: string };
    if (reply['type'] !== 'success') throw new Error(`${expression}: ${JSON.stringify(reply['exceptionDetails'])}`);
    return value === undefined ? undefined : (JSON.parse(value) as unknown);
  };
  const noteViolations = async () => {
    const violations = (await evaluate('globalThis.policyViolations ?? []')) as string[];
    observed.errors.push(...violations.filter((violation) => !observed.errors.includes(violation)));
  };
  return {
    observed,
    evaluate,
    async open(url) {
      // What the page before still asks for is not of this one.
      await send('browsingContext.navigate', { context, url: 'about:blank', wait: 'complete' });
      observed.errors.length = 0;
      observed.requests.length = 0;
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
      await noteViolations();
    },
    async waitUntil(expression) {
      const end = Date.now() + WAIT_LIMIT_MS;
      while ((await evaluate(`Boolean(${expression})`)) !== true) {
        if (Date.now() > end) throw new Error(`never true in Firefox: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      await noteViolations();
    },
    async close() {
      const ended = new Promise((resolve) => program.once('exit', resolve));
      await send('browser.close', {}).catch(() => program.kill());
      close();
      const giveUp = setTimeout(() => program.kill('SIGKILL'), WAIT_LIMIT_MS);
      await ended;
      clearTimeout(giveUp);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
