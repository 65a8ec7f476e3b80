import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFrenchTypography } from '../../../src/i18n/french-typography.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

/** Lexique des règles typographiques en usage à l'Imprimerie nationale: spacing of punctuation. */
const NARROW = '\u202F';
const NO_BREAK = '\u00A0';

describe('French micro-typography', () => {
  it.each([
    ['Tout est-il prêt ?', `Tout est\u2011il prêt${NARROW}?`],
    ['Attention !', `Attention${NARROW}!`],
    ['la loi ; le décret', `la loi${NARROW}; le décret`],
    ['Pays : Niger', `Pays${NO_BREAK}: Niger`],
    ['Pays :', `Pays${NO_BREAK}:`],
    ['75 % des réponses', `75${NARROW}% des réponses`],
    ['1 250 000 couronnes', `1${NARROW}250${NARROW}000 couronnes`],
    ['en 2026 300 agents', 'en 2026 300 agents'],
  ])('keeps the mark of %j on the line of its word', (written, typeset) => {
    expect(applyFrenchTypography(written)).toBe(typeset);
  });

  it.each([
    'le plan « Horizon » de 2026',
    'le plan «Horizon» de 2026',
    `le plan «${NO_BREAK}Horizon${NO_BREAK}» de 2026`,
  ])('puts a narrow space inside the guillemets of %j', (written) => {
    expect(applyFrenchTypography(written)).toBe(`le plan «${NARROW}Horizon${NARROW}» de 2026`);
  });

  it.each([
    ["l'État", 'l’État'],
    ["aujourd'hui", 'aujourd’hui'],
    ["l'«accord»", `l’«${NARROW}accord${NARROW}»`],
    ["d'1 an", 'd’1 an'],
  ])('sets the apostrophe of %j', (written, typeset) => {
    expect(applyFrenchTypography(written)).toBe(typeset);
  });

  it.each(['https://www.iom.int/fr?page=2', '10:30', 'GCM-23:a', 'P1;P2', "'nascent'", 'ministère', ''])(
    'leaves %j as it is: no space stands there to be replaced',
    (written) => {
      expect(applyFrenchTypography(written)).toBe(written);
    },
  );

  it.each([
    ['Le plan charge-t-il un ministère', 'Le plan charge\u2011t\u2011il un ministère'],
    ['Y a-t-il', 'Y a\u2011t\u2011il'],
    ['Pouvez-vous', 'Pouvez\u2011vous'],
    ['sous-domaine', 'sous-domaine'],
    ['centre-ville', 'centre-ville'],
  ])('breaks no line inside the inverted verb of %j', (written, typeset) => {
    expect(applyFrenchTypography(written)).toBe(typeset);
  });

  it('changes nothing the second time, so that a title may be typeset before it goes into a sentence', () => {
    const piece = fc.constantFrom(
      '«',
      '»',
      ' ',
      NARROW,
      NO_BREAK,
      ':',
      ';',
      '!',
      '?',
      '%',
      "'",
      'a',
      '-t-il',
      'É',
      '7',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 12 }), (written) => {
        const once = applyFrenchTypography(written);
        expect(applyFrenchTypography(once)).toBe(once);
      }),
      lawRuns(2000),
    );
  });

  it('changes spaces, apostrophes and hyphens only', () => {
    const bare = (text: string) =>
      text
        .replaceAll(/[\s\u202F\u00A0]/g, '')
        .replaceAll('’', "'")
        .replaceAll('\u2011', '-');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        expect(bare(applyFrenchTypography(written))).toBe(bare(written));
      }),
    );
  });
});
