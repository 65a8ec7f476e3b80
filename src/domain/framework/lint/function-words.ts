/**
 * Words that carry grammar, not meaning: left out when two texts are compared. Those in `telling`
 * show in which language a text is written: several of them seldom stand in another of the list.
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
    telling: words('le les des du et est dans pour avec aux leur leurs sont qui dont cette ces il elle ils elles'),
    others: words('une sur la l d de ou en un par à au se sa son ses ce n ne pas s c j m qu que lui y si'),
  },
  es: {
    telling: words('el los las del y una con por para como su sus esta este estas estos pero cuando según sin o al'),
    others: words('la de que en un se lo le les no es son ha han ni ya más cada e u a'),
  },
  ar: {
    telling: words('في من على إلى عن أو التي الذي هذا هذه كل أن لا مع بين ما'),
    others: words('لم قد ولا كان بعد قبل'),
  },
};
