/** From large to small; `folded` cuts the sentences of levels that are neither chosen nor next to a line each. */
const DENSITIES = ['roomy', 'compact', 'dense', 'folded'] as const;

/**
 * Sets the largest letters with which a box shows all that it holds, as `data-density` of what it stands in: by measuring,
 * never by guess.
 * Before a level is chosen nothing is folded; what does not fit then is scrolled. `shown` is what the box shows: when it
 * changes it is measured again.
 */
export function fitDensity(mayFold: boolean, _shown: unknown) {
  const densities = mayFold ? DENSITIES : DENSITIES.slice(0, -1);
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
