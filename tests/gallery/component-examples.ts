import type { Component } from 'svelte';

const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/\.svelte$/, '');

/** The building blocks of the screens. */
export const COMPONENTS = Object.keys(import.meta.glob('../../src/ui/components/*.svelte')).map(nameOf);

/** What shows a component in its states, by the name of the component. */
export const EXAMPLES: ReadonlyMap<string, Component> = new Map(
  Object.entries(import.meta.glob<Component>('./examples/*.svelte', { eager: true, import: 'default' })).map(
    ([path, example]) => [nameOf(path), example],
  ),
);
