import '@testing-library/jest-dom/vitest';
import '@testing-library/svelte/vitest';

// jsdom has neither media queries nor canvases: nothing matches, and charts are compared as data.
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
HTMLCanvasElement.prototype.getContext = () => null;
