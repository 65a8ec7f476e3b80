import { tick } from 'svelte';

/** Moves the focus on where what had it went away; the keyboard must not start again at the top of the page. */
export async function keepFocus(next: () => HTMLElement | null | undefined): Promise<void> {
  await tick();
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) next()?.focus();
}
