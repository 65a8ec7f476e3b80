import type { Problem } from '../../problem.ts';
import type { Framework } from '../framework.ts';
import { locateIndicators } from '../locate-indicators.ts';
import { advise } from './writing-code.ts';

/** Whole instruments where an article is wanted: a requirement that a State may question rests on a passage it can read. */
export function findBasesWithoutArticle({ structure }: Framework): Problem[] {
  return locateIndicators(structure).flatMap(({ item: { id, basis = {} }, path }) =>
    Object.entries(basis).flatMap(([requirement, articles]) =>
      articles.flatMap((code, index) =>
        code.includes('#')
          ? []
          : [
              advise(
                'writing.basisWithoutArticle',
                { file: 'framework.json', path: [...path, 'basis', requirement, index] },
                { id, requirement, code },
              ),
            ],
      ),
    ),
  );
}
