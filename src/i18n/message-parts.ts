/** What a screen waits for: the first page, the way to the first answer, everything. Each includes the one before. */
export const EXTENTS = ['first', 'answering', 'whole'] as const;
export type Extent = (typeof EXTENTS)[number];

/** Namespaces of the first page, and of the way from there to the first answer; all others come when they are wanted. */
const NAMESPACES: Readonly<Record<'first' | 'answering', readonly string[]>> = {
  first: ['app', 'library'],
  answering: ['assess', 'journey', 'setup'],
};
/** Read from disk by the commands, never by the app. */
const OF_COMMANDS = 'commands';

/** With which extent the messages of a namespace come first; null for those that the app does without. */
export function extentOf(namespace: string): Extent | null {
  if (namespace === OF_COMMANDS) return null;
  if (NAMESPACES.first.includes(namespace)) return 'first';
  return NAMESPACES.answering.includes(namespace) ? 'answering' : 'whole';
}
