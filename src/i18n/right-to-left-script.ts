/** Hebrew, Arabic and their neighbours, to stand in a class of a pattern. */
export const RIGHT_TO_LEFT_RANGES = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc';

/** A letter that is read from the right. */
export const RIGHT_TO_LEFT_SCRIPT = new RegExp(`[${RIGHT_TO_LEFT_RANGES}]`);
