/** Letters of the short title of an indicator, at most: a rail, a room and a slide hold no more. */
export const SHORT_TITLE_LETTERS = 24;

/** Letters of the explanation of a term, at most: it is read in passing, beside a question. */
export const TERM_LETTERS = 400;
