import { describe, expect, it } from 'vitest';
import { proposeSetup } from '../../../../src/domain/institutions/propose-setup.ts';
import { proposeType } from '../../../../src/domain/institutions/propose-type.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const base = tinyFramework().structure;
const texts = (names: Record<string, string>) => ({ institutionTypes: names });
const framework = tinyFramework({
  institutionTypes: ['interior', 'labour'],
  domains: [
    {
      id: 'first',
      indicators: [
        { id: 'A-1', scale: 'maturity', competence: ['labour', 'interior'] },
        { id: 'A-2', scale: 'maturity' },
      ],
    },
    ...base.domains.slice(1),
  ],
});

describe('proposeSetup', () => {
  it('gives types to those who have none, and with them the assignments', () => {
    const named = {
      ...framework,
      texts: {
        ...framework.texts,
        en: { ...framework.texts['en']!, ...texts({ interior: 'Interior', labour: 'Labour and employment' }) },
        fr: { ...framework.texts['en']!, ...texts({ interior: 'Intérieur', labour: 'Travail et emploi' }) },
      },
    };
    const state = assessmentOf(named, [
      ['institution/moi/name', "Ministère de l'Intérieur"],
      ['institution/mol/name', 'Ministry of Labor'],
      ['institution/typed/name', 'Office'],
      ['institution/typed/type', 'interior'],
      ['institution/none/name', 'Office of the President'],
    ]);
    expect(proposeSetup(named, state, ['A-1', 'A-2'])).toEqual({
      types: [
        { institution: 'moi', type: 'interior' },
        { institution: 'mol', type: 'labour' },
      ],
      assignments: [
        { indicator: 'A-1', institution: 'mol', assignment: 'lead' },
        { indicator: 'A-1', institution: 'moi', assignment: 'contributor' },
        { indicator: 'A-1', institution: 'typed', assignment: 'contributor' },
      ],
    });
  });

  it.each([
    ['Ministry of Labor', 'Labour and employment'],
    ['Ministère du Transport', 'Transports'],
    ['Direction des frontières', 'Services des frontières'],
    ['MINISTERE DES AFFAIRES ETRANGERES', 'Affaires étrangères'],
    ['وزارة العمل', 'العمل والتشغيل'],
    ['وزارة التشغيل والتكوين', 'العمل والتشغيل'],
    ['وزارة الخارجية', 'الشؤون الخارجية'],
    ['الجهاز المكلف بالهجرة', 'المؤسسة المكلفة بالهجرة'],
  ])('finds by the name %s the type %s, in the singular and as it is spelt elsewhere', (name, type) => {
    expect(
      proposeType(
        name,
        new Map([
          [type, 'found'],
          ['Justice', 'justice'],
          ['العدل', 'justice'],
        ]),
      ),
    ).toBe('found');
  });
});
