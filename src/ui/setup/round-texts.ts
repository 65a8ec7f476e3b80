/** What is typed of a round when it is set up; the closing date is a day (ISO 8601). */
export const ROUND_TEXTS = ['country', 'title', 'lead', 'sponsor', 'purpose', 'closingDate', 'marking'] as const;

export type RoundText = (typeof ROUND_TEXTS)[number];
