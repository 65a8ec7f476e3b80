/** Gives a box, as `--window-left`, the height that the window has left below whatever stands above it. */
export function fillWindow(box: HTMLElement): () => void {
  const fit = () => {
    const above = box.getBoundingClientRect().top + window.scrollY;
    box.style.setProperty('--window-left', `${Math.floor(window.innerHeight - above)}px`);
  };
  // A banner that comes or goes above changes the height of all; what holds the box may have no box of its own.
  const observer = new ResizeObserver(fit);
  observer.observe(document.body);
  window.addEventListener('resize', fit);
  fit();
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', fit);
  };
}
