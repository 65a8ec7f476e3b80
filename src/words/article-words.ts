import { basisOf } from '../domain/framework/basis.ts';
import type { IndicatorStructure } from '../domain/framework/framework-schema.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** The articles that contested requirements of an indicator rest on, in words; `nameOf` an instrument is typeset already. */
export function articleWords(
  indicator: IndicatorStructure,
  nameOf: (instrument: string) => string | null,
  { t }: Localiser,
): readonly string[] {
  return basisOf(indicator).map(({ instrument, article }) => {
    const name = nameOf(instrument) ?? instrument;
    return article === null ? name : t('beside.article', { instrument: name, article });
  });
}
