import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { draftOf, filesOfDraft } from '../../../src/domain/framework/draft/framework-draft.ts';
import { listIndicators } from '../../../src/domain/framework/framework.ts';
import { setAt } from '../../../src/domain/framework/draft/at-path.ts';
import { encryptFile } from '../../../src/file/encrypted-file.ts';
import { readFrameworkToWrite } from '../../../src/file/framework-file.ts';
import { frameworkText, writeFrameworkFolder } from '../../../src/file/framework-folder.ts';
import { readGivenFile } from '../../../src/file/read-given-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { tinyFramework, tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const bytesOf = (text: string) => new TextEncoder().encode(text);
const codesOf = (bytes: Uint8Array, name = 'tiny.zip') => {
  const read = readFrameworkToWrite(bytes, name);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};
const open = async (bytes: Uint8Array<ArrayBuffer>, use: 'open' | 'framework') => {
  const [read] = await readGivenFile({ file: new Blob([bytes]), fileName: 'tiny.zip', use, passphrase: null });
  return read?.content;
};

describe('a framework folder in a zip', () => {
  it.each(['open', 'framework'] as const)('comes back with its hash, to %s', async (use) => {
    const content = await open(writeFrameworkFolder(filesOfDraft(draftOf(framework)), 'tiny') as never, use);
    expect(content?.ok && content.value).toMatchObject({ kind: 'framework', framework: { hash: framework.hash } });
  });

  it('is found where a program packed it with what belongs to its system', () => {
    const { texts, ...structure } = tinyFrameworkJson() as { texts: { en: unknown } };
    const zip = zipSync({
      'a/b/framework.json': bytesOf(JSON.stringify(structure)),
      'a/b/en.json': bytesOf(JSON.stringify(texts.en)),
      'a/b/notes.txt': bytesOf('Not a part of it.'),
      '__MACOSX/a/b/framework.json': bytesOf('not it'),
    });
    const read = readFrameworkToWrite(zip, 'a.zip');
    expect(read.ok && read.value).toMatchObject({ kind: 'framework', framework: { hash: framework.hash } });
  });

  it('is asked for alone where there are two in the zip', () => {
    const both = zipSync({ 'a/framework.json': bytesOf('{}'), 'b/framework.json': bytesOf('{}') });
    expect(codesOf(both)).toEqual(['framework.notOneFolder']);
  });

  it('says which of its files is not JSON, and where', () => {
    const zip = zipSync({ 'framework.json': bytesOf('{}'), 'fr.json': bytesOf('{\n  oops\n}') });
    const read = readFrameworkToWrite(zip, 'a.zip');
    expect(read.ok ? [] : read.problems).toMatchObject([{ code: 'json.syntax', file: 'fr.json', line: 2 }]);
  });
});

