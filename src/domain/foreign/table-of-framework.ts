import type { Framework, Indicator } from '../framework/framework.ts';
import { scaleOf, textsIn } from '../framework/framework.ts';
import { ABOUT_ROWS, FRAMEWORK_COLUMNS } from './framework-columns.ts';

type Row = readonly (string | number | null)[];

/** A framework as the table that `frameworkOfTable` reads: titles and rows of the questions, and rows of what it is. */
export interface FrameworkTable {
  readonly titles: readonly string[];
  readonly rows: readonly Row[];
  readonly about: readonly Row[];
}

const LEVEL_WORDS: Readonly<Record<string, string>> = { en: 'Level', fr: 'Niveau', es: 'Nivel', ar: 'المستوى' };

/** Some indicators of one scale, in one language: those on another scale than the first are left out. */
export function tableOfFramework(
  framework: Framework,
  language: string,
  indicators: readonly Indicator[],
): FrameworkTable {
  const [first] = indicators;
  if (first === undefined) throw new Error('a table has at least one question');
  const texts = textsIn(framework, language);
  const { levels } = scaleOf(framework, first);
  const titleOf = (words: Readonly<Record<string, string>>) => words[language] ?? words['en'] ?? '';
  const levelName = (level: string) => texts.scales[first.scale]?.[level] ?? level;
  return {
    titles: [
      ...(['domain', 'subdomain', 'code', 'title', 'question'] as const).map((one) => titleOf(FRAMEWORK_COLUMNS[one])),
      ...levels.map(({ id }, place) => `${titleOf(LEVEL_WORDS)} ${place + 1}: ${levelName(id)}`),
      ...(['why', 'evidence', 'weight'] as const).map((one) => titleOf(FRAMEWORK_COLUMNS[one])),
    ],
    rows: indicators
      .filter(({ scale }) => scale === first.scale)
      .map(({ id, domain, subdomain, weight }) => {
        const own = texts.indicators[id];
        return [
          texts.domains[domain]?.title ?? domain,
          subdomain === null ? null : (texts.subdomains?.[subdomain]?.title ?? subdomain),
          id,
          own?.title ?? id,
          own?.question ?? null,
          ...levels.map((level) => (own?.levels[level.id] ?? []).join('\n')),
          own?.why ?? null,
          (own?.evidence ?? []).join('\n'),
          weight ?? null,
        ];
      }),
    about: (
      [
        ['id', 'my-framework'],
        ['version', '0.1.0'],
        ['language', language],
        ['name', texts.title],
        ['description', texts.description ?? null],
        ['attribution', texts.attribution ?? null],
      ] as const
    ).map(([row, value]) => [titleOf(ABOUT_ROWS[row]), value]),
  };
}
