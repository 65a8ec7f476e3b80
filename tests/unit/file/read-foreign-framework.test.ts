import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/import-framework.ts';
import { readForeignFramework } from '../../../src/file/read-foreign-framework.ts';
import { runCollected, temporaryFolder } from '../cli/run-collected.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name: string) => readForeignFramework(bytes(text), name);
async function codesOf(text: string, name: string) {
  const found = await read(text, name);
  return found.ok ? [] : found.problems.map(({ code, line }) => (line === undefined ? code : `${code} ${line}`));
}

const HEAD = 'Domaine;Sous-domaine;Code;Titre;Niveau 1: Naissant;Niveau 2: Établi;Poids';
const TABLE = `${HEAD}\nDroit;Lois;L-1;Une loi;"Rien.";"Une loi est en vigueur.\nElle est publiée.";2\n;;L-2;Un décret;Rien.;Un décret est en vigueur.;\nPratique;;;Un service;Rien.;Un service existe.;0,5\n`;

describe('a framework as a table', () => {
  it('is read in any language of the app: domains are carried down, sentences stand on lines of their own', async () => {
    const found = await read(TABLE, 'cadre.csv');
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const { structure, texts, indicators, id } = found.value;
    expect(id).toBe('cadre');
    expect(indicators.map((one) => [one.id, one.domain, one.subdomain, one.weight])).toEqual([
      ['L-1', 'Droit', 'Lois', 2],
      ['L-2', 'Droit', 'Lois', undefined],
      ['Un-service', 'Pratique', null, 0.5],
    ]);
    expect(structure.scales['levels']?.levels).toEqual([
      { id: 'naissant', points: 0 },
      { id: 'etabli', points: 1 },
    ]);
    expect(texts['en']?.indicators['L-1']?.levels['etabli']).toEqual(['Une loi est en vigueur.', 'Elle est publiée.']);
  });

  it.each([
    ['a text', ['frameworkTable.noHead']],
    ['Domain,Title\nA,B', ['frameworkTable.noLevels 1']],
    [`${HEAD}\n`, ['frameworkTable.noRows']],
    [`Domain,Title,Level 1,Level 3\nA,B,c,d`, ['frameworkTable.levelsNotInOrder 1']],
    [
      `Domain,Title,Level 1,Level 2,Weight\n,B,c,,much`,
      ['frameworkTable.emptyCell 2', 'frameworkTable.emptyCell 2', 'frameworkTable.noWeight 2'],
    ],
    [`Domain,Code,Title,Level 1,Level 2\nA,x,B,c,d\nA,X,E,f,g`, ['frameworkTable.codeTwice 3']],
    [`Domain,Title,Level 1,Level 2\nA,"B,c,d\nA,E,f,g`, ['sheet.quotes 2']],
  ])('says what is wrong with it, and where: %j', async (text, codes) => {
    expect(await codesOf(text, 'table.csv')).toEqual(codes);
  });
});

const node = (urn: string, more: string) => `    - urn: ${urn}\n${more}`;
const SCALE = `    scores_definition:
    - {score: 1, name: Initial, description: "Nothing is written."}
    - {score: 2, name: Defined, description: "It is written.\\nIt is known."}
    - {score: 3, name: Managed, description: null}
`;
const library = (scale: string, nodes: string) => `urn: urn:made-up:library:one
locale: fr
ref_id: MADE-UP
name: Made up
copyright: nobody
version: 2
provider: Made-up provider
objects:
  framework:
    urn: urn:made-up:framework:one
    name: Made-up framework
${scale}    requirement_nodes:
${nodes}`;
const NODES = [
  node('d1', '      assessable: false\n      name: Identify'),
  node('s1', '      assessable: false\n      parent_urn: d1\n      ref_id: ID.AM\n      name: Assets'),
  node(
    'g1',
    '      assessable: false\n      parent_urn: s1\n      ref_id: ID.AM-1\n      description: Devices are listed',
  ),
  node(
    'r1',
    '      assessable: true\n      parent_urn: g1\n      ref_id: BASIC_ID.AM-1.1\n      description: A list shall be kept.\n      annotation: Computers too.',
  ),
  node(
    'r2',
    '      assessable: true\n      parent_urn: d1\n      ref_id: 1.2\n      description: "Is it planned?\\nNiveau 1 : No.\\nNiveau 2 : In part.\\nNiveau 3 : Yes,\\nand tested."',
  ),
].join('\n');

