/** From large to small; `folded` cuts the sentences of levels that are neither chosen nor next to a line each. */
export const DENSITIES = ['roomy', 'compact', 'dense', 'folded'] as const;
/** Before a level is chosen nothing is folded; what does not fit then is scrolled. */
export const UNFOLDED_DENSITIES = DENSITIES.slice(0, -1);

/** What the letters of a sheet were fitted to last. */
const fittedTo = new WeakMap<Element, string>();

/**
 * Sets the largest letters with which a box shows all that it holds, as `data-density` of what it stands in: by measuring,
 * never by guess. `densities` are their names from large to small. `shown` is what the box shows: when it changes it is
 * measured again, and while it is of the same `subject` from the letters that stand: a choice makes none larger.
 */
export function fitDensity(densities: readonly string[], subject: string, _shown: unknown) {
  return (box: HTMLElement): (() => void) => {
    const sheet = box.parentElement;
    const standing = sheet !== null && fittedTo.get(sheet) === subject ? (sheet.dataset['density'] ?? '') : '';
    let first = Math.max(0, densities.indexOf(standing));
    // It is called at once too, before anything is painted.
    const observer = new ResizeObserver(() => {
      for (const density of densities.slice(first)) {
        if (sheet !== null) sheet.dataset['density'] = density;
        if (box.scrollHeight <= box.clientHeight) break;
      }
      if (sheet !== null) fittedTo.set(sheet, subject);
      first = 0;
    });
    observer.observe(box);
    return () => observer.disconnect();
  };
}
