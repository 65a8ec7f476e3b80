import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, redo, step, undo } from '../../../../../src/domain/framework/draft/draft-history.ts';
import { locateNodes, TEXTS_OF } from '../../../../../src/domain/framework/draft/draft-nodes.ts';
import { applyPatch, patchBetween } from '../../../../../src/domain/framework/draft/draft-patch.ts';
import type { FrameworkDraft } from '../../../../../src/domain/framework/draft/framework-draft.ts';
import {
  draftOf,
  filesOfDraft,
  readDraft,
  singleFileOfDraft,
} from '../../../../../src/domain/framework/draft/framework-draft.ts';
import { parseSingleFileFramework } from '../../../../../src/domain/framework/parse-framework.ts';
import { readFramework } from '../../../state/read-main-framework.ts';
import { freeze } from '../framework-draft.ts';
import type { Edit } from './draft-edits.ts';
import { anyEdit, soundDraft } from './draft-edits.ts';

const edits = fc.array(anyEdit, { maxLength: 25 });
/** Frozen, so that an edit that changed what it was given would fail. */
const start = () => freeze(soundDraft()) as FrameworkDraft;
const afterAll = (some: readonly Edit[], draft = start()) => some.reduce((at, edit) => freeze(edit(at)), draft);

describe('whatever somebody does to a draft', () => {
  it('undo leads back through every state to the first, and redo to the last', () => {
    fc.assert(
      fc.property(edits, (some) => {
        const states: FrameworkDraft[] = [start()];
        let history = historyOf(states[0]!);
        for (const edit of some) {
          history = step(history, edit(history.present));
          if (history.present !== states.at(-1)) states.push(history.present);
        }
        for (const state of states.toReversed().slice(1)) expect((history = undo(history)).present).toBe(state);
        expect(undo(history).present).toBe(states[0]);
        for (const state of states.slice(1)) expect((history = redo(history)).present).toBe(state);
      }),
    );
  });

  it('the patch between two states makes the one of the other, also after a way through JSON', () => {
    fc.assert(
      fc.property(edits, edits, (some, more) => {
        const before = afterAll(some);
        const after = afterAll(more, before);
        expect(applyPatch(before, patchBetween(before, after))).toEqual(after);
        expect(applyPatch(after, structuredClone(patchBetween(after, before)))).toEqual(before);
      }),
    );
  });

  it('it keeps a shape that can be stored and read again', () => {
    fc.assert(
      fc.property(edits, (some) => {
        const draft = afterAll(some);
        expect(readDraft(draft)).toEqual({ ok: true, value: draft, advice: [] });
      }),
    );
  });

  it('every language has words for what is there, or room for them, and for nothing else', () => {
    fc.assert(
      fc.property(edits, (some) => {
        const draft = afterAll(some);
        const nodes = locateNodes(draft.structure).map(({ node }) => node);
        for (const words of Object.values(draft.texts)) {
          for (const kind of ['domain', 'subdomain', 'indicator'] as const) {
            const ids = nodes.filter((node) => node.kind === kind).map(({ id }) => id);
            expect(Object.keys(words[TEXTS_OF[kind]] ?? {}).sort()).toEqual(ids.sort());
          }
        }
      }),
    );
  });

  it('each indicator keeps a twin that names it back, or none', () => {
    fc.assert(
      fc.property(edits, (some) => {
        const { structure } = afterAll(some);
        const indicators = structure.domains.flatMap((domain) => [
          ...(domain.indicators ?? []),
          ...(domain.subdomains ?? []).flatMap((subdomain) => subdomain.indicators),
        ]);
        const pairs = new Map(indicators.map(({ id, pair }) => [id, pair]));
        for (const [id, pair] of pairs) if (pair !== undefined) expect(pairs.get(pair)).toBe(id);
      }),
    );
  });
});

describe('a framework that is opened and left as it is', () => {
  it.each(['migration-governance', 'mixed-movements', 'sdg-10-7-2'])('%s is exported with its hash', (id) => {
    const framework = readFramework(id);
    const draft = draftOf(framework);
    expect(filesOfDraft(draft)).toEqual(draft);
    const exported = parseSingleFileFramework(JSON.parse(JSON.stringify(singleFileOfDraft(draft))));
    expect(exported.ok && exported.value.hash).toBe(framework.hash);
    expect(exported.ok && exported.value).toEqual(framework);
  });
});
