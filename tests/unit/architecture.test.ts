import { describe, expect, it } from 'vitest';
import type { Arrow } from './find-imports.ts';
import { arrowsBetween, findStaticClosure, isInProject, staticImports } from './find-imports.ts';
import { readProjectFile, readSources } from './read-sources.ts';

const sources = readSources();

/** The LAYERS table of eslint.config.js: each layer and what of ours it may import. */
function readLayers(): Map<string, string[]> {
  const rows = readProjectFile('eslint.config.js').matchAll(/layer: '([a-z0-9]+)',\s+may: \[([^\]]*)\]/g);
  return new Map(
    [...rows].map(([, layer, may]) => [layer!, [...may!.matchAll(/'([a-z0-9]+)'/g)].map(([, name]) => name!)]),
  );
}

const layers = readLayers();

describe('the import table', () => {
  it('names every folder of src that holds code', () => {
    const folders = new Set(
      sources.filter(({ path }) => path.split('/').length > 2).map(({ path }) => path.split('/')[1]),
    );
    expect([...layers.keys()]).toEqual(expect.arrayContaining([...folders]));
  });

  it.skipIf(!isInProject('docs/architecture.md'))('is the one that docs/architecture.md shows', () => {
    const rows = readProjectFile('docs/architecture.md').matchAll(/^\| `([a-z0-9]+)` \| ([^|]*)\|/gm);
    const documented = new Map(
      [...rows]
        .filter(([, layer]) => layers.has(layer!))
        .map(([, layer, cell]) => [layer!, [...cell!.matchAll(/`([a-z0-9]+)`/g)].map(([, name]) => name!)]),
    );
    const sorted = (table: Map<string, string[]>) =>
      Object.fromEntries(
        [...table].map(([layer, may]) => [layer, may.filter((name) => layers.has(name)).sort()]).sort(),
      );
    expect(sorted(documented)).toEqual(sorted(layers));
  });
});

/** The room at the top of src that a file is in; those that lie loose wire everything. */
const roomOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1]! : 'main');

describe('the drawing of docs/architecture.md', () => {
  const [, drawing = ''] = /```mermaid\n([\s\S]*?)```/.exec(readProjectFile('docs/architecture.md')) ?? [];
  const drawn = [...drawing.matchAll(/^ {2}(\w+)(?:\[[^\]]*\])? (-->|-\.->) (.+)$/gm)].flatMap(([, from, line, ends]) =>
    ends!.split(' & ').map((to) => ({ from: from!, to, isLater: line === '-.->' })),
  );
  /** From above to below, as they are first named. */
  const rooms = [...new Set([...drawing.matchAll(/^ {2}(\w+)\[/gm)].map(([, room]) => room!))];
  const asText = ({ from, to, isLater }: (typeof drawn)[number]) => `${from} ${isLater ? '-.->' : '-->'} ${to}`;

  it('shows every room of src, and no more than one can keep in mind', () => {
    expect([...rooms].sort()).toEqual([...new Set(sources.map(({ path }) => roomOf(path)))].sort());
    expect(rooms.length).toBeLessThanOrEqual(16);
  });

  it('shows who imports whom, types too, dotted where it is loaded later only', () => {
    const between = arrowsBetween(sources)
      .map(({ from, to, isLater }) => ({ from: roomOf(from), to: roomOf(to), isLater }))
      .filter(({ from, to }) => from !== to);
    const standing = new Set(between.filter(({ isLater }) => !isLater).map(asText));
    const found = between.filter((one) => !one.isLater || !standing.has(asText({ ...one, isLater: false })));
    expect(drawn.map(asText).sort()).toEqual([...new Set(found.map(asText))].sort());
  });

  it('has no arrow upwards, and so no circle', () => {
    const upwards = drawn.filter(({ from, to }) => rooms.indexOf(to) <= rooms.indexOf(from));
    expect(upwards.map(asText)).toEqual([]);
  });

  it('is read from imports of every form', () => {
    const text = [
      "import './b.ts';",
      "import type { C } from '../c.ts';",
      "export { d } from './d.ts';",
      "const later = () => import('./e.ts');",
      "import {\n  f,\n} from './f.ts';",
      "import Worker from './g.ts?worker';",
      "import 'zod/mini';",
    ].join('\n');
    const files = ['src/x/a.ts', 'src/x/b.ts', 'src/c.ts', 'src/x/d.ts', 'src/x/e.ts', 'src/x/f.ts', 'src/x/g.ts'];
    const found = arrowsBetween(files.map((path, index) => ({ path, text: index === 0 ? text : '' })));
    expect(found.map(({ to }) => to).sort()).toEqual(files.slice(1).sort());
    expect(found.filter(({ isLater }) => isLater).map(({ to }) => to)).toEqual(['src/x/e.ts']);
  });
});

/** What remains when those go that import nothing that remains: circles, and what leads into them. */
function findCircles(arrows: readonly Pick<Arrow, 'from' | 'to'>[]): string[] {
  let left = arrows.filter(({ from, to }) => from !== to);
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    const importing = new Set(left.map(({ from }) => from));
    left = left.filter(({ to }) => importing.has(to));
  }
  return [...new Set(left.map(({ from, to }) => `${from} > ${to}`))].sort();
}

