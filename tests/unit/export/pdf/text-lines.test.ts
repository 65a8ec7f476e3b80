import { describe, expect, it } from 'vitest';
import { nameList } from '../../../../src/export/document/code-list.ts';
import type { Text } from '../../../../src/export/document/document.ts';
import { fitText } from '../../../../src/export/pdf/fit-text.ts';
import type { TextLine } from '../../../../src/export/pdf/text-lines.ts';
import { setText } from '../../../../src/export/pdf/text-lines.ts';
import { PLAIN_STYLE, plainSetting } from '../../../fixtures/plain-metrics.ts';

const setting = plainSetting();
const seen = (lines: readonly TextLine[]) =>
  lines.map(({ pieces }) =>
    pieces
      .map(({ text }) => text)
      .join('|')
      .replace(/ $/, ''),
  );
/** Width in pt of so many characters. */
const room = (characters: number) => characters * 5;

describe('setText', () => {
  it('breaks between words, and keeps the space for those who listen without giving it room', () => {
    const lines = setText('one two three', room(8), PLAIN_STYLE, setting);
    expect(lines.map(({ pieces }) => pieces[0]?.text)).toEqual(['one two ', 'three']);
    expect(lines.map(({ width }) => width)).toEqual([room(7), room(5)]);
  });

  it('breaks a word that is wider than the line with a hyphen, leaves no letter alone, and loses nothing', () => {
    const lines = seen(setText('a incomprehensibilities b', room(10), PLAIN_STYLE, setting));
    expect(lines.join('').replaceAll(/[ -]/g, '')).toBe('aincomprehensibilitiesb');
    expect(Math.max(...lines.map((line) => line.trim().length))).toBeLessThanOrEqual(10);
    expect(lines.filter((line) => line.endsWith('-')).length).toBeGreaterThan(0);
    expect(seen(setText('abcdefghijk', room(9), PLAIN_STYLE, setting))).toEqual(['abcdefgh-', 'ijk']);
  });

  it('puts no hyphen into a number, an address, or a script without hyphens', () => {
    for (const text of ['123456789012345', '移住労働者の権利に関する条約を批准する']) {
      expect(seen(setText(text, room(7), PLAIN_STYLE, setting)).join('')).not.toContain('-');
    }
  });

  it('never breaks at a no-break space, a narrow one, or a no-break hyphen', () => {
    expect(seen(setText('abcd cd\u202f: 5\u00a0% vice\u2011roi', room(7), PLAIN_STYLE, setting))).toEqual([
      'abcd',
      'cd\u2009:',
      '5\u00a0%',
      'vice-r-',
      'oi',
    ]);
  });

  it('never breaks a code that fits a line', () => {
    const text: Text = [{ text: 'see ' }, { text: 'a-b-c-d', code: true }];
    expect(seen(setText(text, room(8), PLAIN_STYLE, setting))).toEqual(['see', 'a-b-c-d']);
  });

  it('starts a line where the text does', () => {
    expect(seen(setText('one\ntwo', room(20), PLAIN_STYLE, setting))).toEqual(['one', 'two']);
  });

  it('prints the page of a reference, which leads there', () => {
    const text: Text = [{ text: 'see' }, { pageOf: 'gaps', before: ', p. ' }];
    const [line] = setText(text, room(20), PLAIN_STYLE, setting);
    expect(line?.pieces.map(({ text: own, target }) => [own, target])).toEqual([
      ['see', undefined],
      [', p. 7', 'gaps'],
    ]);
  });

  it('leads from an address of the web, without the point after it, and from a code that has an entry', () => {
    const anchors = { ...setting, anchors: new Set(['E4']) };
    const text: Text = [{ text: 'at https://law.test/a-b. ' }, { text: 'E4', code: true }, { text: 'E5', code: true }];
    const pieces = setText(text, room(60), PLAIN_STYLE, anchors).flatMap((line) => line.pieces);
    const leading = pieces.flatMap(({ text: own, target }) => (target === undefined ? [] : [[own, target]]));
    expect(leading).toEqual([
      ['https://law.test/a-b', 'https://law.test/a-b'],
      ['E4', 'at-E4'],
    ]);
  });

  it('gives joined letters in the order in which they are read, at their place in the line', () => {
    const [line] = setText('before (وزارة العمل) after', room(60), PLAIN_STYLE, setting);
    expect(line?.pieces.map(({ text, shaped, language }) => [text, shaped, language])).toEqual([
      ['before (', false, null],
      ['وزارة العمل', true, 'ar'],
      [') after', false, null],
    ]);
  });

  it('keeps digits and brackets in place in a line that runs from right to left', () => {
    const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
    const [line] = setText('عام 2025 (أصل)', room(60), PLAIN_STYLE, arabic);
    // From the left: the bracketed word, whose brackets open to the right of it, the year, the first word.
    expect(line?.pieces.map(({ text }) => text)).toEqual(['(', 'أصل', ') ', '2025', ' ', 'عام']);
    expect(line?.turned).toBe(false);
  });

  it.each([
    ['Act · وزارة الداخلية · 1 March 2026 · REF/1', ['Act · ', 'وزارة الداخلية', ' · 1 March 2026 · REF/1']],
    ['Lead: وزارة', ['Lead: ', 'وزارة']],
    [
      'Workshop, وزارة الداخلية والجماعات المحلية, 1 March 2026',
      ['Workshop, ', 'وزارة الداخلية والجماعات المحلية', ', 1 March 2026'],
    ],
    ['وزارة الداخلية, on detention, 1 March 2026', ['وزارة الداخلية', ', on detention, 1 March 2026']],
    [
      'وزارة الداخلية والجماعات المحلية والتعمير, 1 March 2026',
      ['وزارة الداخلية والجماعات المحلية والتعمير', ', 1 March 2026'],
    ],
  ])('turns no date and no word of ours around a name: %s', (text, pieces) => {
    const [line] = setText(text, room(90), PLAIN_STYLE, setting);
    expect(line?.pieces.map((one) => one.text).join('')).toBe(pieces.join(''));
  });

  it('keeps the commas and the dash of a Latin name in its order in a line that runs from right to left', () => {
    const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
    const name = 'Ministry of Labour, Trade – North';
    const [line] = setText(`المسؤولة: ${name}`, room(90), PLAIN_STYLE, arabic);
    expect(line?.pieces.map(({ text }) => text).join('')).toContain(name);
  });

  it('keeps a Latin name and its brackets whole in a line that runs from right to left', () => {
    const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
    const [line] = setText(
      'الرائدة: Ministry (Interior) 1 March 2026، انظر https://law.test/a-b',
      room(90),
      PLAIN_STYLE,
      arabic,
    );
    const texts = line?.pieces.map(({ text }) => text) ?? [];
    expect(texts.join('')).toContain('Ministry (Interior) 1 March 2026');
    expect(texts.join('')).toContain('https://law.test/a-b');
    expect(texts.at(-1)).toMatch(/الرائدة/);
  });

  it.each([
    ['رصد 515,000 USD لمرة واحدة و360,000 CFA francs سنوياً', ['515,000 USD', '360,000 CFA francs']],
    ['التكلفة: USD 1,250,000.50 على الأقل', ['USD 1,250,000.50']],
    ['في 2026، 12 Ministry', ['12 Ministry']],
  ])('keeps an amount whole beside a Latin currency where one reads from the right: %s', (text, whole) => {
    const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
    const [line] = setText(text, room(90), PLAIN_STYLE, arabic);
    const seenFromTheLeft = line?.pieces.map((one) => one.text).join('') ?? '';
    for (const amount of whole) expect(seenFromTheLeft).toContain(amount);
  });

  it('lists codes in the direction of the document, whatever letters they are of', () => {
    const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
    const codes: Text = [{ text: 'IC-01', code: true }, { text: '، ' }, { text: 'IC-02', code: true }];
    const [line] = setText(codes, room(90), PLAIN_STYLE, arabic);
    expect(line?.pieces.map(({ text }) => text).join('')).toBe('IC-02 ،IC-01');
  });

  it('keeps the direction of a line of ours that begins with a name of the other', () => {
    const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
    const name = 'Ministère de l’Intérieur et de la Protection civile';
    const [line] = setText([{ text: name, apart: true }, { text: '، بشأن الاحتجاز' }], room(90), PLAIN_STYLE, arabic);
    expect(line?.pieces.at(-1)?.text).toBe(name);
  });

  it.each([
    [setting, ['@SUM(1)', 'وزارة الداخلية والجماعات المحلية']],
    [
      plainSetting({ direction: 'rtl', language: 'ar' }),
      ['وزارة', 'Ministère de l’Intérieur et de la Protection civile'],
    ],
  ])('lists names of both directions in the direction of the document', (its, names) => {
    const [line] = setText(nameList(names, '; '), room(90), PLAIN_STYLE, its);
    const fromTheLeft = its.direction === 'ltr' ? names : names.toReversed();
    expect(line?.pieces.map(({ text }) => text).join('')).toBe(fromTheLeft.join(its.direction === 'ltr' ? '; ' : ' ;'));
  });

  it('keeps that direction where all the words of such a line are names, and its arrow leads on', () => {
    const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
    const seenFromTheLeft = (text: Text) => seen(setText(text, room(90), PLAIN_STYLE, arabic))[0]?.replaceAll('|', '');
    const title: Text = [{ text: 'R-1', code: true }, { text: ' ' }, { text: 'Title of R-1', language: 'en' }];
    expect(seenFromTheLeft([...title, { text: ' (2 – 3)' }])).toBe('(3 – 2) Title of R-1 R-1');
    expect(seenFromTheLeft([...title, { text: ': ' }, { text: '4 Level mature*°', apart: true }])).toBe(
      '4 Level mature*° :Title of R-1 R-1',
    );
    // A name without a word of ours has its own direction.
    expect(seenFromTheLeft(title)).toBe('R-1 Title of R-1');
  });

  it.each(['=1', '+1+1', '-2+3'])(
    'keeps the sign before its number in a line that runs from right to left: %s',
    (sum) => {
      const arabic = plainSetting({ direction: 'rtl', language: 'ar' });
      const whole = (text: Text) => seen(setText(text, room(90), PLAIN_STYLE, arabic))[0]?.replaceAll('|', '');
      expect(whole(sum)).toBe(sum);
      expect(whole(`النصوص: ${sum} (2026)`)).toContain(` ${sum} `);
    },
  );

  it('breaks no date between day and month and no number of a document that fits a line, but year and month', () => {
    const lines = (text: string, characters: number) =>
      setText(text, room(characters), PLAIN_STYLE, setting).map(({ pieces }) => pieces[0]?.text.trim());
    expect(lines('ends on 31 March 2028', 12)).toEqual(['ends on', '31 March', '2028']);
    expect(lines('Loi (JO 2025-21)', 12)).toEqual(['Loi', '(JO 2025-21)']);
    expect(lines('see SIM/C/2025-26', 14)).toEqual(['see', 'SIM/C/2025-26']);
    expect(lines('in art. 26', 9)).toEqual(['in', 'art. 26']);
  });

  it('breaks them where no line holds them, and goes over no width', () => {
    const lines = setText('see SIM/C/2025-26 on 31 septembre 2028', room(8), PLAIN_STYLE, setting);
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(room(8));
  });

  it('marks a language that is not that of the document, and only that', () => {
    const text: Text = [
      { text: 'Loi ', language: 'fr' },
      { text: 'of 2025', language: 'en' },
    ];
    const [line] = setText(text, room(60), PLAIN_STYLE, setting);
    expect(line?.pieces.map(({ language }) => language)).toEqual(['fr', null]);
  });

  it('turns a paragraph of several lines that runs against the document', () => {
    const lines = setText('وزارة العمل والشؤون الاجتماعية', room(16), PLAIN_STYLE, setting);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every(({ turned }) => turned)).toBe(true);
    expect(lines[0]?.spoken).toBe('وزارة العمل والشؤون الاجتماعية');
  });

  it('replaces what no font holds and says which it was', () => {
    const own = plainSetting();
    expect(seen(setText('a 漢 ﬁ', room(20), PLAIN_STYLE, own))).toEqual(['a ? fi']);
    expect([...own.typesetter.missing]).toEqual(['漢']);
  });
});

