import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export interface ServedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** When it was asked: UTC milliseconds. */
  readonly atMs: number;
}

/** A folder served on plain HTTP, as the static host of a ministry would. */
export interface BuildServer {
  /** Address of the folder, with a slash at the end. */
  readonly url: string;
  /** Every request so far, in order. */
  readonly requests: readonly ServedRequest[];
  close(): Promise<void>;
}

function fileOf(folder: string, basePath: string, pathname: string): string | null {
  if (!pathname.startsWith(basePath)) return null;
  const relative = decodeURIComponent(pathname.slice(basePath.length)) || 'index.html';
  const file = path.resolve(folder, relative);
  const inside = file.startsWith(path.resolve(folder) + path.sep);
  return inside && existsSync(file) && statSync(file).isFile() ? file : null;
}

/** Whoever stands between server and browser; true when they have answered in its place. `file` is what was asked for. */
export type Interference = (path: string, file: string | null, response: ServerResponse) => boolean;

/** Serves a folder under a sub-path of 127.0.0.1 on a free port; what is not a file there is a 404, never index.html. */
export async function serveBuild(
  folder: string,
  basePath: string,
  interfere: Interference = () => false,
): Promise<BuildServer> {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`${folder} holds no build. Run: npm run build`);
  }
  const requests: ServedRequest[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? '';
    const file = method === 'GET' || method === 'HEAD' ? fileOf(folder, basePath, pathname) : null;
    if (interfere(pathname, file, response)) return;
    const status = file === null ? 404 : 200;
    requests.push({ method, path: request.url ?? '', status, atMs: Date.now() });
    if (file === null) {
      response.writeHead(status, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
      return;
    }
    const contentType = CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-cache' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
