import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FrameworkDraft } from '../../../../src/domain/framework/draft/framework-draft.ts';
import { draftOf, readDraft } from '../../../../src/domain/framework/draft/framework-draft.ts';
import { addLanguage } from '../../../../src/domain/framework/draft/draft-lists.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import { setAt } from '../../../../src/domain/framework/draft/at-path.ts';
import { readFrameworkToWrite } from '../../../../src/file/framework-file.ts';
import { DraftShelf } from '../../../../src/state/library/draft-shelf.svelte.ts';
import type { LibraryInput } from '../../../../src/state/library/library-input.ts';
import { MemoryStore } from '../../../../src/storage/memory-store.ts';
import FrameworkEditor from '../../../../src/ui/frameworks/FrameworkEditor.svelte';
import { NO_FRAMEWORKS } from '../../../fixtures/no-frameworks.ts';
import { tinyFramework, tinyFrameworkJson } from '../../../fixtures/tiny-framework.ts';
import { fakeSurroundings } from '../../state/fake-store.ts';
import { keepInMemory } from '../keep-in-memory.ts';
import { renderInApp } from '../render-in-app.ts';

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => {};
});

async function write(draft: FrameworkDraft, code = 'en', others: readonly Framework[] = []) {
  const store = new MemoryStore();
  const input = { source: NO_FRAMEWORKS, store, surroundings: fakeSurroundings() } as unknown as LibraryInput;
  const shelf = await DraftShelf.open(input);
  const id = await shelf.begin(draft, null);
  const opened = await shelf.open(id);
  if (opened?.ok !== true) throw new Error('the draft is not here');
  const props = {
    opened: opened.value,
    base: null,
    sources: { crosswalks: new Map(), presets: async () => new Map(), others: async () => others },
    typing: keepInMemory(),
  };
  renderInApp(FrameworkEditor, props, { library: {} as never, files: {} as never }, code);
  const stored = async () => {
    const again = await shelf.open(id);
    return again?.ok === true ? again.value.draft : null;
  };
  return { user: userEvent.setup(), stored };
}

const tiny = draftOf(tinyFramework());
const row = (name: RegExp) => screen.getByRole('treeitem', { name });
const question = () => screen.getByLabelText<HTMLTextAreaElement>('Question');