describe('fitText', () => {
  it('leaves a text that fits as it is', () => {
    expect(seen(fitText('one two', room(8), 1, PLAIN_STYLE, setting))).toEqual(['one two']);
  });

  it('cuts between words, and says so', () => {
    expect(seen(fitText('one two three four', room(10), 1, PLAIN_STYLE, setting))).toEqual(['one two…']);
  });

  it('cuts the longest stretch, never a code', () => {
    const text: Text = [{ text: 'IC-02', code: true }, { text: ' a long title of it ' }, { text: '3*', code: true }];
    const [line, ...more] = seen(fitText(text, room(18), 1, PLAIN_STYLE, setting));
    expect(more).toEqual([]);
    expect(line).toMatch(/^IC-02.*…3\*$/);
  });

  it('takes no more lines than it was given, whatever the text', () => {
    expect(fitText('x'.repeat(500), room(10), 2, PLAIN_STYLE, setting)).toHaveLength(2);
  });

  it('keeps both halves of a bracket together around a code or a name of the other direction', () => {
    const rtl = plainSetting({ direction: 'rtl', language: 'ar' });
    const line = (text: string, its = rtl) =>
      seen(setText(text, room(60), PLAIN_STYLE, its))
        .join('')
        .replaceAll('|', '');
    expect(line('\u0627\u0628 (MR-23) \u0648')).toContain('(MR-23)');
    expect(line('\u0627\u0628 (MR-23)')).toContain('(MR-23)');
    expect(line('\u0627\u0628 Act (2024) \u0648')).toContain('Act (2024)');
    expect(line('Round 2 (\u0627\u0628)', setting)).toMatch(/^Round 2 \(.{2}\)$/);
  });
});
