import { basisOf } from '../domain/framework/basis.ts';
import type { IndicatorStructure } from '../domain/framework/framework-schema.ts';
import type { Localiser } from '../i18n/localiser.ts';

/**
 * What the contested requirements of an indicator rest on, in words: each instrument once, with its articles from the lowest;
 * `nameOf` an instrument is typeset already.
 */
export function articleWords(
  indicator: IndicatorStructure,
  nameOf: (instrument: string) => string | null,
  { t, row }: Localiser,
): readonly string[] {
  const basis = basisOf(indicator);
  return [...new Set(basis.map(({ instrument }) => instrument))].map((code) => {
    const articles = basis
      .flatMap(({ instrument, article }) => (instrument === code ? (article ?? []) : []))
      .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    const instrument = nameOf(code) ?? code;
    const { length: count } = articles;
    return count === 0 ? instrument : t('beside.article', { instrument, count, article: row(articles) });
  });
}
