import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import EffectCanary from './EffectCanary.svelte';
import { localiserOf, renderWithLanguage } from './render-with-language.ts';

it('runs effects under test, which the server build of Svelte would silently leave out', async () => {
  const ran: number[] = [];
  renderWithLanguage(EffectCanary, { onran: (count: number) => ran.push(count) });
  expect(ran).toEqual([0]);
  await userEvent.click(screen.getByRole('button'));
  expect(ran).toEqual([0, 1]);
});

it('gives components the interface language and its changes', () => {
  const { language } = renderWithLanguage(EffectCanary, { onran: () => undefined });
  expect(screen.getByRole('button')).toHaveTextContent('Save');
  flushSync(() => language.change(localiserOf('fr')));
  expect(screen.getByRole('button')).toHaveTextContent('Enregistrer');
});
