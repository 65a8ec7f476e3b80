import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/domain/canonical-json.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../src/domain/journal/merge.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { decideAnswers } from '../../../src/domain/assessment/decide-answers.ts';
import {
  MAXIMUM_DOCUMENT_BYTES,
  MAXIMUM_DOCUMENTS,
  MAXIMUM_DOCUMENTS_BYTES,
  MAXIMUM_EVIDENCE_BYTES,
  MAXIMUM_FRAMEWORK_BYTES,
  MAXIMUM_JOURNAL_BYTES,
  MAXIMUM_JOURNAL_LINES,
  MAXIMUM_MANIFEST_BYTES,
  MAXIMUM_PARTS,
  MAXIMUM_TOTAL_BYTES,
  RATIO_FROM_BYTES,
} from '../../../src/domain/limits.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { readDirectory } from '../../../src/file/zip-directory.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { journalsArbitrary } from '../domain/journal/arbitrary-journal.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const sample = sampleAssessment();
const bytes = writeSextantFile(sample);

/** The file with parts replaced, added or (undefined) left out, zipped again. */
function repack(changes: Record<string, Uint8Array | string | undefined>): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));
  for (const [name, content] of Object.entries(changes)) {
    if (content === undefined) parts.delete(name);
    else parts.set(name, typeof content === 'string' ? strToU8(content) : content);
  }
  return zipSync(Object.fromEntries(parts));
}

const codesOf = (file: Uint8Array) => {
  const result = readSextantFile(file);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const manifestOf = (changes: object) =>
  JSON.stringify({
    ...(JSON.parse(new TextDecoder().decode(unzipSync(bytes)['manifest.json'])) as object),
    ...changes,
  });

describe('a .sextant file', () => {
  it('gives back what was written', () => {
    expect(readSextantFile(bytes)).toEqual({ ok: true, value: sample, advice: [] });
  });

  it('has its parts in fixed order, dated 1980-01-01, sorted by id, without time of saving', () => {
    const parts = unzipSync(bytes);
    const sha256 = [...sample.evidence.keys()][0];
    expect(Object.keys(parts)).toEqual(['manifest.json', 'framework.json', 'journal.ndjson', `evidence/${sha256}`]);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]);
    const lines = new TextDecoder().decode(parts['journal.ndjson']).trimEnd().split('\n');
    expect(lines).toEqual(sample.journal.entries.map((entry) => canonicalJson(entry)));
    expect(JSON.parse(new TextDecoder().decode(parts['manifest.json']))).toEqual({
      format: 'sextant-assessment',
      formatVersion: 1,
      assessment: sample.assessment,
      framework: { id: 'tiny', version: '1.2.0', hash: sample.framework.hash },
    });
  });

  it('has the same bytes after reading and writing', () => {
    const read = readSextantFile(bytes);
    expect(read.ok && writeSextantFile(read.value)).toEqual(bytes);
  });

  describe('written in another time zone', () => {
    const zone = process.env['TZ'];
    afterEach(() => {
      process.env['TZ'] = zone;
    });

    it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])('has the same bytes (%s)', (other) => {
      process.env['TZ'] = other;
      expect(writeSextantFile(sample)).toEqual(bytes);
    });
  });

  it('has the same bytes whatever the order in which entries and evidence came', () => {
    const evidence = new Map([...sample.evidence, ['0'.repeat(64), new Uint8Array([1])]]);
    const reversed = new Map([...evidence].reverse());
    fc.assert(
      fc.property(journalsArbitrary(2), ([a, b]) => {
        const one = writeSextantFile({ ...sample, evidence, journal: mergeJournals(a!, b!) });
        const other = writeSextantFile({ ...sample, evidence: reversed, journal: mergeJournals(b!, a!) });
        expect(other).toEqual(one);
      }),
      lawRuns(50),
    );
  });

  it('carries every journal through writing and reading: stubs, altered entries, damaged lines', () => {
    fc.assert(
      fc.property(journalsArbitrary(1), ([journal]) => {
        const read = readSextantFile(writeSextantFile({ ...sample, journal: journal! }));
        expect(read.ok && read.value.journal).toEqual(journal);
      }),
      lawRuns(200),
    );
  });

  it('opens in every released format, with the same answers', () => {
    const folder = new URL('../../fixtures/files/', import.meta.url);
    const released = readdirSync(folder).filter((name) => name.endsWith('.sextant'));
    expect(released).toContain('sample-v1.sextant');
    for (const name of released) {
      const read = readSextantFile(new Uint8Array(readFileSync(new URL(name, folder))));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const { journal, framework } = read.value;
      const state = readAssessment(fold(journal.entries), framework);
      expect(state).toMatchObject({ damaged: [], orphans: [], unknownRegisters: [], round: { title: 'Round 2026' } });
      expect(Object.fromEntries(decideAnswers(state, framework))).toEqual({
        'A-1': { state: 'level', level: 'emerging' },
        'A-2': { state: 'not-applicable', reason: 'No coast' },
        'B-1': { state: 'unknown' },
      });
    }
  });
});

