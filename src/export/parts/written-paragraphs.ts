import type { DocumentContext } from './document-context.ts';

/** Text that a person wrote, one paragraph a line. */
export function writtenParagraphs({ localiser }: Pick<DocumentContext, 'localiser'>, written: string): string[] {
  return written
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => localiser.text(line.trim()));
}
