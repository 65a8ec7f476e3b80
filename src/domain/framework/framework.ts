import type {
  DomainStructure,
  FrameworkStructure,
  FrameworkTexts,
  IndicatorStructure,
  Level,
  Scale,
  SubdomainStructure,
} from './framework-schema.ts';

/** An indicator with its place: ids of its domain and sub-domain (null where it stands directly in the domain). */
export interface Indicator extends IndicatorStructure {
  readonly domain: string;
  readonly subdomain: string | null;
}

/** A parsed, cross-checked, immutable framework: identified by id, version and hash. */
export interface Framework {
  readonly id: string;
  readonly version: string;
  /** SHA-256, lower-case hexadecimal, of structure and source-language texts: docs/file-formats.md section 1. */
  readonly hash: string;
  readonly structure: FrameworkStructure;
  readonly texts: Readonly<Record<string, FrameworkTexts>>;
  /** Every indicator in the framework's order. */
  readonly indicators: readonly Indicator[];
  readonly indicatorById: ReadonlyMap<string, Indicator>;
  /**
   * Only what the first questions take is here, in one language: other indicators are without the words of their
   * levels, and some without a title. Such a framework is looked at, and never stored or written to a file.
   */
  readonly isStart?: true;
}

/** What a saved file, a report or a commitment names a framework by. */
export interface FrameworkReference {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** Every indicator of a structure in order, with the ids of its domain and sub-domain. */
export function listIndicators(structure: Pick<FrameworkStructure, 'domains'>): Indicator[] {
  const inSubdomain = (domain: DomainStructure, subdomain: SubdomainStructure) =>
    subdomain.indicators.map((indicator) => ({ ...indicator, domain: domain.id, subdomain: subdomain.id }));
  return structure.domains.flatMap((domain) => [
    ...(domain.indicators ?? []).map((indicator) => ({ ...indicator, domain: domain.id, subdomain: null })),
    ...(domain.subdomains ?? []).flatMap((subdomain) => inSubdomain(domain, subdomain)),
  ]);
}

/** A framework of parts that were checked against each other before, with the hash of `hashFramework`. */
export function frameworkOf(
  structure: FrameworkStructure,
  texts: Readonly<Record<string, FrameworkTexts>>,
  hash: string,
): Framework {
  const indicators = listIndicators(structure);
  const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return { id: structure.id, version: structure.version, hash, structure, texts, indicators, indicatorById };
}

/** The scale an indicator is answered on. Throws for an indicator that is not of this framework. */
export function scaleOf(framework: Framework, indicator: IndicatorStructure): Scale {
  const scale = framework.structure.scales[indicator.scale];
  if (scale === undefined) throw new Error(`scale ${indicator.scale} is not in framework ${framework.id}`);
  return scale;
}

/** Position of a level on its scale from 1, or null when the scale has no such level. */
export function levelPosition(scale: Scale, levelId: string): number | null {
  const index = scale.levels.findIndex((level) => level.id === levelId);
  return index === -1 ? null : index + 1;
}

/** The level at a position from 1, or undefined outside the scale. */
export function levelAt(scale: Scale, position: number): Level | undefined {
  return scale.levels[position - 1];
}

/** What a level is shown as: its symbol, or its position from 1. */
export function levelSymbol(scale: Scale, levelId: string): string {
  const index = scale.levels.findIndex((level) => level.id === levelId);
  return scale.levels[index]?.symbol ?? String(index + 1);
}

/** Texts in the wanted language, else in the source language. */
export function textsIn(framework: Framework, language: string): FrameworkTexts {
  const texts = framework.texts[language] ?? framework.texts[framework.structure.sourceLanguage];
  if (texts === undefined) throw new Error(`framework ${framework.id} has no texts in its source language`);
  return texts;
}

/** Whether the words of the levels of an indicator are here: see `isStart`. */
export function hasWordsOf(framework: Framework, indicatorId: string): boolean {
  const { indicators } = textsIn(framework, framework.structure.sourceLanguage);
  return framework.isStart !== true || Object.keys(indicators[indicatorId]?.levels ?? {}).length > 0;
}

/** Some of the indicators by the id of their domain, in the framework's order. */
export function indicatorsByDomain(
  { structure }: Framework,
  indicators: readonly Indicator[],
): ReadonlyMap<string, readonly Indicator[]> {
  return new Map(structure.domains.map(({ id }) => [id, indicators.filter(({ domain }) => domain === id)]));
}

/** Id, version and hash. */
export function referenceOf(framework: Framework): FrameworkReference {
  return { id: framework.id, version: framework.version, hash: framework.hash };
}
