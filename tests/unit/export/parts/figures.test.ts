import { describe, expect, it } from 'vitest';
import type { SectionId } from '../../../../src/export/document/document.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { blockOf, cellsOf, documentOf, textsOf } from '../document-of.ts';

const level = (id: string, of: string): Setting => [`rating/lead/${id}/1/answer`, { level: of }];
const rated = [level('R-1', 'nascent'), level('R-2', 'mature'), level('R-3', 'nascent')];

describe('the rules by which figures are printed', () => {
  it('name an overall figure only where there is one', () => {
    const rules = textsOf(documentOf(rated), 'methodology');
    expect(rules).toContain('Printed figures: whole numbers, half up.');
  });

  it.each<[readonly SectionId[], string]>([
    [['profile', 'subdomains'], 'the profile and the annex of sub-domains'],
    [['profile'], 'the profile'],
  ])('name the parts that give positions: %s', (parts, places) => {
    const sections = new Set<SectionId>(['how-to-read', ...parts]);
    expect(textsOf(documentOf(rated, { sections }), 'how-to-read')).toContain(
      `The position on a scale of 0 to 100 is given for orientation in ${places}, and nowhere else.`,
    );
  });

  it('tell the range of the scale from the median level, which may have another name', () => {
    const document = documentOf(rated);
    const [, standards] = cellsOf(blockOf(document, 'subdomains', 'table'));
    expect(standards?.[1]).toEqual(['1 Level nascent']);
    expect(standards?.at(-1)).toEqual(['50', 'in the range of “Band developed”']);
    for (const part of ['profile', 'subdomains'] as const) {
      expect(textsOf(document, part).join('\n')).toContain('The two may point to different levels.');
    }
  });
});

describe('words of tables agree with what they stand beside', () => {
  const documented: Setting[] = [
    ...rated,
    ['evidence/x', { title: 'Journal officiel 7', access: 'restricted' }],
    ['evidence-link/R-1/lead/x', {}],
    ['comment/a', { indicator: 'R-1', institution: 'lead', text: 'Où ?' }],
    ['comment/b', { indicator: 'R-1', institution: 'lead', text: 'Quand ?' }],
  ];
  it('in French', () => {
    const document = documentOf(documented, { language: 'fr' });
    expect(cellsOf(blockOf(document, 'evidence', 'table'))[0]?.[2]).toEqual(['Restreint']);
    expect(textsOf(document, 'comments')).toContain('2 commentaires, dont 2 sans décision.');
    expect(textsOf(document, 'comments')).toContain('État');
  });
});

describe('what has nothing to say', () => {
  it('is a domain in which nothing is answered: its chapter says so', () => {
    expect(textsOf(documentOf(rated), 'domains')).toContain('Not answered yet.');
  });

  it('is no column of the documents that would show a level, where the framework names none', () => {
    const { columns, rows } = blockOf(documentOf(rated), 'next-steps', 'table');
    expect(columns.map(({ label }) => label)).toEqual(['Indicator', 'Level']);
    expect(rows.every((row) => 'cells' in row && row.cells.length === 2)).toBe(true);
  });
});

describe('the abbreviations', () => {
  it('are those that stand in the parts that are printed', () => {
    const listed = (sections: readonly SectionId[]) =>
      textsOf(documentOf(rated, { sections: new Set<SectionId>([...sections, 'glossary']) }), 'glossary');
    expect(listed(['cover'])).toContain('IOM');
    expect(listed(['cover'])).not.toContain('VNR');
    expect(listed(['profile'])).not.toContain('Abbreviations');
  });
});
