import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Prints the SHA-256 of every file of the builds that are there, in the form that `sha256sum --check` reads:
 * `npm run -s checksums > SHA256SUMS`. docs/hosting.md says how to compare them.
 */
const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['dist', 'dist-portable'];

const files = FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder))).flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort(),
);
if (files.length === 0) {
  process.stderr.write('There is no build yet. Run: npm run build\n');
  process.exitCode = 1;
}
for (const file of files) {
  const sum = createHash('sha256')
    .update(readFileSync(path.join(ROOT, file)))
    .digest('hex');
  process.stdout.write(`${sum}  ${file}\n`);
}
