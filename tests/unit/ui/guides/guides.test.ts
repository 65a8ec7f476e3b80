import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import { readTour, TOUR, writeTour } from '../../../../src/ui/tour/tour-steps.ts';
import { GUIDE_NAMES, guideOf, GUIDES, stepsOf } from '../../../../src/ui/guides/guides.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';

describe.each(LANGUAGES.map(({ code }) => code))('the guides and the tour in %s', (code) => {
  const catalogue = readCatalogue(code);

  it.each(GUIDE_NAMES)('say every step of %s and no other', (guide) => {
    const told = stepsOf(guide).flatMap(({ title, text }) => [title, text]);
    const written = Object.keys(catalogue).filter((key) => new RegExp(`^guides\\.${guide}\\.\\d`).test(key));
    expect(told.toSorted()).toEqual(written.toSorted());
    expect(stepsOf(guide)).toHaveLength(GUIDES[guide]);
  });

  it('name pages and buttons as the screens do', () => {
    const words = new Set(
      Object.entries(catalogue)
        .filter(([key, text]) => !/^(guides|tour)\./.test(key) && typeof text === 'string')
        .map(([, text]) =>
          String(text)
            .replaceAll(/[\s\u00A0\u202F]+/g, ' ')
            .trim(),
        ),
    );
    const quoted = Object.entries(catalogue)
      .filter(([key]) => /^(guides|tour)\./.test(key))
      .flatMap(([key, text]) =>
        [...String(text).matchAll(/[“«]\s?([^”»]+?)\s?[”»]/g)].map(([, said = '']) => ({
          key,
          said,
        })),
      )
      // Of a text, not of a screen.
      .filter(({ key, said }) => !key.endsWith('.remember') && !/^(nearly|presque|casi|تقريباً)$/i.test(said));
    expect(quoted.length).toBeGreaterThan(20);
    expect(
      quoted
        .filter(({ said }) => !words.has(said) && !words.has(said.toLowerCase()))
        .map(({ key, said }) => `${key}: ${said}`),
    ).toEqual([]);
  });
});

describe('where somebody is in the tour', () => {
  it('is read as it was written, for every step', () => {
    for (const is of ['open', 'left'] as const) {
      for (const at of TOUR.keys()) expect(readTour(writeTour(is, at))).toEqual({ is, at });
    }
  });

  it.each([undefined, '', 'open-9', 'left', 'done'])('is not begun where the browser has %j', (stored) => {
    expect(readTour(stored)).toEqual({ is: 'new' });
  });

  it('begins with the guide of the focal point for an address that names none', () => {
    expect(guideOf('nobody')).toBe('focal');
    expect(guideOf('facilitator')).toBe('facilitator');
  });
});
