import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { NotHere } from './scenario.ts';

const FOLDER = new URL('./peers/', import.meta.url);
const INSTALL = 'the peers are not installed: npm install --prefix tests/bench/peers --no-package-lock';

/** A file of an installed peer. Throws `NotHere` where it is not installed. */
export function peerFile(path: string): string {
  const file = fileURLToPath(new URL(`node_modules/${path}`, FOLDER));
  if (!existsSync(file)) throw new NotHere(INSTALL);
  return file;
}

/** What a peer exports, as its documentation describes it. Throws `NotHere` where it is not installed. */
export function loadPeer(name: string): unknown {
  peerFile(`${name}/package.json`);
  return createRequire(new URL('package.json', FOLDER))(name) as unknown;
}
