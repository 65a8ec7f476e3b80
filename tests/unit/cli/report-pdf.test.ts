import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/report.ts';
import { objectsWith, pageTexts, readPdf } from '../../fixtures/read-pdf.ts';
import { tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';
import { runCollected, temporaryFolder } from './run-collected.ts';

describe('report --format pdf', () => {
  it('writes the report as a tagged file in the language asked for', async () => {
    const folder = temporaryFolder();
    const [framework, answers, out] = ['tiny.json', 'sheet.csv', 'report.pdf'].map((name) => join(folder, name));
    writeFileSync(framework!, JSON.stringify(tinyFrameworkJson()));
    writeFileSync(answers!, 'indicator,answer,comment\nA-1,mature,\nA-2,emerging,وزارة الداخلية\n');
    const argv = ['--framework', framework!, '--answers', answers!, '--format', 'pdf', '--lang', 'fr', '--out', out!];
    expect(await runCollected(run, ...argv)).toMatchObject({ code: 0, out: '', err: '' });
    const pdf = readPdf(new Uint8Array(readFileSync(out!)));
    expect(objectsWith(pdf, '/Marked true')).toHaveLength(1);
    expect(objectsWith(pdf, /\/Lang \((fr|þÿ\0f\0r)\)/)).not.toEqual([]);
    const text = pageTexts(pdf).join('\n');
    expect(text).toContain('A tiny framework');
    expect(text).toContain('PROJET');
    expect(objectsWith(pdf, /\/BaseFont \/[A-Z]+\+Vazirmatn/)).not.toEqual([]);
  });
});
