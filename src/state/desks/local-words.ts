import { LOCAL_TERMS } from '../../content/local-terms.ts';
import { textIn, withText } from '../../domain/by-language.ts';
import { termsNamedIn } from '../../domain/framework/local-words.ts';
import { textsIn } from '../../domain/framework/framework.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

type WordsSession = Pick<AssessmentSession, 'assessment' | 'framework' | 'setRound'>;

/** An institution that the questions name, and what it is called in this country. */
interface LocalWord {
  readonly id: string;
  readonly name: string;
  /** '' where it is called nothing else. */
  readonly here: string;
}

/** The longest name that may stand behind a sentence. */
export const LOCAL_WORD_CHARACTERS = 80;

/** Ids and names of the institutions that the questions name in one language, in the order of the list; none without one. */
export function localTermsOf({ framework }: Pick<WordsSession, 'framework'>, language: string) {
  const own = textIn(LOCAL_TERMS, language);
  if (own === undefined || framework.texts[language] === undefined) return [];
  return termsNamedIn(textsIn(framework, language), own.terms);
}

/** The same with what each is called in this country. */
export function localWordsOf(
  { assessment }: Pick<WordsSession, 'assessment'>,
  terms: ReturnType<typeof localTermsOf>,
  language: string,
): readonly LocalWord[] {
  return terms.map(([id, name]) => {
    return { id, name, here: textIn(assessment.round.localWords?.[id] ?? null, language) ?? '' };
  });
}

/** Sets what an institution is called here, in one language; '' takes it back. */
export function setLocalWord(session: WordsSession, id: string, language: string, word: string): void {
  const all = session.assessment.round.localWords ?? {};
  const own = withText(all[id] ?? null, language, word.trim() === '' ? null : word.trim());
  session.setRound({ localWords: withText(all, id, own) });
}
