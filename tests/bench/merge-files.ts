import { readFileSync } from 'node:fs';
import type { Framework } from '../../src/domain/framework/framework.ts';
import { parseFramework } from '../../src/domain/framework/parse-framework.ts';
import { nextEntryId } from '../../src/domain/journal/clock.ts';
import type { Actor, Entry, JsonValue } from '../../src/domain/journal/entry-schema.ts';
import { fold } from '../../src/domain/registers/fold.ts';
import { makeEntry } from '../../src/domain/registers/make-entry.ts';
import { makeFirstEntry } from '../../src/domain/rounds/make-first-entry.ts';
import { journalOf } from '../../src/domain/journal/merge.ts';
import type { SextantFile } from '../../src/file/sextant-file.ts';

const START_MS = Date.UTC(2026, 10, 21, 9, 30);
const IDENTITY = { id: 'bench', round: 'r1', parent: null };

/** The main framework as it is shipped. */
export function readMainFramework(): Framework {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(new URL(`../../indicators/migration-governance/${name}.json`, import.meta.url), 'utf8'),
    ) as unknown;
  const structure = read('framework') as { readonly languages: readonly string[] };
  const texts = Object.fromEntries(structure.languages.map((language) => [language, read(language)]));
  const parsed = parseFramework({ structure, texts });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** A facilitator's copy, and what every institution sends back: each has answered every indicator with a comment. */
export function makeReturns(framework: Framework, institutions: number, indicators: number) {
  const ids = framework.indicators.slice(0, indicators).map(({ id }) => id);
  const names = Array.from({ length: institutions }, (_, index) => `ministry-${index + 1}`);
  const nothing = fold([]);
  let id = nextEntryId(null, START_MS, '0'.repeat(16));
  const master: Entry[] = [makeFirstEntry({ id, nowMs: START_MS, actor: 'facilitator' }, IDENTITY, framework)];
  const make = (random: string, actor: Actor, register: string, value: JsonValue) => {
    id = nextEntryId(id, START_MS, random);
    return makeEntry({ id, nowMs: START_MS, actor, register, value }, nothing);
  };
  const note = (register: string, value: JsonValue) =>
    master.push(make('0'.repeat(16), 'facilitator', register, value));
  note('round/packs', { institutions: names });
  for (const name of names) {
    note(`institution/${name}/name`, name);
    note(`institution/${name}/pack`, { mode: 'answer' });
    for (const indicator of ids) note(`assignment/${indicator}/${name}`, 'contributor');
  }
  const levels = ['nascent', 'emerging', 'developed', 'mature'];
  const returns = names.map((name, place): SextantFile => {
    const random = (place + 1).toString(16).padStart(16, '0');
    const said = ids.flatMap((indicator, index) => [
      make(random, `institution:${name}`, `rating/${name}/${indicator}/1/answer`, {
        level: levels[(place + index) % levels.length] ?? 'nascent',
      }),
      make(
        random,
        `institution:${name}`,
        `rating/${name}/${indicator}/1/comment`,
        `What ${name} says of ${indicator}.`,
      ),
    ]);
    const own = master.filter(({ register }) => !register.startsWith('assignment/') || register.endsWith(`/${name}`));
    const journal = journalOf([...own, ...said]);
    return { assessment: IDENTITY, framework, journal, evidence: new Map() };
  });
  return { master: { assessment: IDENTITY, framework, journal: journalOf(master), evidence: new Map() }, returns };
}
