import type { GivenFile } from './given-file.ts';

const TABLE_NAME = /\.(xlsx|ods|csv|tsv|txt)$/i;

/** Whether a file is by its name a library of another program, which is YAML. */
export const isLibrary = (fileName: string): boolean => /\.ya?ml$/i.test(fileName);

/**
 * Whether a file is by its name, and by what it is chosen for, what `readForeignFile` reads: a library of another
 * program, a framework as a table, or anybody's table.
 */
export function isForeign({ use, fileName }: Pick<GivenFile, 'use' | 'fileName'>): boolean {
  if (use === 'table') return true;
  if (isLibrary(fileName)) return use === 'framework' || use === 'open';
  return use === 'framework' && TABLE_NAME.test(fileName);
}
