/**
 * A code of a crosswalk as it is printed: `10.7`, `§15` or `P1` as it stands; empty where it holds a word such as
 * `gender` or `before-departure`, which is one language's, while the title beside it says the same in each.
 */
export function codeWithoutWords(code: string): string {
  return /\p{L}{2}/u.test(code) ? '' : code;
}