describe('the editor of frameworks', () => {
  it('changes one sentence, which is stored, and takes it back', async () => {
    const { user, stored } = await write(tiny);
    await user.click(row(/A-2/));
    await user.clear(question());
    await user.type(question(), 'Is it written down?');
    await user.tab();
    await waitFor(async () => {
      expect((await stored())?.texts['en']?.indicators['A-2']?.question).toBe('Is it written down?');
    });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await stored()).toEqual(tiny));
    expect(question().value).toBe('Is A-2 in place?');
  });

  it('lists what a file said in a wrong way, one click from its place, until it is written there or seen to', async () => {
    const faulty = [
      [['domains', 0, 'indicators', 1, 'kind'], 'story'],
      [
        ['texts', 'en', 'indicators', 'B-1', 'question'],
        ['a', 'b'],
      ],
      [['onload'], 'x'],
    ].reduce((whole: unknown, [path, value]) => setAt(whole, path as string[], value), tinyFrameworkJson());
    const read = readFrameworkToWrite(new TextEncoder().encode(JSON.stringify(faulty)), 'tiny.json');
    if (!read.ok || read.value.kind !== 'draft') throw new Error('it is refused');
    const { user, stored } = await write(read.value.draft);
    const list = await screen.findByRole('region', { name: /^3 things of the file/ });
    expect(within(list).getByText(/The file says: "story"/)).toBeVisible();
    await user.click(within(list).getByRole('button', { name: 'B-1 (EN)' }));
    await waitFor(() => expect(question()).toHaveFocus());
    await user.type(question(), 'Is it written down?');
    await user.tab();
    await waitFor(async () => expect((await stored())?.leftOut).toHaveLength(3));
    await user.click(screen.getByRole('button', { name: /^Checks/ }));
    const left = await screen.findByRole('region', { name: /^2 things of the file/ });
    await user.click(within(left).getByRole('button', { name: 'All of this is seen to' }));
    expect(screen.queryByRole('region', { name: /things? of the file/ })).toBeNull();
    await waitFor(async () => expect((await stored())?.leftOut ?? []).toEqual([]));
  });

  describe('what has no field', () => {
    /** What a file with one wrong value said is listed; a click on it leads to the part, where the value stands. */
    async function mend(path: readonly (string | number)[], value: unknown) {
      const faulty = setAt(tinyFrameworkJson(), path, value);
      const read = readFrameworkToWrite(new TextEncoder().encode(JSON.stringify(faulty)), 'tiny.json');
      if (!read.ok || read.value.kind !== 'draft') throw new Error('it is refused');
      return write(read.value.draft);
    }
    const main = () => within(screen.getByRole('main'));

    it.each([
      ['a member that nobody knows', ['domains', 0, 'indicators', 1, 'kinds'], 'law', 'A-2', 'kinds'],
      ['one of a list that is a text only', ['domains', 1, 'indicators', 1], 'B-9', 'second', 'indicators[1]'],
    ])('is shown where it stood until it is seen to: %s', async (_, path, value, part, field) => {
      const { user, stored } = await mend(path, value);
      await user.click(await main().findByRole('button', { name: part }));
      const place = await screen.findByRole('region', { name: field });
      expect(within(place).getByText(`The file says: "${value}"`)).toBeVisible();
      const seenTo = within(place).getByRole('button', { name: 'This is seen to' });
      await waitFor(() => expect(seenTo).toHaveFocus());
      await user.click(seenTo);
      expect(screen.queryByRole('region', { name: field })).toBeNull();
      await waitFor(async () => expect((await stored())?.leftOut ?? []).toEqual([]));
    });

    it('is given to the question whose code was lost: its words', async () => {
      const { user, stored } = await mend(['domains', 0, 'indicators', 1, 'id'], undefined);
      await user.click(await screen.findByRole('button', { name: /^Checks: [1-9]/ }));
      const [words] = await main().findAllByRole('button', { name: /^A-2/ });
      await user.click(words!);
      await user.click(await main().findByRole('button', { name: 'These are the words of indicator' }));
      await waitFor(async () => {
        expect((await stored())?.structure.domains[0]?.indicators?.map(({ id }) => id)).toEqual(['A-1', 'A-2']);
      });
      expect(question().value).toBe('Is A-2 in place?');
    });

    it('is taken out, and the list is there again', async () => {
      const { user, stored } = await write(
        setAt(tiny, ['texts', 'en', 'indicators', 'Z-9'], { title: 'Nobody asks', question: '' }),
      );
      await user.click(await screen.findByRole('button', { name: /^Checks: [1-9]/ }));
      const [words] = await main().findAllByRole('button', { name: /^Z-9/ });
      await user.click(words!);
      await user.click(await main().findByRole('button', { name: 'Take it out' }));
      await waitFor(async () => expect((await stored())?.texts['en']?.indicators).not.toHaveProperty('Z-9'));
      await waitFor(() => expect(screen.queryByRole('button', { name: /^Z-9/ })).toBeNull());
    });
  });

  it('moves what is chosen with Alt and an arrow', async () => {
    const { user, stored } = await write(tiny);
    await user.click(row(/A-2/));
    screen.getByRole('tree').focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () => {
      expect((await stored())?.structure.domains[0]?.indicators?.map(({ id }) => id)).toEqual(['A-2', 'A-1']);
    });
    expect(row(/A-2/)).toHaveAttribute('aria-selected', 'true');
  });

  it('names the indicators that a start is proposed from, checks them and shows them', async () => {
    const { structure, ...framework } = tinyFramework();
    const other = { ...framework, id: 'other', structure: { ...structure, id: 'other' } };
    const { user, stored } = await write(tiny, 'en', [other]);
    await user.click(row(/A-2/));
    await user.click(screen.getByText('Weight, links and who answers'));
    const field = await screen.findByLabelText(/A tiny framework/);
    await user.type(field, 'B-1, Z-9');
    await user.tab();
    await waitFor(async () => {
      const [domain] = (await stored())?.structure.domains ?? [];
      expect(domain?.indicators?.[1]?.proposedFrom).toEqual({ other: ['B-1', 'Z-9'] });
    });
    expect(await screen.findByText('B-1 Title of B-1', { selector: 'li' })).toBeInTheDocument();
    await waitFor(() => expect(field).toHaveAccessibleDescription(/other has no indicator Z-9/));
    await user.clear(field);
    await user.tab();
    await waitFor(async () => expect(await stored()).toEqual(tiny));
  });

  it('leads from a problem to its field with one click', async () => {
    const faulty = setAt(tiny, ['texts', 'en', 'indicators', 'B-1', 'question'], '');
    const { user } = await write(faulty);
    await user.click(await screen.findByRole('button', { name: /^Checks: 1 error/ }));
    const [place] = await within(screen.getByRole('main')).findAllByRole('button', { name: /B-1/ });
    await user.click(place!);
    await waitFor(() => expect(question()).toHaveFocus());
    expect(question()).toHaveAccessibleDescription('One question, one verb. This text is still to be written.');
  });

  it('shows two languages side by side, in the language of the screen', async () => {
    const { user } = await write(addLanguage(tiny, 'fr'), 'fr');
    await user.click(row(/A-1/));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Question (EN)').value).toBe('Is A-1 in place?');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Question (FR)').value).toBe('');
  });

  it('draws of thousands of questions those that show, and finds any of them', async () => {
    const indicators = Array.from({ length: 2000 }, (_, index) => ({ id: `Z-${index + 1000}`, scale: 'maturity' }));
    const structure = setAt(tiny.structure, ['domains', 1, 'indicators'], indicators);
    const many = readDraft({ structure, texts: tiny.texts });
    if (!many.ok) throw new Error(JSON.stringify(many.problems));
    const { user } = await write(many.value);
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(50);
    await user.type(screen.getByRole('searchbox'), 'z-2999');
    expect(row(/Z-2999/)).toHaveAttribute('aria-setsize', '2000');
  });
});
