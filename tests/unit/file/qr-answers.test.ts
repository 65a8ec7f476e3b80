import fc from 'fast-check';
import jsQR from 'jsqr';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/registers/answer.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { scaleOf } from '../../../src/domain/framework/framework.ts';
import { decodeBase45, encodeBase45 } from '../../../src/file/base45.ts';
import { decodeQrAnswers, encodeQrAnswers } from '../../../src/file/qr-answers.ts';
import { readMainFramework } from '../../bench/merge-files.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const paired = pairedFramework();
const main = readMainFramework();
const INSTITUTIONS = ['lead', 'interior', 'ministère-du-travail', 'x-9f2c'];

/** Any answers that a code can carry, to indicators of a framework. */
function answersOf(framework: Framework): fc.Arbitrary<ReadonlyMap<string, Answer>> {
  const one = (index: number): fc.Arbitrary<Answer | null> => {
    const scale = scaleOf(framework, framework.indicators[index]!);
    return fc.constantFrom(
      null,
      { state: 'unknown' },
      ...scale.levels.map(({ id }): Answer => ({ state: 'level', level: id })),
    );
  };
  return fc
    .tuple(...framework.indicators.map((_, index) => one(index)))
    .map(
      (all) => new Map(all.flatMap((answer, i) => (answer === null ? [] : [[framework.indicators[i]!.id, answer]]))),
    );
}

const allHighest = (framework: Framework) =>
  new Map(framework.indicators.map(({ id }): [string, Answer] => [id, { state: 'unknown' }]));
const contextOf = (framework: Framework) => ({ framework, assessment: 'a1', institutions: INSTITUTIONS });
const codeOf = (result: ReturnType<typeof decodeQrAnswers>) =>
  result.ok ? null : result.problems.map(({ code }) => code);

/** A code as a camera sees it: `scale` pixels a module, grey values, in a white margin. */
function pixelsOf(text: string, scale: number) {
  const { data, size } = encode(text, { ecc: 'M', maxVersion: 10, border: 4 });
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)] !== true) continue;
      const noise = (x * 31 + y * 17) % 40;
      pixels.fill(20 + noise, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  }
  return { pixels, side };
}

describe('answers as a QR code', () => {
  it('come back as they were, whatever was answered, by whomever, in whichever vote', () => {
    fc.assert(
      fc.property(
        answersOf(paired),
        fc.constantFrom(...INSTITUTIONS),
        fc.integer({ min: 1, max: 99 }),
        (answers, institution, vote) => {
          const text = encodeQrAnswers(contextOf(paired), { institution, vote, answers });
          const read = decodeQrAnswers(text, contextOf(paired));
          expect(read).toEqual({ ok: true, value: { institution, vote, answers }, advice: [] });
        },
      ),
      lawRuns(1000),
    );
  });

  it('fit for all indicators into about 60 bytes and at most version 10 with level M', () => {
    expect(main.indicators.length).toBeGreaterThan(100);
    const text = encodeQrAnswers(contextOf(main), { institution: 'lead', vote: 1, answers: allHighest(main) });
    expect(decodeBase45(text.slice(4))?.length).toBeLessThanOrEqual(60);
    expect(encode(text, { ecc: 'M' }).version).toBeLessThanOrEqual(10);
  });

  it('are read by a camera: drawn, seen as pixels, and decoded to the same', () => {
    fc.assert(
      fc.property(answersOf(main), fc.constantFrom(3, 4, 7), (answers, scale) => {
        const text = encodeQrAnswers(contextOf(main), { institution: 'interior', vote: 2, answers });
        const { pixels, side } = pixelsOf(text, scale);
        const seen = jsQR(pixels, side, side)?.data ?? '';
        expect(seen).toBe(text);
        expect(decodeQrAnswers(seen, contextOf(main))).toMatchObject({ ok: true, value: { vote: 2, answers } });
      }),
      lawRuns(20),
    );
  });

  it('carry no reason: what does not apply is open', () => {
    const answers = new Map<string, Answer>([['R-1', { state: 'not-applicable', reason: 'secret' }]]);
    const read = decodeQrAnswers(
      encodeQrAnswers(contextOf(paired), { institution: 'lead', vote: 1, answers }),
      contextOf(paired),
    );
    expect(read.ok && read.value.answers.size).toBe(0);
  });

  it('are refused with one message each', () => {
    const said = { institution: 'interior', vote: 1, answers: new Map<string, Answer>() };
    const text = encodeQrAnswers(contextOf(main), said);
    expect(codeOf(decodeQrAnswers('https://example.org/menu', contextOf(main)))).toEqual(['qr.notOurs']);
    expect(codeOf(decodeQrAnswers('SX2:ABC', contextOf(main)))).toEqual(['qr.newer']);
    expect(codeOf(decodeQrAnswers(text, contextOf(paired)))).toEqual(['qr.otherFramework']);
    expect(codeOf(decodeQrAnswers(text, { ...contextOf(main), assessment: 'a2' }))).toEqual(['qr.otherAssessment']);
    expect(codeOf(decodeQrAnswers(text, { ...contextOf(main), institutions: ['lead'] }))).toEqual([
      'qr.unknownInstitution',
    ]);
    expect(codeOf(decodeQrAnswers('SX1:', contextOf(main)))).toEqual(['qr.damaged']);
  });

  it('are never mistaken where one byte is wrong or the end is missing', () => {
    const said = { institution: 'interior', vote: 1, answers: allHighest(main) };
    const text = encodeQrAnswers(contextOf(main), said);
    const bytes = decodeBase45(text.slice(4))!;
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const wrong = Uint8Array.from(bytes);
        wrong[at] = wrong[at]! ^ flip;
        expect(codeOf(decodeQrAnswers(`SX1:${encodeBase45(wrong)}`, contextOf(main)))).toEqual(['qr.damaged']);
        const cut = encodeBase45(bytes.slice(0, at));
        expect(codeOf(decodeQrAnswers(`SX1:${cut}`, contextOf(main)))).toEqual(['qr.damaged']);
      }),
    );
  });
});
