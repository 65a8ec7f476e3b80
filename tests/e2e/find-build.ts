import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = (variable: string, usual: string) => path.resolve(ROOT, process.env[variable] ?? usual);

/** The builds under test: those of `npm run build`, which makes both, unless the environment names others. */
export const HOSTED_BUILD = folder('SEXTANT_BUILD', 'dist');
export const PORTABLE_FILE = pathToFileURL(
  path.join(folder('SEXTANT_PORTABLE_BUILD', 'dist-portable'), 'sextant.html'),
).href;
