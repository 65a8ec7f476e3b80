import terms from '../../indicators/local-terms.json' with { type: 'json' };
import type { Framework } from '../domain/framework/framework.ts';
import type { LocalTerms, LocalWords } from '../domain/framework/local-words.ts';
import { withLocalWords } from '../domain/framework/local-words.ts';

/** Institutions that are called otherwise from country to country, in the words of our frameworks. */
export const LOCAL_TERMS: LocalTerms = terms;

/** The framework as an assessment shows it: see `withLocalWords`. */
export function withWordsHere(framework: Framework, here: LocalWords | undefined): Framework {
  return here === undefined ? framework : withLocalWords(framework, LOCAL_TERMS, here);
}
