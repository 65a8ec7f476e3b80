import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_WORDS } from '../../../../src/domain/passphrase/common-words.ts';
import { findWeakness } from '../../../../src/domain/passphrase/find-weakness.ts';

const ABOUT = ['Migration governance in Sénégal, 2026', 'Sénégal', 'Direction générale des Sénégalais de l’extérieur'];

describe('a passphrase that is soon found', () => {
  it.each([
    ['12345678901234567890', 'repeated'],
    ['1234567890123456', 'sequence'],
    ['23456789012345', 'sequence'],
    ['987654321098', 'sequence'],
    ['abcdefghijklmnop', 'sequence'],
    ['aaaaaaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabc', 'repeated'],
    ['Dakar!Dakar!Dak', 'repeated'],
    ['ab ab ab ab ab ab', 'repeated'],
    ['111222333444', 'repeated'],
    ['580274916350', 'digits'],
    ['5802 7491 6350', 'digits'],
    ['qwertyuiopasdf', 'keyboard'],
    ['AZERTYuiop1234', 'keyboard'],
    ['poiuytrezamlk', 'keyboard'],
    ['1qaz2wsx3edc', 'keyboard'],
    ['password1234', 'words'],
    ['P4ssw0rd!P4ss', 'words'],
    ['motdepasse2026', 'words'],
    ['Bonjour Soleil !', 'words'],
    ['septembre 2026 !', 'words'],
    ['contraseña123', 'words'],
    ['te quiero mucho', 'words'],
    ['uno dos tres cuatro', 'words'],
    ['lunes martes miércoles', 'words'],
    ['كلمة السر ١٢٣٤', 'words'],
    ['الأحد الاثنين الثلاثاء', 'words'],
    ['بسم الله الرحمن الرحيم', 'words'],
    ['ضصثقفغ شسيبلا', 'keyboard'],
    ['31/12/2026 31/12', 'date'],
    ['2026-11-23 24.07.', 'date'],
    ['Sénégal 2026 !!', 'about'],
    ['senegalsenegalais', 'about'],
  ])('is seen to be one: %s', (passphrase, weakness) => {
    expect(findWeakness(passphrase, ABOUT)).toBe(weakness);
  });

  it('is one by any word of the list, with the year behind it', () => {
    for (const word of COMMON_WORDS.filter(({ length }) => length >= 4)) {
      expect(findWeakness(`${word} 2026!`), word).not.toBeNull();
    }
  });

  it('is one whatever is repeated', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 6 }), fc.integer({ min: 3, max: 6 }), (piece, times) => {
        fc.pre(/[\p{L}\p{N}]/u.test(piece));
        expect(findWeakness(piece.repeat(times))).not.toBeNull();
      }),
    );
  });
});

describe('a passphrase of its own', () => {
  it.each([
    'correct horse battery staple',
    'cheval agrafe lampe verger',
    'kangaroo velvet 1987 anchor',
    'migration kangourou velours',
    'Sénégal velours kangourou',
    'trottinette-bleue-sous-la-pluie',
    'x7#Qm2!vLp9@wZ',
    'ليس كل ما يلمع ذهبا',
    'perro lámpara nube río',
    'قلم سحابة حصان نافذة',
  ])('is left alone: %s', (passphrase) => {
    expect(findWeakness(passphrase, ABOUT)).toBeNull();
  });

  it('and so is an empty one, of which nothing can be said', () => {
    expect(findWeakness('')).toBeNull();
    expect(findWeakness('  -- ')).toBeNull();
  });
});
