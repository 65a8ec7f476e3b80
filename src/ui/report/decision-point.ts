/** Under which a point of the decision sought is kept while it is typed: one a language and place. */
export const decisionPoint = (language: string, index: number): string => `round/decision/${language}/${index + 1}`;
