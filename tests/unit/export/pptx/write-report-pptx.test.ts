import { beforeAll, describe, expect, it } from 'vitest';
import { writeReportPptx } from '../../../../src/export/pptx/write-report-pptx.ts';
import { LEVEL_MARKS } from '../../../../src/domain/profile/level-marks.ts';
import { LEVEL_MARK_SIGNS, markLegend } from '../../../../src/words/level-mark-words.ts';
import { localiserOf } from '../../ui/render-with-language.ts';
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

  it('are seven to twelve, each with a title of its own that outlines and screen readers know as such', () => {
    expect(slides.length).toBeGreaterThanOrEqual(7);
    expect(slides.length).toBeLessThanOrEqual(12);
    for (const xml of slides) expect(xml.match(/<p:ph\s[^>]*type="title"/g)).toHaveLength(1);
    const titles = slides.map((xml) =>
      paragraphsOf(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*type="title"[\s\S]*?<\/p:sp>/.exec(xml)?.[0] ?? '', 'a').join(''),
    );
    expect(new Set(titles).size).toBe(slides.length);
    expect(titles.some((title) => /^(?:Priorities|Next steps)/.test(title))).toBe(true);
    expect(titles).toContain('Points for decision');
  });

  it('are charts, tables and text that can be edited, without a picture', () => {
    for (const xml of slides) expect(xml).not.toContain('<p:pic>');
    expect(slides.join('')).toContain('<a:tbl>');
    const charts = [...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts.length).toBeGreaterThanOrEqual(2);
    expect(charts[0]).toBe('ppt/charts/chart1.xml');
    for (const name of charts) {
      const figures = /Target="\.\.\/(embeddings\/[^"]+)"/.exec(
        parts.get(name.replace('charts/', 'charts/_rels/').concat('.rels')) ?? '',
      );
      expect(figures?.[1]).toMatch(/Worksheet\d+\.xlsx$/);
    }
  });

  it('tell in words what a table or a chart shows, and which cells of a table name the others', () => {
    const frames = slides.flatMap((xml) => xml.match(/<p:graphicFrame>[\s\S]*?<\/p:graphicFrame>/g) ?? []);
    expect(frames.length).toBeGreaterThan(4);
    for (const frame of frames) {
      expect(frame).toMatch(/<p:cNvPr id="\d+" name="[^"]+" descr="[^"]{3,}"/);
      if (frame.includes('<a:tbl>')) expect(frame).toMatch(/<a:tblPr first(?:Row|Col)="1"\/>/);
    }
    for (const xml of slides) {
      const shapes = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(shapes).size).toBe(shapes.length);
    }
    const [profile] = [...parts].flatMap(([name, xml]) => (name === 'ppt/charts/chart1.xml' ? [xml] : []));
    expect(profile).toContain('pattFill');
  });

  it('have no letter smaller than 14 pt, in the charts and at the foot too', () => {
    const shown = [...parts].filter(([name]) => /^ppt\/(?:slides|slideLayouts|charts)\/[^/]+\.xml$/.test(name));
    const sizes = shown.flatMap(([, xml]) => [...xml.matchAll(/\bsz="(\d+)"/g)].map(([, size]) => Number(size)));
    expect(sizes.length).toBeGreaterThan(100);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1400);
  });

  it('say to whoever speaks what to say and what to ask, with the questions of the framework', () => {
    const notes = slides.map((_, index) =>
      paragraphsOf(parts.get(`ppt/notesSlides/notesSlide${index + 1}.xml`) ?? '', 'a'),
    );
    for (const lines of notes) {
      expect(lines[0]).toBe('What to say');
      expect(lines.length).toBeGreaterThan(2);
    }
    expect(notes.filter((lines) => lines.includes('What to ask')).length).toBeGreaterThan(3);
  });

  it('explain once on a slide each sign that stands beside its levels', () => {
    for (const xml of slides.slice(2, 7)) {
      const texts = paragraphsOf(xml, 'a');
      for (const mark of LEVEL_MARKS) {
        const sign = LEVEL_MARK_SIGNS[mark];
        const stands = texts.some((text) => new RegExp(`\\d[*°]*\\${sign}`).test(text));
        const explained = texts.filter((text) => text.includes(markLegend(localiserOf('en'), [mark]))).length;
        if (stands) expect(explained, `${sign} on ${texts[0] ?? ''}`).toBe(1);
      }
    }
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
        { text: long(110), factsHash: 'x' },
      ]),
    ]);
    const files = officeParts(await writeReportPptx(given.report, given.framework, given.localiser, OPTIONS));
    const lengths = paragraphsOf(files.get('ppt/slides/slide1.xml') ?? '', 'a').map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(150);
    const standing = files.get('ppt/slides/slide2.xml') ?? '';
    expect(standing).toContain('Office of the Deputy Minister');
    expect(standing).toContain('sz="1400"');
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
    const shown = [...officeParts(one)].filter(([name]) => name.startsWith('ppt/'));
    const named = shown.flatMap(([, xml]) => [...xml.matchAll(/\blang="([^"]+)"/g)].map(([, language]) => language));
    expect(new Set(named)).toEqual(new Set(['fr-FR']));
    for (const [, xml] of shown) for (const run of xml.match(/<a:rPr\b[^>]*>/g) ?? []) expect(run).toContain('lang=');
    expect(officeParts(one).get('docProps/core.xml')).toContain('<dc:language>fr</dc:language>');
    expect(other).toEqual(one);
  });

  it('run from right to left in Arabic: paragraphs, tables, bars and notes', async () => {
    const arabic = writerInput('ar');
    const files = officeParts(await writeReportPptx(arabic.report, arabic.framework, arabic.localiser, OPTIONS));
    const shown = [...files].filter(([name]) => /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/.test(name));
    for (const [, xml] of shown) {
      for (const look of xml.match(/<a:pPr\b[^>]*>/g) ?? []) expect(look).toContain('rtl="1"');
      expect(xml).not.toMatch(/<a:p>(?!\s*<a:pPr)/);
      for (const table of xml.match(/<a:tblPr[^>]*>/g) ?? []) expect(table).toContain('rtl="1"');
    }
    expect(files.get('ppt/charts/chart1.xml')).toMatch(/<c:valAx>[\s\S]*?<c:orientation val="maxMin"\/>/);
  });
});
