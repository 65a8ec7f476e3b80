import { withLanguages } from '../../src/domain/framework/with-languages.ts';
import { referenceOf } from '../../src/domain/framework/framework.ts';
import type { Actor, Entry, JsonValue } from '../../src/domain/journal/entry-schema.ts';
import { journalOf } from '../../src/domain/journal/merge.ts';
import { makeFirstEntry } from '../../src/domain/rounds/make-first-entry.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import type { SextantFile } from '../../src/file/sextant-file.ts';
import { readMainFramework } from './merge-files.ts';

const START_MS = Date.UTC(2026, 2, 1, 8);
const TAB = 'a'.repeat(16);
const idOf = (number: number) =>
  `${new Date(START_MS + Math.floor(number / 9000) * 1000).toISOString()}-${String(number % 9000).padStart(4, '0')}-${TAB}`;

/** An assessment in which so many institutions have answered every indicator, again and again until there are so many entries. */
export function sizedFile(institutions: number, entries: number): SextantFile {
  const framework = withLanguages(readMainFramework(), ['en']);
  const assessment = { id: `sized-${institutions}-${entries}`, round: 'r1', parent: null };
  const at = idOf(0).slice(0, 24);
  const first = makeFirstEntry(
    { id: idOf(0), nowMs: START_MS, actor: 'facilitator' },
    assessment,
    referenceOf(framework),
  );
  const said: Entry[] = [first];
  const newest = new Map<string, string>();
  const say = (actor: Actor, register: string, value: JsonValue) => {
    const id = idOf(said.length);
    const before = newest.get(register);
    newest.set(register, id);
    said.push({ id, at, actor, register, replaces: before === undefined ? [] : [before], value });
  };
  say('facilitator', 'round/title', 'A sized round');
  say('facilitator', 'institution/lead/name', 'Office of the Prime Minister');
  for (let place = 1; place < institutions; place += 1)
    say('facilitator', `institution/i${place}/name`, `Ministry ${place}`);
  for (let number = 0; said.length < entries; number += 1) {
    const { id, scale } = framework.indicators[number % framework.indicators.length]!;
    const place = Math.floor(number / framework.indicators.length) % institutions;
    const by = place === 0 ? 'lead' : `i${place}`;
    const { levels } = framework.structure.scales[scale]!;
    say(`institution:${by}`, `rating/${by}/${id}/1/answer`, {
      level: levels[(number * 7 + place) % levels.length]!.id,
    });
  }
  return { assessment, framework, journal: journalOf(said), evidence: new Map() };
}

/** The same as a file, with what a chooser of files is given. */
export function sizedUpload(institutions: number, entries: number) {
  const buffer = Buffer.from(writeSextantFile(sizedFile(institutions, entries)));
  return { name: 'sized.sextant', mimeType: 'application/zip', buffer };
}
