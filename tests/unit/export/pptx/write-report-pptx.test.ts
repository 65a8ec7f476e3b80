import { beforeAll, describe, expect, it } from 'vitest';
import { writeReportPptx } from '../../../../src/export/pptx/write-report-pptx.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { DIFFICULT_SETTINGS } from '../../../fixtures/difficult-assessment.ts';
import { OPTIONS, writerInput } from '../../../fixtures/difficult-report.ts';
import { officeParts, paragraphsOf } from '../../../fixtures/office-text.ts';

const { report, framework, localiser } = writerInput('en');

describe('the slides for the meeting', () => {
  let parts: ReadonlyMap<string, string>;
  let slides: string[];
  beforeAll(async () => {
    parts = officeParts(await writeReportPptx(report, framework, localiser, OPTIONS));
    slides = [...parts].flatMap(([name, xml]) => (/^ppt\/slides\/slide\d+\.xml$/.test(name) ? [xml] : []));
  });

  it('are six to ten, each with a title of its own', () => {
    expect(slides.length).toBeGreaterThanOrEqual(6);
    expect(slides.length).toBeLessThanOrEqual(10);
    for (const xml of slides) expect(/<p:ph\s[^>]*type="title"/.test(xml)).toBe(true);
  });

  it('are shapes, tables and text that can be edited, without a picture', () => {
    for (const xml of slides) expect(xml).not.toContain('<p:pic>');
    expect(slides.join('')).toContain('<a:tbl>');
  });

  it('give no figure of 0-100: counts only', () => {
    const texts = slides.flatMap((xml) => paragraphsOf(xml, 'a'));
    expect(report.domains[0]?.shown).toBe(67);
    expect(texts.filter((text) => text.trim() === '67')).toEqual([]);
    expect(texts.join('\n')).not.toMatch(/scale 0.100/i);
  });

  it('say of each rule of the method what it is about', () => {
    const method = paragraphsOf(slides.at(-1) ?? '', 'a');
    for (const label of ['Levels', 'From indicators to domains', 'No answer, and “don’t know”', 'Coverage']) {
      expect(method.filter((text) => text.startsWith(`${label}. `))).toHaveLength(1);
    }
  });

  it('cut what a line of the first slide does not hold, and set long sentences smaller', async () => {
    const long = (characters: number) => 'Office of the Deputy Minister '.repeat(characters).slice(0, characters);
    const given = writerInput('en', [
      ...DIFFICULT_SETTINGS,
      ['round/country', long(200)],
      ['round/lead', long(300)],
      ['round/title', long(200)],
      ['round/marking', long(300)],
      ...['levels', 'pairs', 'mostRoom', 'own-1', 'own-2'].map((id): Setting => [
        `round/sentence-summary.${id}`,
        { text: long(2000), factsHash: 'x' },
      ]),
    ]);
    const files = officeParts(await writeReportPptx(given.report, given.framework, given.localiser, OPTIONS));
    const lengths = paragraphsOf(files.get('ppt/slides/slide1.xml') ?? '', 'a').map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(150);
    const standing = files.get('ppt/slides/slide2.xml') ?? '';
    expect(standing).toContain('Office of the Deputy Minister');
    expect(standing).toContain('sz="1200"');
    expect(standing).not.toContain('sz="1800"');
  });

  it('say what is not real, the marking and the language', () => {
    const masters = [...parts].flatMap(([name, xml]) => (name.startsWith('ppt/slideLayouts/slideLayout') ? [xml] : []));
    expect(masters.filter((xml) => xml.includes('FICTIONAL') && xml.includes('Working document'))).toHaveLength(2);
    expect(slides.join('')).toContain('lang="en-GB"');
  });

  it('name one language everywhere, in the file as in the text, and are the same bytes for the same time', async () => {
    const french = writerInput('fr');
    const make = () => writeReportPptx(french.report, french.framework, french.localiser, OPTIONS);
    const [one, other] = [await make(), await make()];
    const named = [...officeParts(one).values()].flatMap((xml) =>
      [...xml.matchAll(/\blang="([^"]+)"/g)].map(([, language]) => language),
    );
    expect(new Set(named)).toEqual(new Set([french.localiser.language.locale]));
    expect(officeParts(one).get('docProps/core.xml')).toContain('<dc:language>fr</dc:language>');
    expect(other).toEqual(one);
  });
});
