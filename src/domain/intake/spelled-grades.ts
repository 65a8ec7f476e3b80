import { bareWord } from './spellings.ts';

/**
 * Words for what closing a gap would bring and for how easy it is, in the languages of the app, as `foldWords` leaves
 * them: those that the app writes, and those of the scales of three or four that people use. What lies in the middle of
 * a scale of ease is no word here: it decides whether something is easy.
 */
const GRADES = {
  impact: {
    1: [
      ...['little', 'low', 'very low', 'small', 'minor'],
      ...['faible', 'tres faible', 'bas', 'basse', 'minime'],
      ...['escaso', 'escasa', 'bajo', 'baja', 'muy bajo', 'muy baja'],
      ...['ضييل', 'ضييله', 'ضعيف', 'ضعيفه', 'منخفض', 'منخفضه', 'قليل', 'محدود'],
    ],
    2: [
      ...['some', 'medium', 'moderate', 'average'],
      ...['moyen', 'moyenne', 'modere', 'moderee'],
      ...['moderado', 'moderada', 'medio', 'media', 'mediano', 'mediana'],
      ...['متوسط', 'متوسطه'],
    ],
    3: [
      ...['high', 'large', 'big', 'significant'],
      ...['fort', 'forte', 'eleve', 'elevee', 'haut', 'haute', 'important', 'importante'],
      ...['alto', 'alta', 'elevado', 'elevada', 'grande'],
      ...['كبير', 'كبيره', 'مرتفع', 'مرتفعه', 'عال', 'عالي', 'عاليه', 'قوي'],
    ],
    4: [
      ...['decisive', 'very high', 'very large'],
      ...['decisif', 'decisive', 'tres fort', 'tres forte', 'tres eleve', 'tres elevee'],
      ...['decisivo', 'decisiva', 'muy alto', 'muy alta', 'muy elevado', 'muy elevada'],
      ...['حاسم', 'حاسمه', 'كبير جدا', 'مرتفع جدا', 'عال جدا', 'عالي جدا'],
    ],
  },
  ease: {
    1: ['very hard', 'very difficult', 'tres difficile', 'muy dificil', 'صعب جدا', 'صعبه جدا'],
    2: ['hard', 'difficult', 'difficile', 'dificil', 'صعب', 'صعبه'],
    3: ['within reach', 'feasible', 'a portee', 'faisable', 'al alcance', 'factible', 'في المتناول'],
    4: ['easy', 'very easy', 'facile', 'tres facile', 'facil', 'muy facil', 'سهل', 'سهله', 'سهل جدا', 'يسير'],
  },
} as const;

export type GradedColumn = keyof typeof GRADES;

const BY_WORD: ReadonlyMap<string, number> = new Map(
  Object.entries(GRADES).flatMap(([column, grades]) =>
    Object.entries<readonly string[]>(grades).flatMap(([grade, words]) =>
      words.map((word) => [`${column} ${word}`, Number(grade)] as const),
    ),
  ),
);

/** What a word says of impact or ease, from 1 to 4; null for any other word. */
export function spelledGrade(column: GradedColumn, text: string): number | null {
  return BY_WORD.get(`${column} ${bareWord(text)}`) ?? null;
}
