import { describe, expect, it } from 'vitest';
import { roomLanguageOf, roomLanguages } from '../../../../src/ui/workshop/room-languages.ts';

const TEXTS = { pt: {}, ar: {}, fr: {}, en: {} };

describe('the second language of the room', () => {
  it('is one of the interface that the questions are written in, in the order of its switch', () => {
    expect(roomLanguages(TEXTS, 'en')).toEqual(['fr', 'ar']);
    expect(roomLanguages({ en: {} }, 'en')).toEqual([]);
  });

  it('is the one that was chosen, the first where that one is not there, none where there is none', () => {
    expect(roomLanguageOf(['fr', 'ar'], 'ar')).toBe('ar');
    expect(roomLanguageOf(['fr', 'ar'], 'es')).toBe('fr');
    expect(roomLanguageOf(['fr', 'ar'], undefined)).toBe('fr');
    expect(roomLanguageOf([], 'fr')).toBeNull();
  });
});
