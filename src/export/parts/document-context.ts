import { levelTone } from '../../charts/level-tone.ts';
import type { Crosswalk } from '../../domain/framework/crosswalk-schema.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { levelPosition, textsIn } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report, ReportIndicator } from '../../report/report.ts';
import { frameworkWords } from '../../words/framework-words.ts';
import { isOnePage } from '../document/one-page.ts';
import { nameAmong } from '../../words/institution-words.ts';
import type { Inline, LevelSign, Run, SectionId } from '../document/document.ts';
import { FRONT_PARTS, SECTION_IDS } from '../document/document.ts';
import type { TextFace } from '../document/text-face.ts';
import { ANY_FACE } from '../document/text-face.ts';

export interface DocumentOptions {
  /** Which parts are wanted; they are printed in the order of SECTION_IDS. */
  readonly sections: ReadonlySet<SectionId>;
  /** When the report is made: ISO date or instant. */
  readonly now: string;
  readonly toolVersion: string;
  /** Names of what indicators are related to, by crosswalk key; codes stand for themselves without it. */
  readonly crosswalks?: ReadonlyMap<string, Crosswalk>;
  /** Every gap with all that is known of it, or the first ones only and the others in one line each (default). */
  readonly gapTable?: 'compact' | 'full';
  /** Key of the crosswalk by whose codes indicators are grouped, where a reader thinks in another order than ours. */
  readonly lens?: string | null;
  /** Order of the plan: as it was written (default), or what still needs resources first. */
  readonly planOrder?: 'plan' | 'funding';
  /** The second language of a bilingual report: a summary page and the levels reached. */
  readonly second?: Localiser | null;
  /** The letters in which the one page will stand, where they are known. */
  readonly face?: TextFace;
}

/** What every block is built from: the report, and how its ids become words. An id without words shows itself. */
export interface DocumentContext {
  readonly report: Report;
  readonly framework: Framework;
  readonly texts: FrameworkTexts;
  readonly localiser: Localiser;
  readonly options: DocumentOptions;
  readonly t: Localiser['t'];
  /** By whose letters the one page is fitted. */
  readonly face: TextFace;
  readonly printed: ReadonlySet<SectionId>;
  /** Numbers of the parts that are printed, as the contents list them; what stands before them has none. */
  readonly sectionNumbers: ReadonlyMap<SectionId, string>;
  /** Same report, same parts, in the second language; null in a report of one language. */
  readonly second: DocumentContext | null;
  readonly indicatorById: ReadonlyMap<string, ReportIndicator>;
  number(value: number): string;
  /** Text of the framework, marked with its language where that is not the reader's. */
  quote(text: string): Run;
  indicatorTitle(id: string): string;
  /** At most 24 letters. */
  shortTitle(id: string): string;
  domainTitle(id: string): string;
  bandName(id: string): string;
  levelSign(scaleId: string, levelId: string): LevelSign;
  /** Digit and word: `3 developed`. A symbol that is the word itself stands once. */
  levelWords(scaleId: string, levelId: string): string;
  /** A level inside a sentence: `level 3` where the signs count from 1, else its name in quotation marks. */
  levelInSentence(scaleId: string, levelId: string): string;
  isHighest(scaleId: string, levelId: string): boolean;
  requirement(address: string): string;
  /** The name of an institution of the list; words that are not an id of it as they stand. */
  institutionName(id: string): string;
  /** "see section 6", and the page where pages can be counted; nothing where that part is not printed. */
  seeSection(id: SectionId): readonly Inline[];
}

/** Code and title, the code never broken: `IC-02 Interministerial mechanism`. */
export function codeAndTitle(context: DocumentContext, id: string): readonly Inline[] {
  return [{ text: id, code: true }, { text: ' ' }, context.quote(context.indicatorTitle(id))];
}

/** The same by the short title, where many stand in one line. */
export function codeAndShortTitle(context: DocumentContext, id: string): readonly Inline[] {
  return [{ text: id, code: true }, { text: ' ' }, context.quote(context.shortTitle(id))];
}

/** Numbers the parts after cover, foreword and acknowledgements from 1, in print order; a part that stands alone has none. */
function numberSections(sections: ReadonlySet<SectionId>): Map<SectionId, string> {
  if (isOnePage(sections)) return new Map();
  const numbered = SECTION_IDS.filter((id) => sections.has(id) && !FRONT_PARTS.includes(id));
  return new Map(numbered.map((id, index) => [id, String(index + 1)]));
}

/** Gathers what the blocks need; texts in the reader's language, else in the framework's source language. */
export function makeContext(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: DocumentOptions,
  printed: ReadonlySet<SectionId> = options.sections,
): DocumentContext {
  const texts = textsIn(framework, localiser.language.code);
  const foreign = framework.texts[localiser.language.code] === undefined;
  const sectionNumbers = numberSections(printed);
  const words = frameworkWords(framework, texts, localiser);
  const scaleOf = (id: string) => framework.structure.scales[id] ?? { levels: [] };

  function levelSign(scaleId: string, levelId: string): LevelSign {
    const scale = scaleOf(scaleId);
    const position = levelPosition(scale, levelId) ?? 1;
    return {
      symbol: words.levelSymbol(scaleId, levelId),
      name: words.levelName(scaleId, levelId),
      tone: levelTone(position, scale.levels.length),
    };
  }

  const { second = null } = options;
  return {
    report,
    framework,
    texts,
    second: second === null ? null : makeContext(report, framework, second, { ...options, second: null }, printed),
    localiser,
    options,
    t: localiser.t,
    face: options.face ?? ANY_FACE,
    printed,
    sectionNumbers,
    indicatorById: new Map(report.indicators.map((indicator) => [indicator.id, indicator])),
    number: (value) => localiser.number(value),
    quote(text) {
      const typeset = localiser.text(text);
      return foreign ? { text: typeset, language: framework.structure.sourceLanguage } : { text: typeset };
    },
    indicatorTitle: words.indicator,
    shortTitle: words.shortIndicator,
    domainTitle: (id) => (texts.domains[id] === undefined ? words.subdomain(id) : words.domain(id)),
    bandName: words.band,
    levelSign,
    levelWords: words.level,
    levelInSentence: words.levelInSentence,
    isHighest: (scaleId, levelId) => scaleOf(scaleId).levels.at(-1)?.id === levelId,
    requirement: words.requirement,
    institutionName: (id) => localiser.text(nameAmong(report, id, texts, localiser)),
    seeSection(id) {
      const number = sectionNumbers.get(id);
      if (number === undefined) return [];
      return [
        { text: localiser.t('report.seeSection', { number }), leadsTo: id },
        { pageOf: id, before: localiser.t('report.beforePage') },
      ];
    },
  };
}
