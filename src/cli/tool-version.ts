import { readFileSync } from 'node:fs';

/** The version of Sextant that these commands belong to. */
export function readToolVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
