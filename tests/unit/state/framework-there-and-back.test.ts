import { describe, expect, it } from 'vitest';
import { arrangeSentences } from '../../../src/domain/framework/draft/draft-requirements.ts';
import { setWords, wordsAt } from '../../../src/domain/framework/draft/draft-words.ts';
import { stepNode } from '../../../src/domain/framework/draft/draft-nodes.ts';
import { draftOf, filesOfDraft, singleFileOfDraft } from '../../../src/domain/framework/draft/framework-draft.ts';
import type { FrameworkDraft } from '../../../src/domain/framework/draft/framework-draft.ts';
import { readGivenFile } from '../../../src/file/read-given-file.ts';
import { FrameworkDesk } from '../../../src/state/desks/framework-desk.svelte.ts';
import { DraftShelf } from '../../../src/state/library/draft-shelf.svelte.ts';
import type { LibraryInput } from '../../../src/state/library/library-input.ts';
import { writeFrameworkFiles } from '../../../src/state/library/write-framework.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { NO_FRAMEWORKS } from '../../fixtures/no-frameworks.ts';
import { fakeSurroundings } from './fake-store.ts';
import { readFramework } from './read-main-framework.ts';

async function readAgain(bytes: Uint8Array, fileName: string) {
  const file = new Blob([bytes as BlobPart]);
  const [read] = await readGivenFile({ file, fileName, use: 'framework', passphrase: null });
  const content = read!.content.ok ? read!.content.value : null;
  return content?.kind === 'framework' ? content.framework : null;
}

describe.each(['migration-governance', 'mixed-movements', 'sdg-10-7-2'])('%s, taken into the editor', (id) => {
  it('is changed, changed back, stored, opened again, exported and imported, and is the same with its hash', async () => {
    const framework = readFramework(id);
    const store = new MemoryStore();
    const input = { source: NO_FRAMEWORKS, store, surroundings: fakeSurroundings() } as unknown as LibraryInput;
    const shelf = await DraftShelf.open(input);
    const draftId = await shelf.begin(draftOf(framework), framework);
    const open = async () => {
      const opened = await shelf.open(draftId);
      if (opened?.ok !== true) throw new Error('the draft is not here');
      return new FrameworkDesk(opened.value);
    };
    const desk = await open();
    const { sourceLanguage } = framework.structure;
    const [{ id: first } = { id: '' }] = framework.indicators;
    const question = ['indicators', first, 'question'];
    const say = (text: string) => (draft: FrameworkDraft) => setWords(draft, sourceLanguage, question, text);
    const before = wordsAt(desk.draft, sourceLanguage, question);
    desk.edit(say('Is it otherwise?'));
    desk.edit((draft) => stepNode(draft, { kind: 'indicator', id: first }, 1));
    desk.edit((draft) => stepNode(draft, { kind: 'indicator', id: first }, -1));
    desk.edit(say(before));
    const level = Object.entries(framework.texts[sourceLanguage]!.indicators[first]!.levels).find(
      ([, sentences]) => sentences.length > 1,
    );
    if (level !== undefined) {
      const [name, sentences] = level;
      const order = sentences.map((_, index) => index);
      desk.edit((draft) => arrangeSentences(draft, { indicator: first, level: name }, order.toReversed()));
      desk.undo();
    }
    await desk.flush();

    const { draft } = await open();
    expect(draft).toEqual(draftOf(framework));
    const files = [
      { bytes: writeFrameworkFiles(singleFileOfDraft(draft)), name: `${id}.json` },
      { bytes: writeFrameworkFiles(filesOfDraft(draft), id), name: `${id}.zip` },
    ];
    for (const { bytes, name } of files) {
      const again = await readAgain(bytes, name);
      expect(again?.hash).toBe(framework.hash);
      expect(again).toEqual(framework);
    }
  });
});
