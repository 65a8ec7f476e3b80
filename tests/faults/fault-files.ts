import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFrameworkAt } from '../../src/cli/read-framework.ts';
import type { Framework } from '../../src/domain/framework/framework.ts';
import { referenceOf, scaleOf } from '../../src/domain/framework/framework.ts';
import { nextEntryId } from '../../src/domain/journal/clock.ts';
import type { Entry, JsonValue } from '../../src/domain/journal/entry-schema.ts';
import { fold } from '../../src/domain/registers/fold.ts';
import { makeEntry } from '../../src/domain/registers/make-entry.ts';
import { makeFirstEntry } from '../../src/domain/rounds/make-first-entry.ts';
import { journalOf } from '../../src/domain/journal/merge.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';

/** A file that is taken in, and what must be in the browser when all of it is there. */
export interface FaultFile {
  readonly path: string;
  readonly assessment: string;
  /** Ids of the entries that only this file brings. */
  readonly entries: readonly string[];
  /** SHA-256 of the documents that only this file brings. */
  readonly documents: readonly string[];
}

export interface FaultFileSize {
  /** How many indicators are answered and commented on. */
  readonly indicators: number;
  readonly documents: number;
  readonly documentBytes: number;
}

const START_MS = Date.UTC(2026, 10, 21, 9, 30);
const COMMENT = 'Adopted by the council of ministers; applied in three of five regions. '.repeat(5);

function readFramework(): Framework {
  const read = readFrameworkAt(fileURLToPath(new URL('../../indicators/sdg-10-7-2', import.meta.url)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
const framework = readFramework();
export const INDICATORS: readonly string[] = framework.indicators.map(({ id }) => id);

/** Documents that cannot be packed, cut from the same noise: only their ends differ. */
const noise = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(4 * 1024 * 1024)]);
function makeDocument(bytes: number): { sha256: string; bytes: Uint8Array } {
  const document = new Uint8Array(Buffer.concat([noise.subarray(0, bytes - 16), randomBytes(16)]));
  return { sha256: createHash('sha256').update(document).digest('hex'), bytes: document };
}

/** One assessment and the files of it that come back from others, each with its own answers and documents. */
export class FaultFiles {
  readonly assessment: string;
  readonly #base: readonly Entry[];
  #made = 0;
  #last: string;

  constructor(assessment: string = randomBytes(8).toString('hex')) {
    this.assessment = assessment;
    const identity = { id: assessment, round: 'round-1', parent: null };
    this.#last = nextEntryId(null, START_MS, '0'.repeat(16));
    const input = { id: this.#last, nowMs: START_MS, actor: 'facilitator' } as const;
    this.#base = [
      makeFirstEntry(input, identity, referenceOf(framework)),
      ...this.#make('facilitator', [
        ['round/country', 'Republic of Meridia'],
        ['round/title', 'Faults'],
        ['round/lead', 'Ministry of the Interior'],
      ]),
    ];
  }

  /** Writes the next file: the base, answers of an institution of its own or of the lead, and documents as evidence. */
  write(path: string, size: FaultFileSize, institution = `ministry-${this.#made + 1}`): FaultFile {
    const round = ++this.#made;
    const documents = Array.from({ length: size.documents }, () => makeDocument(size.documentBytes));
    const answers = framework.indicators
      .slice(0, size.indicators)
      .flatMap((indicator, index): [string, JsonValue][] => {
        const { levels } = scaleOf(framework, indicator);
        return [
          [
            `rating/${institution}/${indicator.id}/1/answer`,
            { level: levels[(index + round) % levels.length]?.id ?? '' },
          ],
          [`rating/${institution}/${indicator.id}/1/comment`, `${COMMENT}${round}`],
        ];
      });
    const evidence = documents.flatMap(({ sha256, bytes }, index): [string, JsonValue][] => {
      const fileName = `Decree ${round}-${index + 1}.pdf`;
      const attached = { sha256, fileName, mediaType: 'application/pdf', sizeBytes: bytes.length };
      const id = `e${round}-${index + 1}`;
      return [
        [`evidence/${id}`, { title: fileName, ...attached }],
        [`evidence-link/${INDICATORS[index] ?? ''}/${institution}/${id}`, {}],
      ];
    });
    const own = this.#make(`institution:${institution}`, [...answers, ...evidence]);
    const bytes = writeSextantFile({
      assessment: { id: this.assessment, round: 'round-1', parent: null },
      framework,
      journal: journalOf([...this.#base, ...own]),
      evidence: new Map(documents.map(({ sha256, bytes: content }) => [sha256, content])),
    });
    writeFileSync(path, bytes);
    return {
      path,
      assessment: this.assessment,
      entries: own.map(({ id }) => id),
      documents: documents.map(({ sha256 }) => sha256),
    };
  }

  #make(actor: 'facilitator' | `institution:${string}`, settings: readonly (readonly [string, JsonValue])[]): Entry[] {
    const nothing = fold([]);
    return settings.map(([register, value]) => {
      this.#last = nextEntryId(this.#last, START_MS, '0'.repeat(16));
      return makeEntry({ id: this.#last, nowMs: START_MS, actor, register, value }, nothing);
    });
  }
}
