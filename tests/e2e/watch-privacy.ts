import type { BrowserContext, Request } from '@playwright/test';
import type { BuildServer } from './serve-build.ts';

/** What a page did that it never may, each as one sentence. */
export interface PrivacyWatch {
  readonly violations: readonly string[];
}

const INSIDE = /^(data|blob|about):/;

function judgeRequest(request: Request, origin: string): string | null {
  const url = request.url();
  if (INSIDE.test(url)) return null;
  const what = `${request.method()} ${url}`;
  if (url.startsWith('file:')) {
    return request.isNavigationRequest() ? null : `request for another file from the portable page: ${what}`;
  }
  if (new URL(url).origin !== origin) return `request to another origin: ${what}`;
  return request.method() === 'GET' ? null : `request that is not a GET: ${what}`;
}

/**
 * Watches every page, worker and frame of a context: requests to another origin, requests that are not GETs of the
 * build's own files, web sockets, violations of the Content-Security-Policy, errors in the console and uncaught errors.
 */
export async function watchPrivacy(context: BrowserContext, server: BuildServer): Promise<PrivacyWatch> {
  const violations: string[] = [];
  const { origin } = new URL(server.url);
  const note = (violation: string | null) => {
    if (violation !== null) violations.push(violation);
  };
  context.on('request', (request) => note(judgeRequest(request, origin)));
  context.on('response', (response) => {
    if (response.status() >= 400) note(`request for what is not in the build: ${response.url()}`);
  });
  context.on('page', (page) => page.on('websocket', (socket) => note(`web socket to ${socket.url()}`)));
  context.on('weberror', (error) => note(`uncaught error: ${error.error().message}`));
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error') note(`error in the console: ${text}`);
    else if (/content security policy/i.test(text)) note(`policy violation in the console: ${text}`);
  });
  await context.exposeBinding('sextantPolicyViolation', (_source, violation: string) => note(violation));
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const tell = Reflect.get(globalThis, 'sextantPolicyViolation') as (violation: string) => void;
        tell(`policy violation: ${violatedDirective} blocked ${blockedURI} (${sourceFile}:${lineNumber})`);
      },
    );
  });
  return { violations };
}
