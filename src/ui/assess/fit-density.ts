/** From large to small; `folded` cuts the sentences of levels that are neither chosen nor next to a line each. */
export const DENSITIES = ['roomy', 'compact', 'dense', 'folded'] as const;
/** Before a level is chosen nothing is folded; what does not fit then is scrolled. */
export const UNFOLDED_DENSITIES = DENSITIES.slice(0, -1);

/**
 * Sets the largest letters with which a box shows all that it holds, as `data-density` of what it stands in: by measuring,
 * never by guess. `densities` are their names from large to small. `shown` is what the box shows: when it changes it is
 * measured again.
 */
export function fitDensity(densities: readonly string[], _shown: unknown) {
  return (box: HTMLElement): (() => void) => {
    const sheet = box.parentElement;
    const fit = () => {
      for (const density of densities) {
        if (sheet !== null) sheet.dataset['density'] = density;
        if (box.scrollHeight <= box.clientHeight) return;
      }
    };
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    fit();
    return () => observer.disconnect();
  };
}
