import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAXIMUM_FRAMEWORK_BYTES } from '../../../src/domain/limits.ts';
import { parseFrameworkFile } from '../../../src/file/framework-file.ts';
import { tinyFramework, tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';

const textOf = (value: unknown) => JSON.stringify(value, null, 2);
const parse = (text: string) => parseFrameworkFile(new TextEncoder().encode(text), 'tiny.json');
const problemsOf = (text: string) => {
  const result = parse(text);
  return result.ok ? [] : result.problems;
};

describe('parseFrameworkFile', () => {
  it('reads the single-file form, with or without byte order mark', () => {
    const text = textOf(tinyFrameworkJson());
    const result = parse(text);
    expect(result.ok && result.value.hash).toBe(tinyFramework().hash);
    expect(parse(`\uFEFF${text}`).ok).toBe(true);
  });

  it('reads every released format, with the hash it had', () => {
    const folder = new URL('../../fixtures/files/', import.meta.url);
    const released = readdirSync(folder).filter((name) => name.startsWith('framework-v'));
    expect(released).toContain('framework-v1.json');
    for (const name of released) {
      const result = parseFrameworkFile(new Uint8Array(readFileSync(new URL(name, folder))), name);
      expect(result.ok && result.value.hash).toBe('6d9d1112edd562118e22b5c74883c1e5a1207b21541b1f7bd068fbc3867c89fe');
    }
  });

  it('names every problem with the line where it stands', () => {
    const text = textOf({ ...tinyFrameworkJson(), version: 'one', id: '' });
    const lines = text.split('\n');
    const lineOf = (needle: string) => lines.findIndex((line) => line.includes(needle)) + 1;
    expect(problemsOf(text).map(({ path, line }) => [path.join('.'), line])).toEqual(
      expect.arrayContaining([
        ['version', lineOf('"version": "one"')],
        ['id', lineOf('"id": ""')],
      ]),
    );
  });

  it('refuses what is not JSON, with the line, and keys that stand twice', () => {
    expect(problemsOf('{\n  "id": 1,\n  oops\n}')).toMatchObject([
      { code: 'json.syntax', line: 3, params: { column: 3 } },
    ]);
    expect(problemsOf('{\n "id": "a",\n "id": "b"\n}')).toMatchObject([{ code: 'json.duplicateKey', line: 3 }]);
  });

  it('says of other JSON that it is no framework, and of a framework what is wrong with it', () => {
    const others = [
      {},
      [],
      [{ texts: {} }],
      { name: 'sextant', version: '1.0.0' },
      { format: 'sextant-report', domains: [] },
    ];
    for (const other of others) expect(problemsOf(textOf(other))).toMatchObject([{ code: 'file.isOtherJson' }]);
    const { format: _, ...forgotten } = tinyFrameworkJson();
    expect(problemsOf(textOf(forgotten)).map(({ code }) => code)).not.toContain('file.isOtherJson');
    expect(problemsOf(textOf({ format: 'sextant-framework' }))[0]?.code).toBe('schema.missing');
  });

  it('refuses what would hurt: too deep, too big, prototypes, other encodings', () => {
    expect(problemsOf('['.repeat(200_000))).toMatchObject([{ code: 'json.tooDeep' }]);
    expect(problemsOf(`{"a": ${JSON.stringify('['.repeat(1000))}}`)[0]?.code).toBe('file.isOtherJson');
    expect(problemsOf('{"__proto__": {"polluted": true}}')).toMatchObject([{ code: 'json.unsafeKey' }]);
    expect(parseFrameworkFile(new Uint8Array(MAXIMUM_FRAMEWORK_BYTES + 1))).toMatchObject({
      problems: [{ code: 'file.partTooBig' }],
    });
    expect(parseFrameworkFile(Uint8Array.of(0x7b, 0xe9, 0x7d))).toMatchObject({ problems: [{ code: 'file.notUtf8' }] });
  });

  it('reads a framework with 64 MiB of words in many languages to the last byte, and refuses one byte more by name', () => {
    const { texts, ...structure } = tinyFrameworkJson() as { texts: { en: { indicators: Record<string, object> } } };
    const evidence = Array<string>(98).fill('x'.repeat(4000));
    const indicators = Object.fromEntries(
      Object.entries(texts.en.indicators).map(([id, words]) => [id, { ...words, evidence }]),
    );
    const further = Array.from({ length: 42 }, (_, n) => `q${String.fromCharCode(97 + (n >> 4), 97 + (n & 15))}`);
    const all = {
      en: texts.en,
      ...Object.fromEntries(further.map((language) => [language, { ...texts.en, indicators }])),
    };
    const json = JSON.stringify({ ...structure, languages: Object.keys(all), texts: all });
    const full = new TextEncoder().encode(json.padEnd(MAXIMUM_FRAMEWORK_BYTES, ' '));
    expect([json.length > 0.98 * MAXIMUM_FRAMEWORK_BYTES, full.length]).toEqual([true, MAXIMUM_FRAMEWORK_BYTES]);
    const read = parseFrameworkFile(full);
    expect(read.ok && read.value.structure.languages).toHaveLength(43);
    const over = parseFrameworkFile(
      new TextEncoder().encode(json.padEnd(MAXIMUM_FRAMEWORK_BYTES + 1, ' ')),
      'big.json',
    );
    expect(over.ok ? [] : over.problems).toMatchObject([
      {
        code: 'file.partTooBig',
        params: { part: 'big.json', bytes: MAXIMUM_FRAMEWORK_BYTES + 1, maximum: MAXIMUM_FRAMEWORK_BYTES },
      },
    ]);
  }, 120_000);
});
