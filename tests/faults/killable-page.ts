import { startFirefoxProgram } from '../e2e/firefox-session.ts';
import type { Browser } from '../e2e/find-browser.ts';
import { connectToBrowser } from '../e2e/protocol-socket.ts';
import { killableProgram, NAMES_OF_TSX, startChromiumProgram } from './killable-browser.ts';

/** Under this name the page tells the test what happens in it. */
export const SAY = 'sextantSay';

/** A function that runs in the page: it sees nothing of the test but its argument. */
export type InPage<Argument, Value> = (argument: Argument) => Value | Promise<Value>;

/** The one page of a browser on a profile that is kept, driven without detours so that a kill comes at once. */
export interface KillablePage {
  /** Opens an address and waits until its document is read. */
  open(url: string): Promise<void>;
  /** Runs a function in the page; argument and value travel as JSON. */
  run<Argument, Value>(work: InPage<Argument, Value>, argument: Argument): Promise<Value>;
  /** Chooses a file in the one element that a selector finds. */
  chooseFile(selector: string, file: string): Promise<void>;
  /** SIGKILL to every process of the browser, sent before this returns. */
  strike(): void;
  /** Resolves when the browser has ended and everything that the page said before has been heard. */
  readonly ended: Promise<void>;
}

export interface PageListener {
  /** Everything said by `globalThis.sextantSay(text)` in the page. */
  readonly onsay: (text: string) => void;
  /** Source of a script that runs in every document before anything else. */
  readonly before: string;
}

export type StartKillablePage = (profile: string, listener: PageListener) => Promise<KillablePage>;

const callOf = (work: InPage<never, unknown>, argument: unknown) =>
  `(async () => JSON.stringify(await (${work.toString()})(${JSON.stringify(argument)})))()`;

function valueOf<Value>(text: unknown): Value {
  return (typeof text === 'string' ? JSON.parse(text) : undefined) as Value;
}

/** Chromium, by the DevTools protocol. */
export const chromiumPages =
  (browser: Browser): StartKillablePage =>
  async (profile, { onsay, before }) => {
    const program = await startChromiumProgram(browser, profile);
    let onload: () => void = () => undefined;
    const socket = await connectToBrowser(program.address, (method, params) => {
      if (method === 'Runtime.bindingCalled') onsay(String(params['payload']));
      if (method === 'Page.domContentEventFired') onload();
    });
    const { targetInfos } = (await socket.send('Target.getTargets', {})) as {
      targetInfos: { targetId: string; type: string }[];
    };
    const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId;
    const { sessionId } = await socket.send('Target.attachToTarget', { targetId, flatten: true });
    const send = (method: string, params: object) => socket.send(method, params, String(sessionId));
    await Promise.all([
      send('Page.enable', {}),
      send('Runtime.enable', {}),
      send('Runtime.addBinding', { name: SAY }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: `${NAMES_OF_TSX}; ${before}` }),
    ]);
    return {
      async open(url) {
        const loaded = new Promise<void>((resolve) => (onload = resolve));
        await send('Page.navigate', { url });
        await Promise.race([loaded, socket.ended]);
      },
      async run(work, argument) {
        const expression = callOf(work, argument);
        const reply = await send('Runtime.evaluate', { expression, awaitPromise: true, userGesture: true });
        const { value } = reply['result'] as { value?: string };
        if ('exceptionDetails' in reply) throw new Error(JSON.stringify(reply['exceptionDetails']));
        return valueOf(value);
      },
      async chooseFile(selector, file) {
        const { result } = await send('Runtime.evaluate', { expression: `document.querySelector('${selector}')` });
        const { objectId } = result as { objectId: string };
        await send('DOM.setFileInputFiles', { files: [file], objectId });
      },
      strike: program.strike,
      ended: Promise.all([program.ended, socket.ended]).then(() => undefined),
    };
  };

/**
 * After three kills Firefox would ask whether to start at all, and it would open again what was open. The last one lets
 * a test choose a file in a page that is not from disk.
 */
const PREFERENCES = {
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'browser.aboutwelcome.enabled': false,
  'dom.file.createInChild': true,
};

/** Firefox, by WebDriver BiDi. */
export const firefoxPages =
  (browser: Browser): StartKillablePage =>
  async (profile, { onsay, before }) => {
    const started = startFirefoxProgram(browser, profile, { preferences: PREFERENCES, detached: true });
    const program = killableProgram(started.program);
    const socket = await connectToBrowser(await started.address, (method, params) => {
      if (method === 'script.message') onsay((params['data'] as { value: string }).value);
    });
    const { send } = socket;
    await send('session.new', { capabilities: {} });
    const { contexts } = await send('browsingContext.getTree', {});
    const context = (contexts as { context: string }[])[0]?.context;
    await send('session.subscribe', { events: ['script.message'] });
    await send('script.addPreloadScript', {
      functionDeclaration: `(say) => { globalThis.${SAY} = say; ${NAMES_OF_TSX}; ${before}; }`,
      arguments: [{ type: 'channel', value: { channel: SAY } }],
    });
    const evaluate = async (expression: string) => {
      const reply = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
      if (reply['type'] !== 'success') throw new Error(JSON.stringify(reply['exceptionDetails']));
      return reply['result'] as { value?: string; sharedId?: string };
    };
    return {
      async open(url) {
        await send('browsingContext.navigate', { context, url, wait: 'interactive' });
      },
      async run(work, argument) {
        return valueOf((await evaluate(callOf(work, argument))).value);
      },
      async chooseFile(selector, file) {
        const { sharedId } = await evaluate(`document.querySelector('${selector}')`);
        await send('input.setFiles', { context, element: { sharedId }, files: [file] });
      },
      strike: program.strike,
      ended: Promise.all([program.ended, socket.ended]).then(() => undefined),
    };
  };