describe('a framework that somebody wants to write on', () => {
  it('is a draft where it has faults, with all of them', () => {
    const faulty = setAt(tinyFrameworkJson(), ['texts', 'en', 'indicators', 'A-1', 'title'], '');
    const read = readFrameworkToWrite(bytesOf(frameworkText(faulty)), 'tiny.json');
    expect(read.ok && read.value).toMatchObject({
      kind: 'draft',
      problems: [{ code: 'schema.wrongFormat', path: ['texts', 'en', 'indicators', 'A-1', 'title'] }],
    });
  });

  const withWrong = (wrong: readonly (readonly [path: readonly (string | number)[], value: unknown])[]) => {
    const faulty = wrong.reduce((whole: unknown, [path, value]) => setAt(whole, path, value), tinyFrameworkJson());
    const read = readFrameworkToWrite(bytesOf(JSON.stringify(faulty)), 'tiny.json');
    if (!read.ok || read.value.kind !== 'draft') throw new Error('it is refused');
    const { draft, problems } = read.value;
    return { draft, problems, said: problems.map(({ path }) => path.join('.')) };
  };

  it('reads what is said in another kind, and names each of them once', () => {
    const { draft, said } = withWrong([
      [['languages'], 'en'],
      [['domains', 0, 'weight'], '2'],
      [['method', 'minimumCoverage'], '0,5'],
      [['domains', 0, 'indicators', 0, 'contexts'], 'origin'],
      [['domains', 0, 'indicators', 1, 'scale'], 7],
      [['texts', 'en', 'indicators', 'A-1', 'levels', 'mature'], 'One sentence.'],
    ]);
    expect(said.length).toBe(6);
    expect(new Set(said).size).toBe(6);
    expect(draft.leftOut).toBeUndefined();
    expect(draft.structure).toMatchObject({ languages: ['en'], method: { minimumCoverage: 0.5 } });
    expect(draft.structure.domains[0]).toMatchObject({
      weight: 2,
      indicators: [{ contexts: ['origin'] }, { id: 'A-2', scale: '7' }],
    });
    expect(draft.texts['en']?.indicators['A-1']?.levels['mature']).toEqual(['One sentence.']);
  });

  it('leaves out what cannot be read, with its place and what it said, and keeps every question', () => {
    const { draft, said } = withWrong([
      [['onload'], 'x'],
      [['scales', 'maturity', 'levels', 1, 'points'], undefined],
      [['method', 'aggregate'], 'average'],
      [['domains', 0, 'indicators', 1, 'kind'], 'story'],
      [['domains', 1, 'indicators', 1, 'scale'], { id: 'maturity' }],
      [
        ['texts', 'en', 'title'],
        ['a', 'b'],
      ],
      [['texts', 'en', 'indicators', 'B-1'], 'words'],
    ]);
    expect(said).toContain('domains.0.indicators.1.kind');
    const places = (draft.leftOut ?? []).map(({ place: { part, field }, stood }) => [part.id, field.join('.'), stood]);
    expect(new Set(places.map((place) => place.join('|')))).toEqual(
      new Set([
        'about|onload|"x"',
        'levels|scales.maturity.levels.1.points|',
        'method|method.aggregate|"average"',
        'A-2|kind|"story"',
        'B-2|scale|{"id":"maturity"}',
        'about|title|["a","b"]',
        'B-1||"words"',
      ]),
    );
    const ids = listIndicators(framework.structure).map(({ id }) => id);
    expect(listIndicators(draft.structure).map(({ id }) => id)).toEqual(ids);
    expect(draft.texts['en']).toMatchObject({ title: '', indicators: { 'B-1': { title: '', question: '' } } });
  });

  it('gives a question without a code one, at which the missing one is said', () => {
    const { draft } = withWrong([
      [['domains', 0, 'indicators', 1], 'A-2'],
      [['domains', 1, 'indicators', 0, 'id'], undefined],
    ]);
    const part = { kind: 'indicator', id: 'indicator' };
    expect(draft.leftOut?.map(({ place }) => place)).toContainEqual({ part, language: null, field: ['id'] });
    expect(listIndicators(draft.structure).map(({ id }) => id)).toEqual(['A-1', 'indicator', 'B-2']);
  });

  it('says what else is wrong beside a value that is not finished', () => {
    const { said } = withWrong([
      [['version'], '1'],
      [['domains', 0, 'indicators', 0, 'scale'], 'unheard-of'],
    ]);
    expect(said).toEqual(['version', 'domains.0.indicators.0.scale']);
    const unwritten = withWrong([
      [['texts', 'en', 'title'], undefined],
      [['texts', 'en', 'indicators', 'A-2', 'levels', 'mature'], undefined],
    ]);
    expect(unwritten.said).toEqual(['texts.en.title', 'texts.en.indicators.A-2.levels.mature']);
  });

  it('is read in one go, however much of it is wrong', () => {
    const indicators = Array.from({ length: 1000 }, (_, index) => ({ id: `Q-${index}`, scale: {}, weight: 'heavy' }));
    const { draft, said } = withWrong([[['domains', 0, 'indicators'], indicators]]);
    expect(said.length).toBe(2000);
    expect(draft.leftOut?.length).toBe(2000);
    expect(draft.structure.domains[0]?.indicators).toHaveLength(1000);
  });

  it('is checked where a level is called as what every object has', () => {
    const levels = ['toString', 'valueOf', 'hasOwnProperty', 'constructor'].map((id, points) => ({ id, points }));
    const { said } = withWrong([[['scales', 'maturity', 'levels'], levels]]);
    expect(said).toContain('texts.en.indicators.A-1.levels.toString');
  });

  it('is a draft without its texts, too', () => {
    const { draft, said } = withWrong([
      [['texts'], 'none'],
      [['domains', 0, 'weight'], '2'],
    ]);
    expect(said).toEqual(['texts', 'domains.0.weight']);
    expect(draft.texts['en']?.indicators['A-1']).toEqual({ title: '', question: '', levels: {} });
  });

  it.each([
    ['no JSON', bytesOf('not JSON'), ['json.syntax']],
    ['another JSON', bytesOf('{ "name": "package" }'), ['file.isOtherJson']],
    ['a key that could do harm', bytesOf('{ "texts": {}, "__proto__": { "a": 1 } }'), ['json.unsafeKey']],
    [
      'nothing that is asked',
      bytesOf(frameworkText({ ...tinyFrameworkJson(), domains: 'none' })),
      ['schema.wrongType'],
    ],
    ['brackets without end', bytesOf('{"texts":'.repeat(5000)), ['json.tooDeep']],
    ['a newer format', bytesOf(frameworkText({ ...tinyFrameworkJson(), formatVersion: 9 })), ['framework.newerFormat']],
  ])('is refused with the reason where it is %s', (_, bytes, codes) => {
    expect(codesOf(bytes, 'tiny.json')).toEqual(codes);
  });

  it('is refused where a part says that it unpacks to more than anybody wrote', () => {
    const zip = zipSync({ 'framework.json': new Uint8Array(65 * 1024 * 1024) });
    expect(codesOf(zip)).toEqual(['file.partTooBig']);
  });
});

describe('the framework of an assessment file with a passphrase', () => {
  it('is asked for with it, and is the one that the assessment stands on', async () => {
    const sample = sampleAssessment();
    const file = new Blob([(await encryptFile(writeSextantFile(sample), 'seven seas')) as BlobPart]);
    const read = async (passphrase: string | null) => {
      const [one] = await readGivenFile({ file, fileName: 'sample.sextant.age', use: 'framework', passphrase });
      return one!.content;
    };
    expect(await read(null)).toMatchObject({ ok: true, value: { kind: 'locked' } });
    expect(await read('five lakes')).toMatchObject({ ok: false, problems: [{ code: 'file.wrongPassphrase' }] });
    expect(await read('seven seas')).toMatchObject({ ok: true, value: { framework: { hash: sample.framework.hash } } });
  });
});

describe('what is no framework', () => {
  it.each([
    ['a page', 'page.json', '<html><body>'],
    ['a PDF', 'report.pdf', '%PDF-1.7'],
  ])('is said to be none, with what would be one: %s', async (_, fileName, text) => {
    const [one] = await readGivenFile({ file: new Blob([text]), fileName, use: 'framework', passphrase: null });
    expect(one?.content).toMatchObject({ ok: false, problems: [{ code: 'framework.otherFile' }] });
  });
});