describe('a circle of imports, types too', () => {
  const arrows = arrowsBetween(sources);
  const folderOf = (file: string) => file.split('/').slice(0, -1).slice(0, 3).join('/');

  it('stands between no files', () => {
    expect(findCircles(arrows.filter(({ isLater }) => !isLater))).toEqual([]);
  });

  it('stands between no folders, and what is loaded later counts', () => {
    expect(findCircles(arrows.map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) })))).toEqual([]);
  });

  it('is found', () => {
    const [a, b, c] = ['a', 'b', 'c'] as const;
    expect(
      findCircles([
        { from: a, to: b },
        { from: b, to: c },
      ]),
    ).toEqual([]);
    expect(
      findCircles([
        { from: a, to: b },
        { from: b, to: a },
        { from: b, to: c },
      ]),
    ).toEqual(['a > b', 'b > a']);
  });
});

describe('the first load', () => {
  const LATER =
    /^(chart\.js|pdfkit|docx|pptxgenjs|write-excel-file|read-excel-file|age-encryption|bidi-js|linebreak|uqr|jsqr)(\/|$)/;

  it.skipIf(!isInProject('src/main.ts'))('holds no chart library, no writer of files and no encryption', () => {
    const closure = findStaticClosure('src/main.ts', sources);
    expect(closure.size).toBeGreaterThan(1);
    const chains = [...closure]
      .filter(([target]) => LATER.test(target) || target.startsWith('src/export/'))
      .map(([, chain]) => chain.join(' > '));
    expect(chains).toEqual([]);
  });

  it('is searched through imports of every form but import() and types', () => {
    const text = [
      "import './styles/base.css';",
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n  d,\n} from 'chart.js';",
      "export { e } from './e.ts';",
      "const later = () => import('./f.ts');",
    ].join('\n');
    expect(staticImports(text)).toEqual(['./styles/base.css', './a.ts', 'chart.js', './e.ts']);
  });
});

/** Newer than the build target (Chromium 109, Firefox 115), and no compiler makes up for them. */
const TOO_NEW = [
  'toSorted|toReversed|toSpliced', // Chromium 110
  'withResolvers|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference',
  'groupBy|fromAsync|canParse|isWellFormed|toWellFormed',
  'showPopover|togglePopover|hidePopover|startViewTransition|requestClose',
  'toBase64|fromBase64|setFromHex',
].join('|');

describe('pages for developers', () => {
  it('and whatever else stands in tests are imported by nothing in src', () => {
    const all = [...sources, ...readSources('tests')];
    const arrows = arrowsBetween(all).filter(({ to }) => to.startsWith('tests/'));
    expect(arrows.length).toBeGreaterThan(100);
    expect(arrows.filter(({ from }) => from.startsWith('src/'))).toEqual([]);
  });
});

describe('the build target', () => {
  it('has every function that the source calls, unless the file asks first whether it is there', () => {
    const calls = new RegExp(`\\.(${TOO_NEW})\\(`, 'g');
    const found = sources
      .filter(({ path }) => !path.startsWith('src/cli/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(calls)]
          .filter(([, name]) => !text.includes(`'${name!}' in `))
          .map(([, name]) => `${path}: ${name!}`),
      );
    expect(found).toEqual([]);
  });

  it('has Intl.Segmenter only in Chromium', () => {
    expect(sources.filter(({ text }) => /Intl\.Segmenter/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('names', () => {
  it('of folders and files say what is in them', () => {
    const vague = /\/(utils?|helpers?|common|stores?|misc|index)(\/|\.ts$|\.svelte$)/;
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  const lock = JSON.parse(readProjectFile('package-lock.json')) as { packages: Record<string, Record<string, object>> };
  const manifest = JSON.parse(readProjectFile('package.json')) as Record<string, Record<string, string>>;
  /** Node looks in the folder of the package itself, then outwards. */
  const isLocked = (holder: string, name: string): boolean => {
    if (lock.packages[`${holder === '' ? '' : `${holder}/`}node_modules/${name}`] !== undefined) return true;
    return holder !== '' && isLocked(holder.slice(0, holder.lastIndexOf('node_modules/')).replace(/\/$/, ''), name);
  };
  const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'];

  it('is in step with package.json, where every version is exact', () => {
    const root = lock.packages['']!;
    for (const kind of KINDS) expect(root[kind]).toEqual(manifest[kind]);
    const versions = KINDS.flatMap((kind) => Object.values(manifest[kind]!));
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('holds every package that another machine may need in place of one of ours, or `npm ci` refuses it', () => {
    const missing = Object.entries(lock.packages).flatMap(([holder, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(holder, name)),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry and no path of a machine', () => {
    const resolved = Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry);
    expect(resolved).toEqual([]);
    expect(Object.keys(lock.packages).filter((name) => name !== '' && !name.startsWith('node_modules/'))).toEqual([]);
  });
});
