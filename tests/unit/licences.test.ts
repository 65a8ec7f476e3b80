import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageFolders, readPackage } from '../../build/bundled-packages.ts';
import { writeNotices } from '../../build/licences.ts';

const root = mkdtempSync(path.join(tmpdir(), 'sextant-licences-'));
afterAll(() => rmSync(root, { recursive: true }));

function install(name: string, files: Record<string, string>, license: unknown = 'MIT'): string {
  const folder = path.join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return folder;
}

describe('the packages of a build', () => {
  it('are those of its modules: scoped, nested, icons and what the bundler adds, each once', () => {
    const at = (rest: string) => path.join(root, 'node_modules', rest);
    const ids = [
      at('plain/index.js'),
      at('plain/deep/other.js?commonjs-es-import'),
      `\0${at('taken-over/index.js')}`,
      at('@scope/part/dist/a.js'),
      at('plain/node_modules/inner/a.js'),
      '~icons/lucide/x.svelte',
      '\0vite/preload-helper.js',
      '/project/src/main.ts',
      '\0virtual',
    ];
    const expected = ['@iconify-json/lucide', '@scope/part', 'plain', 'plain/node_modules/inner', 'taken-over', 'vite'];
    expect(packageFolders(ids, root)).toEqual(expected.map(at));
  });

  it('say their licence in full, notices too, and not that of their own tools', () => {
    const folder = install('two', {
      'LICENSE.md': 'Copyright A\n\n# Licenses of bundled dependencies\nCopyright Z',
      'license.js': 'code',
      NOTICE: 'Copyright B',
    });
    expect(readPackage(folder, {})).toEqual({
      name: 'two',
      version: '1.2.3',
      licence: 'MIT',
      text: 'Copyright A\n\nCopyright B',
    });
    const noticed = install('noticed', { LICENCE: 'Copyright C', NOTICE: 'Copyright D' }, { type: 'BSD' });
    expect(readPackage(noticed, {})).toMatchObject({ licence: 'BSD', text: 'Copyright C\n\nCopyright D' });
  });

  it('are not passed over in silence where they bring no file', () => {
    const folder = install('silent', { 'README.md': 'MIT' });
    expect(readPackage(folder, {})).toBeNull();
    expect(readPackage(folder, { silent: 'Copyright E' })?.text).toBe('Copyright E');
  });
});

describe('the notices', () => {
  it('name every package, and give the same words once', () => {
    const one = (name: string, text: string) => ({ name, version: '1.0.0', licence: 'MIT', text });
    const text = writeNotices('Copyright Sextant\n', [one('a', 'Words A'), one('b', 'Words B'), one('c', 'Words A')]);
    expect(text).toBe(
      ['Sextant\n\nCopyright Sextant', 'a 1.0.0 (MIT)\nc 1.0.0 (MIT)\n\nWords A', 'b 1.0.0 (MIT)\n\nWords B'].join(
        `\n\n${'-'.repeat(72)}\n\n`,
      ) + '\n',
    );
  });
});
