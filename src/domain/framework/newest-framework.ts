import { canonicalJson } from '../canonical-json.ts';
import type { Framework } from './framework.ts';
import { joinLanguages } from './join-languages.ts';
import { singleFileForm } from './single-file-form.ts';

const partsOf = ({ version }: Framework) => version.split('.').map(Number);

function compare(a: Framework, b: Framework): number {
  const [own, other] = [partsOf(a), partsOf(b)];
  const byVersion = own.map((part, index) => part - (other[index] ?? 0)).find((difference) => difference !== 0);
  if (byVersion !== undefined) return byVersion;
  const byLanguages = a.structure.languages.length - b.structure.languages.length;
  if (byLanguages !== 0) return byLanguages;
  const [text, otherText] = [canonicalJson(singleFileForm(a)), canonicalJson(singleFileForm(b))];
  return text < otherText ? -1 : text > otherText ? 1 : 0;
}

/**
 * Of frameworks that may merge (`compareFrameworks`), the one to keep: the higher version, then more languages, then by
 * its text, so that the order of merging makes no difference. Copies of one hash count as one with the languages of all.
 */
export function newestFramework(first: Framework, ...others: readonly Framework[]): Framework {
  const ranked = [first, ...others].sort((a, b) => compare(b, a));
  const whole = new Map<string, Framework>();
  for (const next of ranked) whole.set(next.hash, joinLanguages(whole.get(next.hash) ?? next, next));
  return [...whole.values()].reduce((kept, next) => (compare(next, kept) > 0 ? next : kept));
}