describe('reading refuses', () => {
  it('a file cut off at any place: refused or whole, never half-read', () => {
    const outcomes = Array.from({ length: 100 }, (_, percent) =>
      codesOf(bytes.subarray(0, Math.floor((bytes.length * percent) / 100))),
    );
    expect(outcomes.filter((codes) => codes.length === 0)).toEqual([]);
    expect(new Set(outcomes.flat())).toEqual(new Set(['file.notZip', 'file.truncated']));
  });

  it('a file with any byte changed, unless it reads exactly as before', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        const read = readSextantFile(changed);
        expect(read.ok ? read.value : sample).toEqual(sample);
      }),
      lawRuns(1000),
    );
  });

  it('arbitrary bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(codesOf(content)).toEqual(['file.notZip']);
      }),
      lawRuns(300),
    );
  });

  it('a newer format with an explanation, even when it has parts of its own', () => {
    const newer = { 'manifest.json': manifestOf({ formatVersion: 2, more: true }) };
    const params = { found: 2, supported: 1 };
    expect(readSextantFile(repack(newer))).toMatchObject({
      ok: false,
      // A sentence about the file, which names none of its parts.
      problems: [{ code: 'file.newerVersion', file: '', path: [], params }],
    });
    expect(codesOf(repack({ ...newer, 'photos/1': 'x' }))).toEqual(['file.newerVersion']);
  });

  it('another zip, a missing part, a part that does not belong, each by name', () => {
    expect(codesOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toEqual(['file.unknownPart']);
    expect(codesOf(repack({ 'manifest.json': '{"format":"other"}' }))).toEqual(['file.notSextant']);
    expect(codesOf(repack({ 'framework.json': undefined, 'journal.ndjson': undefined }))).toEqual([
      'file.missingPart',
      'file.missingPart',
    ]);
    expect(codesOf(repack({ '../evil.txt': 'x' }))).toEqual(['file.unknownPart']);
    expect(codesOf(repack({ '__proto__/x': 'x' }))).toEqual(['file.unknownPart']);
  });

  it('evidence that is not what its name says', () => {
    expect(codesOf(repack({ [`evidence/${'a'.repeat(64)}`]: 'forged' }))).toEqual(['file.evidenceMismatch']);
  });

  it('a framework that does not parse or is not the one named', () => {
    const framework = JSON.parse(new TextDecoder().decode(unzipSync(bytes)['framework.json'])) as Record<
      string,
      unknown
    >;
    expect(codesOf(repack({ 'framework.json': '{' }))).toEqual(['file.damaged']);
    expect(codesOf(repack({ 'framework.json': JSON.stringify({ ...framework, domains: [] }) }))[0]).toMatch(
      /^schema\./,
    );
    expect(codesOf(repack({ 'framework.json': JSON.stringify({ ...framework, version: '1.2.1' }) }))).toEqual([
      'file.frameworkMismatch',
    ]);
    const unsafe = '{"__proto__": {"polluted": 1}}';
    expect(codesOf(repack({ 'framework.json': unsafe }))).toEqual(['json.unsafeKey']);
    expect(codesOf(repack({ 'manifest.json': `${'['.repeat(10_000)}${']'.repeat(10_000)}` }))).toEqual([
      'json.tooDeep',
    ]);
  });

  it('a journal of another assessment', () => {
    for (const member of ['id', 'round', 'parent']) {
      const manifest = manifestOf({ assessment: { ...sample.assessment, [member]: 'other' } });
      expect(codesOf(repack({ 'manifest.json': manifest }))).toEqual(['file.assessmentMismatch']);
    }
  });

  it('every problem at once', () => {
    const file = repack({
      'manifest.json': manifestOf({ assessment: {} }),
      'framework.json': '{',
      'journal.ndjson': undefined,
    });
    expect(codesOf(file)).toEqual([
      'schema.missing',
      'schema.missing',
      'schema.missing',
      'file.damaged',
      'file.missingPart',
    ]);
  });

  it('a zip bomb, from what it announces and from what it holds', () => {
    const zeros = zipSync({ [`evidence/${'a'.repeat(64)}`]: new Uint8Array(RATIO_FROM_BYTES + 1) });
    expect(codesOf(zeros)).toEqual(['file.exaggerated']);
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`evidence/${n}`, new Uint8Array()])),
    );
    expect(codesOf(many)).toEqual(['file.tooManyParts']);
    expect(codesOf(repack({ 'manifest.json': 'x'.repeat(65 * 1024) }))).toEqual(['file.partTooBig']);
    // The same parts, announced as a single byte: no more than that is unpacked, and the sum does not fit.
    const lying = repack({});
    const view = new DataView(lying.buffer, lying.byteOffset);
    const directory = view.getUint32(lying.length - 6, true);
    view.setUint32(directory + 24, 1, true);
    expect(codesOf(lying)).toEqual(['file.damaged']);
  });
});

