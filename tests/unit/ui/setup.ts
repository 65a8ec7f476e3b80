import '@testing-library/jest-dom/vitest';
import '@testing-library/svelte/vitest';
import { configure } from '@testing-library/svelte';

// What comes by import() is made when it is first wanted, on a busy machine not within a second.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has neither media queries nor canvases: nothing matches, and charts are compared as data.
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
HTMLCanvasElement.prototype.getContext = () => null;

/** jsdom lays nothing out: what watches sizes sees none. */
globalThis.ResizeObserver ??= class implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
