import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  DOCUMENT_EXTENSIONS,
  safeDocumentName,
} from '../../../../src/domain/assessment/check-document.ts';
import { MAXIMUM_DOCUMENT_BYTES } from '../../../../src/domain/limits.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const PDF = new TextEncoder().encode('%PDF-1.7\n');
const SHA256 = 'a'.repeat(64);
const codesOf = (name: string, bytes: Uint8Array) => {
  const result = checkDocument(name, bytes, SHA256);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};

describe('a document', () => {
  it('is taken in with its true type, whatever the browser says', () => {
    expect(checkDocument('Décret n° 12.PDF', PDF, SHA256)).toEqual({
      ok: true,
      value: { sha256: SHA256, fileName: 'Décret n° 12.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length },
      advice: [],
    });
  });

  it.each([
    'a.exe',
    'a.html',
    'a.svg',
    'a.docm',
    'a.xlsm',
    'a.js',
    'a.lnk',
    'a.zip',
    'a.pdf.exe',
    'a',
    'pdf',
    '.htaccess',
  ])('of a dangerous or unknown kind is refused: %s', (name) => {
    expect(codesOf(name, PDF)).toEqual(['document.type']);
  });

  it('is refused when it is not what its name says, empty, or too big', () => {
    expect(codesOf('a.pdf', new TextEncoder().encode('<script>'))).toEqual(['document.content']);
    expect(codesOf('a.docx', PDF)).toEqual(['document.content']);
    expect(codesOf('a.txt', Uint8Array.of(77, 90, 0, 0))).toEqual(['document.content']);
    expect(codesOf('a.pdf', new Uint8Array())).toEqual(['document.empty']);
    expect(codesOf('a.txt', new Uint8Array(MAXIMUM_DOCUMENT_BYTES + 1).fill(65))).toEqual(['document.tooBig']);
  });
});

describe('the name of a document', () => {
  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\me\\plan.pdf', 'plan.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.bin'],
    ['a<b>:"c|d?*.pdf', 'a-b---c-d--.pdf'],
    ['con.txt', 'document.txt'],
    ['...', 'document.bin'],
    ['', 'document.bin'],
    ['law. .pdf', 'law.pdf'],
    ['page.html', 'page.bin'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeDocumentName(name)).toBe(safe);
  });

  it('is safe for every name, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 140 }), (name) => {
        const safe = safeDocumentName(name);
        expect(safe).toMatch(/^[^<>:"|?*/\\]+\.[a-z]+$/);
        expect(['bin', ...DOCUMENT_EXTENSIONS]).toContain(safe.split('.').at(-1));
        expect(safe.length).toBeLessThanOrEqual(110);
        expect(safe.startsWith('.')).toBe(false);
        expect(safeDocumentName(safe)).toBe(safe);
      }),
      lawRuns(500),
    );
  }, 20_000);
});
