import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Lays the portable file and its checksum beside the hosted files, from where the app fetches them when somebody wants to pass
 * them on: last, so that no list of files to keep offline has them. Part of `npm run build`.
 */
const NAME = 'sextant.html';
const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const portable = inProject(`dist-portable/${NAME}`);
const sum = createHash('sha256').update(readFileSync(portable)).digest('hex');
copyFileSync(portable, inProject(`dist/${NAME}`));
writeFileSync(inProject(`dist/${NAME}.sha256`), `${sum}  ${NAME}\n`);
