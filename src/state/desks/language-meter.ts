import { countTexts } from '../../domain/framework/count-texts.ts';
import type { TextCount } from '../../domain/framework/count-texts.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { textsIn } from '../../domain/framework/framework.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../i18n/languages.ts';
import { loadCatalogue } from '../../i18n/load-catalogue.ts';
import type { FrameworkShelf } from '../library/framework-shelf.svelte.ts';

type Review = NonNullable<Framework['texts'][string]['review']>['status'];

/** What is there of one thing in each language; a language that it does not have is missing. */
interface MeteredThing {
  /** Null is the interface. */
  readonly framework: Framework | null;
  readonly byLanguage: ReadonlyMap<string, TextCount & { readonly review: Review | null }>;
}

/** The interface and each framework on this computer, with what each language has of their texts. */
export async function measureLanguages(shelf: FrameworkShelf): Promise<readonly MeteredThing[]> {
  const [offers, catalogues] = await Promise.all([
    shelf.loadAfresh(),
    Promise.all(LANGUAGES.map(async ({ code }) => [code, await loadCatalogue(code, 'whole')] as const)),
  ]);
  const source = catalogues.find(([code]) => code === DEFAULT_LANGUAGE.code)?.[1] ?? {};
  const names = Object.fromEntries(Object.keys(source).map((key) => [key, key]));
  const ofMessages = catalogues.map(([code, own]) => {
    const said = Object.fromEntries(Object.entries(own).map(([key, message]) => [key, message === '' ? '' : key]));
    return [code, { ...countTexts(names, said), review: null }] as const;
  });
  const metered = offers.map(({ framework }) => {
    const all = textsIn(framework, framework.structure.sourceLanguage);
    const counts = Object.entries(framework.texts).map(
      ([code, own]) => [code, { ...countTexts(all, own), review: own.review?.status ?? null }] as const,
    );
    return { framework, byLanguage: new Map(counts) };
  });
  return [{ framework: null, byLanguage: new Map(ofMessages) }, ...metered];
}
