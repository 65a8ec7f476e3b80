import { flushSync } from 'svelte';

/**
 * Prints the page as a person sees it, with what only paper shows. That is drawn before: while Chromium prints on the
 * word of a script it runs no rule by which text becomes HTML (Trusted Types), and drawing would end in an error.
 */
export function printPage(): void {
  window.dispatchEvent(new Event('beforeprint'));
  flushSync();
  window.print();
}
