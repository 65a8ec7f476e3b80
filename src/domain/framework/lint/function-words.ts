/**
 * Words that carry grammar, not meaning: left out when two texts are compared. Only those in `telling` belong to no
 * other language of the list and so show in which language a text is written.
 */
interface FunctionWords {
  readonly telling: readonly string[];
  readonly others: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

export const FUNCTION_WORDS: Readonly<Record<string, FunctionWords>> = {
  en: {
    telling: words('the and of with which their are shall from this these have has been by its does whether they was'),
    others: words('a an or in to for on is it at as that who be not no if'),
  },
  fr: {
    telling: words(
      'le les des du et est une dans pour avec aux leur leurs sont qui dont cette ces il elle ils elles sur',
    ),
    others: words('la l d de ou en un par à au se sa son ses ce n ne pas s c j m qu que lui y si'),
  },
};