describe('a YAML library', () => {
  it('reads what a question takes over from another one by its name', async () => {
    const nodes = `    - &one {urn: q, ref_id: L-1, assessable: true, name: An act}\n    - {<<: *one, urn: r, ref_id: L-2}`;
    const found = await read(library(SCALE, nodes), 'one.yaml');
    expect(found.ok && found.value.indicators.map(({ id }) => id)).toEqual(['L-1', 'L-2']);
  });

  it('becomes a framework: its scores are the levels, what a question says of its own levels goes first', async () => {
    const found = await read(library(SCALE, NODES), 'one.yaml');
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const { id, version, texts, structure, indicators } = found.value;
    expect([id, version, Object.keys(texts)]).toEqual(['made-up', '2.0.0', ['fr']]);
    expect(texts['fr']?.attribution).toBe('Made-up provider. nobody. urn:made-up:library:one');
    expect(structure.scales['levels']?.levels.map(({ id: level, points, symbol }) => [level, points, symbol])).toEqual([
      ['initial', 1, '1'],
      ['defined', 2, '2'],
      ['managed', 3, '3'],
    ]);
    expect(indicators.map((one) => [one.id, one.domain, one.subdomain])).toEqual([
      ['BASIC-ID-AM-1-1', 'Identify', 'Assets'],
      ['1-2', 'Identify', 'Identify-2'],
    ]);
    const own = texts['fr']?.indicators;
    expect(own?.['BASIC-ID-AM-1-1']).toMatchObject({
      question: 'A list shall be kept.',
      note: 'ID.AM-1 Devices are listed\nComputers too.',
      levels: { initial: ['Nothing is written.'], defined: ['It is written.', 'It is known.'], managed: ['Managed'] },
    });
    expect(own?.['1-2']).toMatchObject({
      question: 'Is it planned?',
      levels: { initial: ['No.'], defined: ['In part.'], managed: ['Yes, and tested.'] },
    });
  });

  it.each([
    ['no scale', library('    min_score: 0\n    max_score: 100\n', NODES), ['library.noScale']],
    ['no words', library(SCALE, node('d1', '      assessable: true')), ['library.noWords']],
    ['nothing', ' \n', ['file.isEmpty']],
    ['a text', 'A text.', ['library.noFramework']],
    ['no framework', 'urn: x\nobjects: {risk_matrix: []}', ['library.noFramework']],
    ['nothing to assess', library(SCALE, node('d1', '      name: A')), ['library.noQuestions']],
    [
      'a circle',
      library(
        SCALE,
        [node('a', '      parent_urn: b\n      assessable: true'), node('b', '      parent_urn: a')].join('\n'),
      ),
      ['library.brokenTree'],
    ],
    [
      'a parent that is not there',
      library(SCALE, node('a', '      parent_urn: b\n      assessable: true')),
      ['library.brokenTree'],
    ],
    ['another YAML', 'just: text', ['library.noFramework']],
    ['broken YAML', 'a: [1', ['library.notYaml 1']],
    ['a key twice', 'a: 1\na: 2', ['library.notYaml 2']],
    ['a dangerous key', 'urn: x\n__proto__: {a: 1}\nobjects: {}', ['json.unsafeKey']],
    [
      'a bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((one, place) => `${one}: &${one} [${Array(9).fill(`*${'abcdefgh'[place]}`).join(',')}]`)
        .join('\n')}`,
      ['library.notYaml'],
    ],
  ])('is refused with the reason: %s', async (_, text, codes) => {
    expect(await codesOf(text, 'one.yaml')).toEqual(codes);
  });
});

describe('import-framework', () => {
  it.each(['en', 'fr', 'es', 'ar'])('writes a template with an example in %s, and reads it back', async (language) => {
    const folder = temporaryFolder();
    const [template, out] = [join(folder, 'template.xlsx'), join(folder, 'framework.json')];
    const written = await runCollected(run, '--template', '--out', template, '--lang', language);
    expect([written.code, written.err]).toEqual([0, '']);
    const { code, err } = await runCollected(run, template, '--out', out);
    expect([code, err]).toEqual([0, '']);
    const framework = JSON.parse(readFileSync(out, 'utf8')) as { id: string; languages: string[]; domains: unknown[] };
    expect(framework).toMatchObject({ id: 'my-framework', version: '0.1.0', languages: [language] });
  });

  it('writes nothing where the table is wrong, and nothing over what it reads', async () => {
    const folder = temporaryFolder();
    const table = join(folder, 'table.csv');
    writeFileSync(table, `${HEAD}\n;;;;;;\n;x;;;;;\n`);
    const wrong = await runCollected(run, table, '--out', join(folder, 'new.json'));
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('(frameworkTable.emptyCell)');
    const over = await runCollected(run, table, '--out', table);
    expect(over.err).toContain('(command.outIsInput)');
    expect((await runCollected(run, '--out', join(folder, 'x.json'))).err).toContain('(command.oneFile)');
  });
});