describe('one table of limits', () => {
  /** Bytes that pack to nothing worth saving. */
  const noise = (length: number) => {
    let state = 1;
    return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff);
  };

  it('stops at lines nobody wrote, empty ones counted, whatever pads the file', () => {
    const lines = new TextEncoder().encode('\n'.repeat(MAXIMUM_JOURNAL_LINES + 1));
    const padding = noise(1_000_000);
    const padded = { 'journal.ndjson': lines, [`evidence/${sha256Hex(padding)}`]: padding };
    expect(codesOf(repack(padded))).toEqual(['file.tooManyLines']);
    expect(codesOf(repack({ ...padded, 'journal.ndjson': lines.subarray(1) }))).toEqual([]);
  });

  it('looks at the ratio of each part, so that padding beside it hides nothing', () => {
    const padding = noise(1_000_000);
    const journal = new Uint8Array(RATIO_FROM_BYTES + 1).fill(10);
    expect(codesOf(repack({ 'journal.ndjson': journal, [`evidence/${sha256Hex(padding)}`]: padding }))).toEqual([
      'file.exaggerated',
    ]);
  });

  it('stores what does not shrink, and packs what does', () => {
    const methodOf = (document: Uint8Array) => {
      const sha256 = sha256Hex(document);
      const named = entriesOf([
        ['evidence/large', { title: 'Large', sha256 }],
        ['evidence-link/A-1/lead/large', {}],
      ]);
      const journal = mergeJournals(sample.journal, journalOf(named));
      const directory = readDirectory(
        writeSextantFile({ ...sample, journal, evidence: new Map([[sha256, document]]) }),
      );
      if ('problem' in directory) throw new Error(directory.problem.code);
      return directory.parts.find(({ name }) => name.endsWith(sha256))?.method;
    };
    const [STORED, DEFLATED] = [0, 8];
    expect(methodOf(noise(2_000_000))).toBe(STORED);
    expect(methodOf(new Uint8Array(2_000_000))).toBe(DEFLATED);
  });

  it('reads what it wrote: a document of twenty mebibytes of one letter', () => {
    const document = new Uint8Array(MAXIMUM_DOCUMENT_BYTES).fill(65);
    const sha256 = sha256Hex(document);
    const named = entriesOf([
      ['evidence/large', { title: 'Large', sha256 }],
      ['evidence-link/A-1/lead/large', {}],
    ]);
    const journal = mergeJournals(sample.journal, journalOf(named));
    const read = readSextantFile(writeSextantFile({ ...sample, journal, evidence: new Map([[sha256, document]]) }));
    expect(read.ok && read.value.evidence.get(sha256)?.length).toBe(document.length);
  });

  it('leaves room for the documents beside the largest framework and the largest journal', () => {
    const beside = MAXIMUM_MANIFEST_BYTES + MAXIMUM_FRAMEWORK_BYTES + MAXIMUM_JOURNAL_BYTES;
    expect(beside + MAXIMUM_DOCUMENTS_BYTES).toBeLessThanOrEqual(MAXIMUM_TOTAL_BYTES);
    expect(MAXIMUM_DOCUMENTS + 3).toBeLessThanOrEqual(MAXIMUM_PARTS);
    expect(MAXIMUM_DOCUMENT_BYTES).toBeLessThanOrEqual(MAXIMUM_EVIDENCE_BYTES);
  });
});

