import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_REGISTERS } from '../../src/domain/registers/all-registers.ts';
import { aggregateSchema } from '../../src/domain/framework/framework-schema.ts';
import { isInProject } from './find-imports.ts';
import { readProjectFile, readSources } from './read-sources.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const inFolder = (folder: string) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name));
const DOCUMENTS = [...inFolder('.'), ...inFolder('docs'), ...inFolder('indicators')];

const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gm, '');
const headings = (text: string) =>
  [...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => (title ?? '').trim());

/** The anchor of a heading as the hosts of repositories make it. */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** What a section `## n. ...` says, up to the next one. */
function sectionOf(file: string, number: number): string {
  const [, text] = new RegExp(`^## ${number}\\. .*$([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(
    readProjectFile(file),
  ) ?? ['', ''];
  return text ?? '';
}

const codeWords = (text: string) => new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? ''));

describe('the readme', () => {
  it.each(['npm ci && npm start', 'npm ci && npm test'])('shows %s to copy', (command) => {
    expect(readProjectFile('README.md').split('\n')).toContain(command);
  });

  it('names no command that does not exist', () => {
    const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> };
    const named = [...readProjectFile('README.md').matchAll(/npm (?:run (?:-s )?)?([a-z][a-z0-9:-]*)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => name !== 'ci');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('links', () => {
  it.each(DOCUMENTS)('of %s lead somewhere', (file) => {
    const text = withoutCode(readProjectFile(file));
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
    const broken = links
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => {
        const [target = '', anchor] = link.split('#');
        const found = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
        if (!existsSync(path.join(ROOT, found))) return true;
        return anchor !== undefined && !headings(readProjectFile(found)).map(anchorOf).includes(anchor);
      });
    expect(broken).toEqual([]);
  });
});

describe('the documents that the source cites', () => {
  const CITATION = /(docs\/[a-z-]+\.md)(?:,? sections? (\d+)(?: to (\d+))?)?/g;
  const cited = [...readSources('src'), ...readSources('build')].flatMap(({ path: file, text }) =>
    [...text.replaceAll(/\s+\* /g, ' ').matchAll(CITATION)].map(([, document, from, to]) => ({
      file,
      document: document ?? '',
      sections: [from, to].filter((section) => section !== undefined),
    })),
  );

  it('are there, with the sections', () => {
    expect(cited.length).toBeGreaterThan(50);
    const missing = cited.flatMap(({ file, document, sections }) => {
      if (!isInProject(document)) return [`${file}: ${document}`];
      const text = readProjectFile(document);
      return sections
        .filter((section) => !new RegExp(`^## ${section}\\. `, 'm').test(text))
        .map((section) => `${file}: ${document} section ${section}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it('shows the packages of every layer as eslint.config.js allows them', () => {
    const rows = readProjectFile('eslint.config.js').matchAll(
      /layer: '([a-z0-9]+)',\s+may: \[[^\]]*\],\s+packages: (null|\[[^\]]*\])/g,
    );
    const allowed = Object.fromEntries(
      [...rows].map(([, layer, list]) => [
        layer,
        list === 'null' ? 'any' : [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name),
      ]),
    );
    const documented = Object.fromEntries(
      [...readProjectFile('docs/architecture.md').matchAll(/^\| `([a-z0-9]+)` \|[^|]*\| ([^|]*) \|$/gm)].map(
        ([, layer, cell]) => [layer, cell?.trim() === 'any' ? 'any' : [...codeWords(cell ?? '')]],
      ),
    );
    expect(Object.keys(allowed).length).toBeGreaterThan(5);
    expect(documented).toEqual(allowed);
  });
});

describe('docs/dependencies.md', () => {
  it('lists every dependency with its version, and nothing else', () => {
    const manifest = JSON.parse(readProjectFile('package.json')) as Record<string, Record<string, string>>;
    const wanted = { ...manifest['dependencies'], ...manifest['devDependencies'], ...manifest['optionalDependencies'] };
    const rows = readProjectFile('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (\d[^ |]*) \|/gm);
    expect(Object.fromEntries([...rows].map(([, name, version]) => [name, version]))).toEqual(wanted);
  });
});

describe('docs/methodology.md', () => {
  it('gives the formula of every way to combine scores', () => {
    const described = [...sectionOf('docs/methodology.md', 2).matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    expect(described.filter((name) => name !== 'aggregate').sort()).toEqual([...aggregateSchema.options].sort());
  });
});

describe('docs/file-formats.md', () => {
  it('names every register, and every field that one may have', () => {
    const section = sectionOf('docs/file-formats.md', 3);
    const words = codeWords(section);
    const known = [...section.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word.replaceAll(/<[^>]+>/g, '*'));
    /** As the section writes it: the whole address, or of a field its last part; a part that is one of few is spelled out. */
    const namesOf = ({ form, fields }: { form: string; fields: object | null }) => {
      const parts = form.endsWith('{part}') ? Object.keys(fields ?? {}) : ['{part}'];
      const whole = parts.map((part) => form.replace('{part}', part).replaceAll(/\{\w+\}/g, '*'));
      return whole.every((one) => known.includes(one)) || known.includes(whole[0]?.split('/').at(-1) ?? '');
    };
    const fields = ALL_REGISTERS.flatMap(({ form, fields: said }) =>
      form.endsWith('{field}') ? Object.keys(said ?? {}) : [],
    );
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => !words.has(field))).toEqual([]);
    expect(ALL_REGISTERS.filter((register) => !namesOf(register)).map(({ form }) => form)).toEqual([]);
  });

  it('names every member of the report', () => {
    const words = codeWords(sectionOf('docs/file-formats.md', 5));
    /** Members whose own members are named by content. */
    const MAPS = ['review', 'facts'];
    const membersOf = (value: unknown): string[] => {
      if (value === null || typeof value !== 'object') return [];
      if (Array.isArray(value)) return value.flatMap(membersOf);
      return Object.entries(value).flatMap(([key, member]) => [key, ...(MAPS.includes(key) ? [] : membersOf(member))]);
    };
    const reports = readdirSync(path.join(ROOT, 'tests/golden')).filter((name) => name.endsWith('.report.json'));
    const members = new Set(
      reports.flatMap((name) => membersOf(JSON.parse(readProjectFile(`tests/golden/${name}`)) as unknown)),
    );
    expect(members.size).toBeGreaterThan(100);
    // The members of an answer stand in one example, a band has the members of the framework.
    const known = new Set([...words, 'state', 'reason', 'from']);
    expect([...members].filter((member) => !known.has(member))).toEqual([]);
  });
});
