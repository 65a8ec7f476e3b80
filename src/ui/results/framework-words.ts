import { bandName } from '../../domain/framework/framework-names.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { levelSymbol } from '../../domain/framework/framework.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { Localiser } from '../../i18n/localiser.ts';

/** The framework's own words in the reader's language, by id; an id without words shows itself. */
export interface FrameworkWords {
  domain(id: string): string;
  subdomain(id: string): string;
  indicator(id: string): string;
  /** A node of the score tree of any kind. */
  node(id: string): string;
  band(id: string): string;
  levelName(scaleId: string, level: string): string;
  levelSymbol(scaleId: string, level: string): string;
  /** Symbol and name: `3 Developed`. A symbol that is the name itself stands once. */
  level(scaleId: string, level: string): string;
  /** Text of a requirement by its address `<indicator>/<level>/<a|b|c>`. */
  requirement(address: string): string;
  /** The step that reaches a level; null where the framework gives none. */
  advance(indicatorId: string, level: string): string | null;
}

const LETTERS = 'abc';

/** Words of a framework for one reader: the texts in their language, typeset by their localiser. */
export function frameworkWords(framework: Framework, texts: FrameworkTexts, localiser: Localiser): FrameworkWords {
  const write = (text: string | undefined, id: string) => (text === undefined ? id : localiser.text(text));
  const domain = (id: string) => write(texts.domains[id]?.title, id);
  const subdomain = (id: string) => write(texts.subdomains?.[id]?.title, id);
  const indicator = (id: string) => write(texts.indicators[id]?.title, id);
  const levelName = (scaleId: string, level: string) => write(texts.scales[scaleId]?.[level], level);
  const symbol = (scaleId: string, level: string) => {
    const scale = framework.structure.scales[scaleId];
    return scale === undefined ? level : levelSymbol(scale, level);
  };
  return {
    domain,
    subdomain,
    indicator,
    node(id) {
      if (framework.indicatorById.has(id)) return indicator(id);
      return texts.domains[id] === undefined ? subdomain(id) : domain(id);
    },
    band: (id) => write(bandName(texts, id), id),
    levelName,
    levelSymbol: symbol,
    level(scaleId, level) {
      const [sign, name] = [symbol(scaleId, level), levelName(scaleId, level)];
      return sign.toLowerCase() === name.toLowerCase() ? name : `${sign} ${name}`;
    },
    requirement(address) {
      const [id = '', level = '', letter = ''] = address.split('/');
      return write(texts.indicators[id]?.levels[level]?.[LETTERS.indexOf(letter)], address);
    },
    advance(indicatorId, level) {
      const text = texts.indicators[indicatorId]?.advance?.[level];
      return text === undefined ? null : localiser.text(text);
    },
  };
}
