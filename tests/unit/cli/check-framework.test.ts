import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/check-framework.ts';
import { foldersOf } from '../../../src/cli/read-path.ts';
import { tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';
import { projectPath, runCollected, temporaryFolder } from './run-collected.ts';

type Json = Record<string, unknown>;

const CROSSWALK = {
  format: 'sextant-crosswalk',
  formatVersion: 1,
  key: 'gcm',
  languages: ['en'],
  default: true,
  source: 'A resolution',
  codes: [{ code: '1' }],
  texts: { en: { title: 'Objectives', codes: { 1: 'Data' } } },
};

const write = (path: string, value: unknown) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

/** A folder of one framework `tiny`, in two files, and one crosswalk. */
function tinyFolder(change: (structure: Json, texts: Json, crosswalk: Json) => void = () => {}) {
  const root = temporaryFolder();
  const {
    texts: { en },
    ...structure
  } = tinyFrameworkJson() as Json & { texts: { en: Json } };
  const crosswalk = structuredClone(CROSSWALK) as Json;
  change(structure, en, crosswalk);
  mkdirSync(join(root, 'tiny'));
  mkdirSync(join(root, 'crosswalks'));
  write(join(root, 'tiny', 'framework.json'), structure);
  write(join(root, 'tiny', 'en.json'), en);
  write(join(root, 'crosswalks', 'gcm.json'), crosswalk);
  return { root, folder: join(root, 'tiny') };
}

/** Codes at the end of the lines; advice on writing, of which a tiny framework earns much, left out. */
function codesOf(lines: readonly string[]): (string | undefined)[] {
  return lines.map((text) => /\((\S+)\)$/.exec(text)?.[1]).filter((code) => code?.startsWith('writing.') !== true);
}

const firstIndicator = (structure: Json) => (structure['domains'] as { indicators: Json[] }[])[0]!.indicators[0]!;

describe('check-framework', () => {
  it.each(foldersOf(projectPath('indicators')))('finds nothing in indicators/%s, advice neither', async (name) => {
    const result = await runCollected(run, projectPath(`indicators/${name}`), '--strict');
    expect(result).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('takes a folder, a file of it, and a folder of folders', async () => {
    const { root, folder } = tinyFolder();
    for (const path of [folder, join(folder, 'framework.json'), join(folder, 'en.json'), root]) {
      expect(await runCollected(run, path)).toMatchObject({ code: 0, err: '' });
    }
  });

  it('prints every problem on a line with file, line, path and code', async () => {
    const { folder } = tinyFolder((structure, texts) => {
      Object.assign(firstIndicator(structure), { scale: 'letters', pair: 'Z-9' });
      delete (texts['indicators'] as Json)['B-2'];
    });
    const { code, out, errLines } = await runCollected(run, folder);
    expect(code).toBe(1);
    expect(out).toBe('');
    const lines = readFileSync(join(folder, 'framework.json'), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('"letters"')) + 1;
    expect(errLines).toContain(
      `${join(folder, 'framework.json')}:${line} domains[0].indicators[0].scale  ` +
        'Indicator A-1 names scale letters, which does not exist. Known: maturity. (framework.unknownScale)',
    );
    expect(codesOf(errLines)).toEqual(['framework.unknownScale', 'framework.unknownPair', 'framework.textMissing']);
  });

  it('finds links that lead nowhere where crosswalks stand beside the folder', async () => {
    const { folder } = tinyFolder((structure) => {
      firstIndicator(structure)['links'] = { gcm: ['1', '99'], mgi: ['1'] };
    });
    const { code, err } = await runCollected(run, folder);
    expect(code).toBe(1);
    expect(err).toMatch(
      /framework\.json:\d+ domains\[0\]\.indicators\[0\]\.links\.gcm\[1\] .*99.*\(framework\.unknownCode\)/,
    );
    expect(err).toMatch(/links\.mgi .*\(framework\.unknownCrosswalk\)/);
  });

  it('refuses advice only under --strict', async () => {
    const { folder } = tinyFolder((structure, texts) => {
      Object.assign(structure['scales'] as Json, {
        unused: {
          levels: [
            { id: 'a', points: 0 },
            { id: 'b', points: 1 },
          ],
        },
      });
      Object.assign(texts['scales'] as Json, { unused: { a: 'A', b: 'B' } });
    });
    const relaxed = await runCollected(run, folder);
    expect(relaxed).toMatchObject({ code: 0, err: '' });
    expect(relaxed.out).toContain('(framework.unusedScale)');
    expect(await runCollected(run, folder, '--strict')).toMatchObject({ code: 1, out: '', err: relaxed.out });
  });

  it('says where JSON breaks, and does not call that language missing', async () => {
    const { folder } = tinyFolder();
    writeFileSync(join(folder, 'en.json'), '{\n  "title": "x",\n}\n');
    const { code, errLines } = await runCollected(run, folder);
    expect(code).toBe(1);
    expect(errLines).toEqual([expect.stringMatching(/en\.json:3 {2}.*\(json\.syntax\)$/)]);
  });

  it('refuses nesting that would exhaust the stack', async () => {
    const { folder } = tinyFolder();
    writeFileSync(join(folder, 'en.json'), '['.repeat(100_000));
    const { code, err } = await runCollected(run, folder);
    expect(code).toBe(1);
    expect(err).toContain('(json.tooDeep)');
  });

  it('checks crosswalks', async () => {
    const { root } = tinyFolder((_structure, _texts, crosswalk) => {
      crosswalk['codes'] = [{ code: '1' }, { code: '2' }, { code: '1' }];
      crosswalk['key'] = 'gcn';
    });
    const path = join(root, 'crosswalks');
    const { code, errLines } = await runCollected(run, path);
    expect(code).toBe(1);
    expect(codesOf(errLines)).toEqual(['crosswalk.otherKey', 'crosswalk.duplicateCode', 'crosswalk.textMissing']);
    expect(await runCollected(run, join(path, 'gcm.json'))).toMatchObject({ code: 1, err: errLines.join('\n') + '\n' });
  });

  it('checks the single-file form', async () => {
    const path = join(temporaryFolder(), 'tiny.json');
    const json = tinyFrameworkJson();
    write(path, json);
    expect(await runCollected(run, path)).toMatchObject({ code: 0, err: '' });
    write(path, { ...json, sourceLanguage: 'fr' });
    const { code, err } = await runCollected(run, path);
    expect(code).toBe(1);
    expect(err).toContain(`${path}:`);
  });

  it('speaks French, and says what it needs', async () => {
    const { err } = await runCollected(run, '/nowhere', '--lang', 'fr');
    expect(err).toBe('/nowhere  Ce fichier ou ce dossier n’existe pas. (command.notFound)\n');
    expect((await runCollected(run)).err).toContain('(command.noPath)');
    const help = await runCollected(run, '--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(/^Usage: npm run -s check-framework/);
  });

  it('names every wrong argument at once', async () => {
    const { code, errLines } = await runCollected(run, '--stict', '--lang', 'xx', '--strict=yes');
    expect(code).toBe(1);
    expect(codesOf(errLines.slice(0, 3))).toEqual([
      'command.unknownLanguage',
      'command.unknownOption',
      'command.noValue',
    ]);
  });

  it('leaves what it checks as it was', async () => {
    const { folder, root } = tinyFolder();
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    await runCollected(run, folder);
    expect(readdirSync(folder)).toEqual(readdirSync(copy));
  });
});

describe('level ids that answers cannot be told apart by', () => {
  it('are errors for whoever writes a framework, in version 1 too', async () => {
    const { folder } = tinyFolder((structure, texts) => {
      const text = JSON.stringify({ structure, texts }).replaceAll('"nascent"', '"Mature"');
      const { structure: changed, texts: words } = JSON.parse(text) as { structure: Json; texts: Json };
      Object.assign(structure, changed);
      Object.assign(texts, words);
    });
    const { code, err } = await runCollected(run, folder);
    expect(code).toBe(1);
    expect(err).toContain('framework.levelIdsAlike');
  });
});
