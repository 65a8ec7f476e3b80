/** Namespaces of the first screens: the rest comes when an assessment, a report or an error needs it. */
export const FIRST_NAMESPACES: readonly string[] = ['app', 'assess', 'library'];
