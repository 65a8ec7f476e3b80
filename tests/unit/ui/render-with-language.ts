import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { InterfaceLanguage } from '../../../src/i18n/interface-language.svelte.ts';
import { findLanguage } from '../../../src/i18n/languages.ts';
import type { Localiser } from '../../../src/i18n/localiser.ts';
import { createLocaliser } from '../../../src/i18n/localiser.ts';
import { readCatalogue } from '../i18n/read-catalogue.ts';
import ProvideLanguage from './ProvideLanguage.svelte';

type PropsOf<Shown> = Shown extends (internals: never, props: infer Props) => unknown ? Props : never;

/** The localiser of a language with its real messages, read from disk. */
export function localiserOf(code: string): Localiser {
  const language = findLanguage(code);
  if (language === undefined) throw new Error(`the interface does not speak ${code}`);
  return createLocaliser(language, readCatalogue(code));
}

/**
 * Renders a component below the interface language with its real messages, English unless said otherwise. `rerender`
 * takes props of the component; `language.change(localiserOf('fr'))` is what the language switch does.
 */
export function renderWithLanguage<Shown extends (internals: never, props: never) => unknown>(
  component: Shown,
  props: PropsOf<Shown>,
  code = 'en',
) {
  const language = new InterfaceLanguage(localiserOf(code));
  const shown = component as unknown as Component<Record<string, unknown>>;
  return { language, ...render(ProvideLanguage, { ...(props as Record<string, unknown>), language, shown }) };
}
