import type { FrameworkTexts, ReviewStatus } from '../domain/framework/framework-schema.ts';
import type { Framework, FrameworkReference } from '../domain/framework/framework.ts';

/** What is said of a framework before it is chosen; who has read the texts, and how, comes with the whole. */
export type FrameworkCardWords = Pick<FrameworkTexts, 'title' | 'description'> & {
  readonly review?: { readonly status: ReviewStatus };
};

/** What is known of a framework before any of it is loaded. */
export interface FrameworkCard extends FrameworkReference {
  readonly languages: readonly string[];
  readonly sourceLanguage: string;
  /** How many. */
  readonly indicators: number;
  /** By language. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Where built-in frameworks come from: bundled modules in the app, fakes in tests. What it gives was parsed before. */
export interface FrameworkSource {
  readonly cards: readonly FrameworkCard[];
  readonly crosswalkKeys: readonly string[];
  /** In a language, or in the source language of the framework where it does not have that. */
  loadCardWords(id: string, language: string): Promise<FrameworkCardWords>;
  /** With all its texts. */
  loadFramework(id: string): Promise<Framework>;
  /** With what its first questions take, in one language or its source language: see `Framework.isStart`. */
  loadStart(id: string, language: string): Promise<Framework>;
  loadCrosswalk(key: string): Promise<unknown>;
}