describe('damaged journal lines', () => {
  const journalText = new TextDecoder().decode(unzipSync(bytes)['journal.ndjson']);
  const lines = journalText.trimEnd().split('\n');

  it('are kept as they stand, named with their line, and written again', () => {
    const broken = (lines[2] ?? '').slice(0, 40);
    const text = [lines[0], lines[1], broken, '', ...lines.slice(3), '{"id":1}'].join('\n');
    const read = readSextantFile(repack({ 'journal.ndjson': text }));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.journal.damagedLines).toEqual([broken, '{"id":1}'].sort());
    expect(read.value.journal.entries).toHaveLength(lines.length - 1);
    expect(read.advice.map(({ code, line }) => [code, line])).toEqual([
      ['file.damagedLine', 3],
      ['file.damagedLine', lines.length + 2],
    ]);
    const again = readSextantFile(writeSextantFile(read.value));
    expect(again.ok && again.value.journal).toEqual(read.value.journal);
  });

  it('survive to the byte even when they are not UTF-8', () => {
    const damaged = Uint8Array.of(0x7b, 0xff, 0xc3, 0x28, 0x41);
    const text = new Uint8Array([...strToU8(journalText), ...damaged, 10]);
    const read = readSextantFile(repack({ 'journal.ndjson': text }));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.journal.damagedLines).toHaveLength(1);
    expect(unzipSync(writeSextantFile(read.value))['journal.ndjson']).toEqual(text);
  });

  it('become entries again when the entry comes from elsewhere', () => {
    const text = [...lines.slice(0, 3), (lines[3] ?? '').slice(0, -1), ...lines.slice(4)].join('\r\n');
    const read = readSextantFile(repack({ 'journal.ndjson': text }));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const whole = mergeJournals(read.value.journal, sample.journal);
    expect(whole.entries).toEqual(sample.journal.entries);
  });

  it('tell of entries that were altered under their id', () => {
    const altered = canonicalJson({ ...sample.journal.entries[1], value: 'forged' });
    const read = readSextantFile(repack({ 'journal.ndjson': [...lines, altered].join('\n') }));
    expect(read.ok && read.advice).toMatchObject([{ code: 'file.differingEntries', params: { count: 1 } }]);
    expect(read.ok && read.value.journal).toEqual(
      journalOf([...sample.journal.entries, { ...sample.journal.entries[1]!, value: 'forged' } as never]),
    );
  });
});
