import { describe, expect, it } from 'vitest';
import type { DocumentOptions } from '../../../../src/export/parts/document-context.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import type { Report } from '../../../../src/report/report.ts';
import { keepLastDocuments } from '../../../../src/ui/report/keep-last-documents.ts';
import { documentOf, ENGLISH } from '../../../fixtures/report-documents.ts';
import { localiserOf } from '../render-with-language.ts';

const [report, framework, english] = [{} as Report, {} as Framework, localiserOf('en')];
const options = (change: Partial<DocumentOptions> = {}): DocumentOptions => ({
  sections: new Set(['summary', 'plan'] as const),
  now: '2026-11-30T09:00:00.000Z',
  toolVersion: '1',
  ...change,
});

describe('a document', () => {
  it('is built once while nothing changed, however often it is come back to', () => {
    let built = 0;
    const build = keepLastDocuments(() => ((built += 1), documentOf(ENGLISH)));
    const first = build(report, framework, english, options());
    const later = options({ sections: new Set(['plan', 'summary']), now: '2026-11-30T11:00:00.000Z' });
    expect(build(report, framework, english, later)).toBe(first);
    build(report, framework, english, options({ sections: new Set(['cover'] as const) }));
    expect(build(report, framework, english, options())).toBe(first);
    expect(built).toBe(2);
  });

  it.each([
    ['an answer', [{} as Report, framework, english, options()]],
    ['the framework', [report, {} as Framework, english, options()]],
    ['the language', [report, framework, localiserOf('fr'), options()]],
    ['the parts', [report, framework, english, options({ sections: new Set(['plan'] as const) })]],
    ['the day', [report, framework, english, options({ now: '2026-12-01T09:00:00.000Z' })]],
    ['a choice', [report, framework, english, options({ gapTable: 'full' })]],
  ] as const)('is built anew when %s changed', (_, changed) => {
    const build = keepLastDocuments(() => documentOf(ENGLISH));
    const first = build(report, framework, english, options());
    expect(build(...changed)).not.toBe(first);
  });
});
