import type { KeyFigure } from '../../domain/registers/round.ts';
import { MAXIMUM_KEY_FIGURES, MAXIMUM_RECOMMENDATIONS } from '../../domain/registers/round.ts';

/** What is said of a figure, in the order in which it is asked for. */
export const FIGURE_MEMBERS: readonly (keyof KeyFigure)[] = ['name', 'value', 'year', 'source'];

/** Under what each text around the results is kept while it is typed, by the language of the report; places from 0. */
export const textKey = (register: string, code: string): string => `${register}/${code}`;
export const recommendationKey = (code: string, place: number): string => `round/recommendations/${code}/${place + 1}`;
export const figureKey = (code: string, place: number, member: keyof KeyFigure): string =>
  `round/keyFigures/${code}/${place + 1}/${member}`;

const count = (length: number) => Array.from({ length }, (_, place) => place);

/** All of them. */
export const narrativeKeys = (code: string, domains: readonly { readonly id: string }[]): string[] => [
  ...['round/foreword', 'round/acknowledgements', ...domains.map(({ id }) => `practice/${id}`)].map((register) =>
    textKey(register, code),
  ),
  ...count(MAXIMUM_RECOMMENDATIONS).map((place) => recommendationKey(code, place)),
  ...count(MAXIMUM_KEY_FIGURES).flatMap((place) => FIGURE_MEMBERS.map((member) => figureKey(code, place, member))),
];
