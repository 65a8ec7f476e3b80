import { describe, expect, it } from 'vitest';
import { builtInFrameworks } from '../../../../src/content/built-in-frameworks.ts';
import { levelsOfText } from '../../../../src/domain/intake/read-level.ts';

const framework = await builtInFrameworks.loadFramework('migration-governance');
const read = (text: string) => levelsOfText(text, framework, framework.indicators[0]!);

describe('a level as people write it', () => {
  it.each([
    ...['N° 3', 'Nº 3', 'nº3', 'No. 3', '3º', '3rd level', '3er nivel', '3e niveau', '３', '③'],
    ...['III', 'Niveau III', 'nivel iii', 'third', 'Third level', 'niveau trois', 'Nivel tres', 'troisième niveau'],
    ...['المستوى الثالث', 'الثالثة', 'ثلاثة', 'مستوى 3: متطور', '\u202B٣\u202C', 'ﻣﺘﻄﻮﺭ'],
    ...['développée', 'Développées', 'Desarrollada', 'desarrollados', 'متطورة'],
    ...['Niveau développé', 'niveau : développé', 'Développé / 3', '• Développé', '3.- Desarrollado', '3)Desarrollado'],
    ...['Developed / Développé', '3 - Developed - Desarrollado', 'Developed (Desarrollado) - 3'],
  ])('is the third: %s', (text) => {
    expect(read(text)).toEqual(['developed']);
  });

  it('is known in Arabic whatever its hamza stands on', () => {
    for (const text of ['ناشئ', 'ناشيء', 'ناشىء', 'ناشئة']) expect(read(text)).toEqual(['nascent']);
  });

  it.each([
    ['3/4', ['developed', 'mature']],
    ['III / IV', ['developed', 'mature']],
    ['Développé (4)', ['developed', 'mature']],
    ['3 Consolidado', ['developed', 'mature']],
  ])('is more than one where its parts say different things: %s', (text, ids) => {
    expect(read(text)).toEqual(ids);
  });

  it('is asked about where more than one name begins with it, though one has it as its id', async () => {
    const sdg = await builtInFrameworks.loadFramework('sdg-10-7-2');
    const said = (text: string) => levelsOfText(text, sdg, sdg.indicatorById.get('1a')!);
    for (const text of ['Yes', 'Oui', 'sí', 'نعم']) expect(said(text), text).toEqual(['regular-only', 'yes']);
    expect(['No', 'Oui, quel que soit le statut migratoire', 'regular-only'].map(said)).toEqual([
      ['no'],
      ['yes'],
      ['regular-only'],
    ]);
  });

  it.each([
    ...['no 3', 'not 3', 'pas 3', 'non développé', 'no desarrollado', 'غير متطور', '3-', '-3', '3+', '3?', '>3', '3 %'],
    ...[
      'niv',
      'li',
      'VII',
      '33',
      '2,5',
      '3 ou 4',
      '3 sur 4',
      '3 à confirmer',
      'Developed – 75 %',
      'yes',
      '3 '.repeat(50),
    ],
  ])('is none that anybody could be sure of: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
