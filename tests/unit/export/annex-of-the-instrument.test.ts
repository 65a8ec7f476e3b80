import { describe, expect, it } from 'vitest';
import { readFrameworkAt } from '../../../src/cli/read-framework.ts';
import { textsIn } from '../../../src/domain/framework/framework.ts';
import { articleWords } from '../../../src/words/article-words.ts';
import { projectPath } from '../cli/run-collected.ts';
import { localiserOf } from '../ui/render-with-language.ts';
import { documentOf, textsOf } from './document-of.ts';

const read = readFrameworkAt(projectPath('indicators/migration-governance'));
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const instrument = read.value;

describe.each(['en', 'fr'])('the annex of every indicator, in %s', (language) => {
  const { t, text } = localiserOf(language);
  const level = [['rating/lead/IC-01/1/answer', { level: 'emerging' }]] as const;
  const said = textsOf(documentOf(level, { framework: instrument, language }), 'indicators');

  it('says how many of all requirements are met', () => {
    const { emerging = [], developed = [], mature = [] } = textsIn(instrument, language).indicators['IC-01']!.levels;
    const of = emerging.length + developed.length + mature.length;
    expect(said).toContain(t('report.indicator.metOf', { met: emerging.length, of }));
  });

  it('counts nothing as met that it lists as missing, where the meeting agreed on less than was rated', () => {
    const { emerging = [], developed = [], mature = [] } = textsIn(instrument, language).indicators['IC-01']!.levels;
    const settings = [
      ['rating/lead/IC-01/1/answer', { level: 'mature' }],
      ['agreed/IC-01/answer', { level: 'emerging' }],
    ] as const;
    const annex = textsOf(documentOf(settings, { framework: instrument, language }), 'indicators');
    expect(annex).toContain(text(developed[0]!));
    const of = emerging.length + developed.length + mature.length;
    expect(annex).toContain(t('report.indicator.metOf', { met: emerging.length, of }));
  });

  it('names what contested requirements rest on', () => {
    const indicator = instrument.indicatorById.get('IC-23')!;
    const words = articleWords(indicator, () => null, localiserOf(language));
    expect(words.length).toBeGreaterThan(0);
    for (const one of words) expect(said).toContain(one);
  });
});
