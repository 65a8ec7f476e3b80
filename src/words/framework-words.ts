import { bandName, shortTitle } from '../domain/framework/framework-names.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { levelPosition, levelSymbol } from '../domain/framework/framework.ts';
import { requirementText } from '../domain/framework/requirement-address.ts';
import type { FrameworkTexts, Scale } from '../domain/framework/framework-schema.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** The framework's own words in the reader's language, by id; an id without words shows itself. */
export interface FrameworkWords {
  domain(id: string): string;
  subdomain(id: string): string;
  indicator(id: string): string;
  /** The title of an indicator where there is little room. */
  shortIndicator(id: string): string;
  /** A node of the score tree of any kind. */
  node(id: string): string;
  band(id: string): string;
  levelName(scaleId: string, level: string): string;
  levelSymbol(scaleId: string, level: string): string;
  /** Symbol and name: `3 Developed`. A symbol that is the name itself stands once. */
  level(scaleId: string, level: string): string;
  /** A level inside a sentence: `level 3` where the symbols count from 1, else its name in quotation marks. */
  levelInSentence(scaleId: string, level: string): string;
  /** `at level 3 or above`; without "or above" where nothing stands above. */
  atLevel(scaleId: string, level: string): string;
  /** Text of a requirement by its address `<indicator>/<level>/<a|b|c>`. */
  requirement(address: string): string;
  /** The step that reaches a level; null where the framework gives none. */
  advance(indicatorId: string, level: string): string | null;
}

/** What a level is shown as to a reader: its symbol, a decimal as their language writes it, or its position from 1. */
export function levelSign(scale: Scale, level: string, localiser: Localiser): string {
  const symbol = levelSymbol(scale, level);
  return /^\d+\.\d+$/.test(symbol) ? localiser.number(Number(symbol), 2) : symbol;
}

/** Words of a framework for one reader: the texts in their language, typeset by their localiser. */
export function frameworkWords(framework: Framework, texts: FrameworkTexts, localiser: Localiser): FrameworkWords {
  const write = (text: string | undefined, id: string) => (text === undefined ? id : localiser.text(text));
  const scaleOf = (id: string) => framework.structure.scales[id] ?? { levels: [] };
  const domain = (id: string) => write(texts.domains[id]?.title, id);
  const subdomain = (id: string) => write(texts.subdomains?.[id]?.title, id);
  const indicator = (id: string) => write(texts.indicators[id]?.title, id);
  const levelName = (scaleId: string, level: string) => write(texts.scales[scaleId]?.[level], level);
  const symbolOf = (scaleId: string, level: string) => levelSign(scaleOf(scaleId), level, localiser);
  function levelInSentence(scaleId: string, level: string): string {
    const symbol = symbolOf(scaleId, level);
    const counts = symbol === String(levelPosition(scaleOf(scaleId), level));
    return counts
      ? localiser.t('results.levelNumber', { symbol })
      : localiser.t('results.levelName', { name: levelName(scaleId, level) });
  }
  return {
    domain,
    subdomain,
    indicator,
    shortIndicator: (id) => localiser.text(shortTitle(texts, id)),
    node(id) {
      if (framework.indicatorById.has(id)) return indicator(id);
      return texts.domains[id] === undefined ? subdomain(id) : domain(id);
    },
    band: (id) => write(bandName(texts, id), id),
    levelName,
    levelSymbol: symbolOf,
    level(scaleId, level) {
      const [sign, name] = [symbolOf(scaleId, level), levelName(scaleId, level)];
      return sign.toLowerCase() === name.toLowerCase() ? name : `${sign} ${name}`;
    },
    levelInSentence,
    atLevel(scaleId, level) {
      const isHighest = scaleOf(scaleId).levels.at(-1)?.id === level;
      return localiser.t(isHighest ? 'results.at' : 'results.atOrAbove', { level: levelInSentence(scaleId, level) });
    },
    requirement: (address) => write(requirementText(texts, address), address),
    advance(indicatorId, level) {
      const text = texts.indicators[indicatorId]?.advance?.[level];
      return text === undefined ? null : localiser.text(text);
    },
  };
}
