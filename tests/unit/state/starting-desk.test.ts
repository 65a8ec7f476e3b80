import { describe, expect, it } from 'vitest';
import { makeSample } from '../../../src/content/make-sample.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { decideAnswers } from '../../../src/domain/assessment/decide-answers.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { encryptFile } from '../../../src/file/encrypted-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { StartingDesk, startingDeskOf } from '../../../src/state/desks/starting-desk.svelte.ts';
import { ReadingDesk } from '../../../src/state/library/reading-desk.svelte.ts';
import type { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import type { StoredPreferences } from '../../../src/storage/preference-storage.ts';
import { createPreferenceStorage } from '../../../src/storage/preference-storage.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { fakeSurroundings } from './fake-store.ts';
import { readFramework } from './read-main-framework.ts';

const main = readFramework();
const mixed = readFramework('mixed-movements');
const identity = { id: 'meridia', round: 'r1', parent: null };
const entries = await makeSample({ identity, framework: main, language: 'en', surroundings: fakeSurroundings() });
const state = readAssessment(fold(entries), main);
const meridia = { framework: main, answers: decideAnswers(state, main), assessment: state } as AssessmentSession;

const summary = (id: string, framework: string, fictional: boolean) =>
  ({ id, title: id, framework: { id: framework, version: '1.0.0', hash: '' }, fictional }) as never;
const ON_THIS_COMPUTER = [
  summary('meridia', main.id, true),
  summary('real', main.id, false),
  summary('other', 'sdg-10-7-2', true),
];

function memory() {
  let stored: StoredPreferences = {};
  return {
    get stored() {
      return stored;
    },
    choose: (choices: StoredPreferences) => void (stored = { ...stored, ...choices }),
  };
}

const sessionOf = (fictional: boolean) => ({
  framework: mixed,
  identity: { id: 'mine', round: 'r', parent: null },
  assessment: { ...state, round: { fictional } },
});

function makeDesk(preferences = memory(), session = sessionOf(true)) {
  const library = {
    assessments: ON_THIS_COMPUTER,
    open: (id: string) => Promise.resolve(id === 'meridia' ? meridia : null),
  };
  const files = new ReadingDesk(() => Promise.resolve(null));
  return new StartingDesk({ session, library, preferences, files });
}

const asFile = (name: string, bytes: Uint8Array) =>
  ({ name, size: bytes.length, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) }) as File;

const indicator = (id: string) => mixed.indicatorById.get(id)!;

describe('StartingDesk', () => {
  it('offers assessments on the frameworks named, invented ones to an invented one only', () => {
    expect(makeDesk().offers.map(({ id }) => id)).toEqual(['meridia']);
    expect(makeDesk(memory(), sessionOf(false)).offers.map(({ id }) => id)).toEqual(['real']);
  });

  it('proposes nothing before an assessment is chosen, then the levels that count there', async () => {
    const desk = makeDesk();
    expect([desk.source, desk.proposalFor(indicator('MX-19'))]).toEqual([null, null]);
    await desk.choose('meridia');
    expect(desk.source?.title).toBe('Meridia · Round 2026');
    expect(desk.proposalFor(indicator('MX-19'))).toMatchObject({ level: 'emerging', from: [{ indicator: 'SO-19' }] });
    desk.leave();
    expect(desk.proposalFor(indicator('MX-19'))).toBeNull();
  });

  it('remembers in this browser what was chosen and declined', async () => {
    const preferences = memory();
    const desk = makeDesk(preferences);
    await desk.choose('meridia');
    desk.decline('MX-19', true);
    desk.decline('MX-15', true);
    desk.decline('MX-15', false);
    const later = makeDesk(preferences);
    await later.resume();
    expect(later.source?.title).toBe('Meridia · Round 2026');
    expect([later.isDeclined('MX-19'), later.isDeclined('MX-15')]).toEqual([true, false]);
    later.leave();
    const latest = makeDesk(preferences);
    await latest.resume();
    expect(latest.source).toBeNull();
  });

  it('reads a file, and says what is wrong with one that proposes nothing here', async () => {
    const desk = makeDesk();
    const file = { assessment: identity, framework: main, journal: journalOf(entries), evidence: new Map() };
    expect(await desk.readFile(asFile('meridia.sextant', writeSextantFile(file)))).toEqual([]);
    expect(desk.proposalFor(indicator('MX-19'))).toMatchObject({ level: 'emerging' });
    const tiny = await desk.readFile(asFile('tiny.sextant', writeSextantFile(sampleAssessment())));
    expect(tiny.map(({ code }) => code)).toEqual(['start.otherFramework']);
    const broken = await desk.readFile(asFile('broken.sextant', new TextEncoder().encode('no file')));
    expect(broken.map(({ code, file }) => [code, file])).toEqual([['file.notZip', 'broken.sextant']]);
    expect(desk.proposalFor(indicator('MX-19'))).toMatchObject({ level: 'emerging' });
  });

  it('asks for the passphrase of a file that has one, again where it is wrong', async () => {
    const desk = makeDesk();
    const plain = { assessment: identity, framework: main, journal: journalOf(entries), evidence: new Map() };
    const sealed = asFile('meridia.sextant.age', await encryptFile(writeSextantFile(plain), 'seven seas'));
    expect(await desk.readFile(sealed)).toEqual([]);
    expect([desk.locked, desk.source]).toEqual([sealed, null]);
    const wrong = await desk.readFile(sealed, 'five lakes');
    expect([wrong.map(({ code }) => code), desk.locked]).toEqual([['file.wrongPassphrase'], sealed]);
    expect(await desk.readFile(sealed, 'seven seas')).toEqual([]);
    expect([desk.locked, desk.proposalFor(indicator('MX-19'))]).toMatchObject([null, { level: 'emerging' }]);
    // Whoever chooses another one, or none, is asked no more.
    await desk.readFile(sealed);
    await desk.choose('meridia');
    expect(desk.locked).toBeNull();
    await desk.readFile(sealed);
    desk.leave();
    expect(desk.locked).toBeNull();
  });

  it('is one for an open assessment, whatever the question', () => {
    const input = { session: sessionOf(true), library: { assessments: [], open: () => Promise.resolve(null) } };
    const desk = startingDeskOf({ ...input, preferences: memory() });
    expect(startingDeskOf({ ...input, preferences: memory() })).toBe(desk);
  });
});

describe('what the browser keeps of it', () => {
  it('is read back, and nothing that is no text', () => {
    const kept = new Map<string, string>();
    const storage = createPreferenceStorage({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage);
    storage.write({ startSources: { mine: 'meridia' }, declinedStarts: { mine: 'MX-19', other: 3 as never } });
    expect(storage.read()).toMatchObject({ startSources: { mine: 'meridia' }, declinedStarts: { mine: 'MX-19' } });
    expect(storage.read().declinedStarts).not.toHaveProperty('other');
  });
});
