import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwrightChromium } from '@playwright/test';

/** A browser to start: its program, and what it needs in its environment beside ours. */
export interface Browser {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where it came from, for the log. */
  readonly origin: string;
}

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const FIREFOX_NAMES = ['firefox', 'firefox-esr'];
const MAC_CHROMIUM = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const MAC_FIREFOX = ['/Applications/Firefox.app/Contents/MacOS/firefox'];
const UNPACK_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/sextant-chromium', import.meta.url));
const DOWNLOAD_LIMIT_MS = 120_000;

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findInstalled(names: readonly string[], elsewhere: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...elsewhere].find(isExecutable) ?? null;
}

/** A program that is there but does not start (a stub that asks for a snap, missing libraries) is no browser. */
function starts(browser: Browser): boolean {
  try {
    execFileSync(browser.executablePath, ['--version'], {
      env: { ...process.env, ...browser.environment },
      stdio: 'ignore',
      timeout: 30_000,
    });
    return true;
  } catch {
    return false;
  }
}

function named(variable: string, names: readonly string[]): Browser | null {
  const executablePath = process.env[variable];
  if (executablePath === undefined || executablePath === '') return null;
  if (!isExecutable(executablePath)) {
    throw new Error(`${variable} is ${executablePath}, which is no program. Give the path of ${names.join(' or ')}.`);
  }
  return { executablePath, environment: {}, origin: variable };
}

function installed(names: readonly string[], elsewhere: readonly string[]): Browser | null {
  const executablePath = findInstalled(names, elsewhere);
  return executablePath === null ? null : { executablePath, environment: {}, origin: 'installed' };
}

function ownOfPlaywright(): Browser | null {
  const executablePath = playwrightChromium.executablePath();
  return existsSync(executablePath) ? { executablePath, environment: {}, origin: 'Playwright' } : null;
}

function downloadedByPlaywright(): Browser | null {
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS });
  } catch {
    return null;
  }
  return ownOfPlaywright();
}

/** Runs `work` with some environment variables set, and puts them back as they were. */
async function withEnvironment<Value>(variables: Record<string, string>, work: () => Promise<Value>): Promise<Value> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
}

/** Without any font configuration Chromium draws no text; the package's own fonts.conf names folders of a Lambda host. */
function bundledFonts(): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const file = path.join(UNPACK_FOLDER, 'fonts.conf');
  const folders = `<dir>${UNPACK_FOLDER}/fonts</dir><cachedir>${UNPACK_FOLDER}/fonts-cache</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>\n`);
  return { FONTCONFIG_FILE: file };
}

/**
 * Chromium from the npm package (Linux on x64), unpacked once under node_modules. The package unpacks the libraries
 * and fonts that a bare system lacks only where it believes itself on a Lambda host.
 */
async function unpackedFromPackage(): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  mkdirSync(UNPACK_FOLDER, { recursive: true });
  const lambda = { TMPDIR: UNPACK_FOLDER, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  return withEnvironment(lambda, async () => {
    try {
      const { default: packaged } = await import('@sparticuz/chromium');
      const executablePath = await packaged.executablePath();
      const environment = { LD_LIBRARY_PATH: path.join(UNPACK_FOLDER, 'al2023', 'lib'), ...bundledFonts() };
      return { executablePath, environment, origin: 'the npm package @sparticuz/chromium' };
    } catch {
      return null;
    }
  });
}

/**
 * The Chromium that browser tests run in: CHROMIUM_PATH, else an installed one, else Playwright's own, else the one in
 * the npm package, else one that Playwright downloads. Throws with what to do when there is none.
 */
export async function findChromium(): Promise<Browser> {
  const own = named('CHROMIUM_PATH', CHROMIUM_NAMES);
  if (own !== null) return own;
  const anInstalledOne = () => installed(CHROMIUM_NAMES, MAC_CHROMIUM);
  for (const source of [anInstalledOne, ownOfPlaywright, unpackedFromPackage, downloadedByPlaywright]) {
    const browser = await source();
    if (browser !== null && starts(browser)) return browser;
  }
  throw new Error(
    'No Chromium was found for the browser tests. Install one (Debian: apt-get install chromium; elsewhere: ' +
      'npx playwright install --with-deps chromium), or set CHROMIUM_PATH to the program of a Chromium or Chrome.',
  );
}

/** The Firefox of the smoke test: FIREFOX_PATH, else an installed one, else null. */
export function findFirefox(): Browser | null {
  const browser = named('FIREFOX_PATH', FIREFOX_NAMES) ?? installed(FIREFOX_NAMES, MAC_FIREFOX);
  return browser !== null && starts(browser) ? browser : null;
}
