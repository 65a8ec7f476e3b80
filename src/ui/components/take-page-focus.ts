let hasArrived = false;

/**
 * After a change of page the reader goes on at its heading: what had the focus is gone or belongs to the way there. The
 * first page of a visit keeps the browser's order, and a page that has set its own focus keeps it.
 */
export function takePageFocus(): void {
  const heading = document.querySelector<HTMLElement>('#content h1');
  if (heading === null) return;
  const isFirst = !hasArrived;
  hasArrived = true;
  const active = document.activeElement;
  const keepsOwn = (active?.closest('#content, dialog') ?? null) !== null;
  if (isFirst || keepsOwn) return;
  heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
}
