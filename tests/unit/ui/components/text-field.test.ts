import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { TypedText } from '../../../../src/storage/database-schema.ts';
import { MemoryStore } from '../../../../src/storage/memory-store.ts';
import TextField from '../../../../src/ui/components/TextField.svelte';
import { NOT_KEPT } from '../../../../src/ui/components/typing.ts';
import { keepInMemory } from '../keep-in-memory.ts';
import { renderWithLanguage } from '../render-with-language.ts';

const KEY = 'round/title';
const left = (text: string, tab = 'before', atMs = 1): TypedText => ({ key: KEY, tab, text, atMs });

/** The field of the title, and what the app does with it. */
function show(more: Record<string, unknown> = {}, before: readonly TypedText[] = []) {
  const store = new MemoryStore();
  const typing = keepInMemory(before, store);
  const onsave = vi.fn();
  const shown = renderWithLanguage(TextField, { keep: KEY, label: 'Title', onsave, typing, ...more } as never);
  return { ...shown, store, typing, onsave, field: screen.getByLabelText<HTMLInputElement>(/Title/) };
}

describe('a field that is being typed in', () => {
  it.each([undefined, 3])('keeps every key, and is saved and forgotten when it is left (rows: %s)', async (rows) => {
    const { field, typing, onsave } = show({ value: 'Old', rows });
    await userEvent.type(field, ' and new');
    expect(typing.textOf(KEY)).toBe('Old and new');
    expect(onsave).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onsave.mock.calls).toEqual([['Old and new']]);
    expect(typing.texts.size).toBe(0);
  });

  it('has its text again when it appears again, and is saved when it is left then', async () => {
    const { field, onsave } = show({ value: 'Old' }, [left('Old and new')]);
    expect(field).toHaveValue('Old and new');
    await userEvent.click(field);
    expect(onsave).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onsave.mock.calls).toEqual([['Old and new']]);
  });

  it('is not saved where it says what is saved, and such a text of before is forgotten', async () => {
    const { field, typing, onsave } = show({ value: 'Saved' }, [left('Saved', '1', 2), left('Saved', '2')]);
    await waitFor(() => expect(typing.texts.size).toBe(0));
    await userEvent.type(field, '!{Backspace}');
    await userEvent.tab();
    expect([onsave.mock.calls.length, typing.texts.size]).toEqual([0, 0]);
  });

  it('shows what is saved again where that refuses what was typed', async () => {
    const { field } = show({ value: 'Must not be empty' });
    await userEvent.clear(field);
    await userEvent.tab();
    expect(field).toHaveValue('Must not be empty');
  });

  it('takes the text of another key when it comes to stand for something else', async () => {
    const other = { key: 'round/lead', tab: 'before', text: 'Of the other', atMs: 1 };
    const { field, rerender } = show({ value: 'Saved' }, [left('Typed'), other]);
    expect(field).toHaveValue('Typed');
    await rerender({ keep: 'round/lead' });
    expect(field).toHaveValue('Of the other');
  });

  it('is not overwritten while somebody types, when another tab saves something else', async () => {
    const { field, rerender } = show({ value: 'Old' });
    await userEvent.type(field, ' typed');
    await rerender({ value: 'From another tab' });
    expect(field).toHaveValue('Old typed');
  });

  it('of a form stays as typed until the form forgets it', async () => {
    const { field, typing } = show({ keep: 'form/new/title', onsave: undefined });
    await userEvent.type(field, 'Half a');
    await userEvent.tab();
    expect([field.value, typing.textOf('form/new/title')]).toEqual(['Half a', 'Half a']);
    await typing.forget('form/new');
    await waitFor(() => expect(field).toHaveValue(''));
  });

  it('keeps nothing of a passphrase', async () => {
    const { field, typing } = show({ keep: NOT_KEPT, type: 'password', autocomplete: 'new-password' });
    await userEvent.type(field, 'secret');
    await userEvent.tab();
    expect([field.value, typing.texts.size]).toEqual(['secret', 0]);
    expect(field).toHaveAttribute('autocomplete', 'new-password');
  });

  it('leaves nothing for the browser to remember', () => {
    expect(show().field).toHaveAttribute('autocomplete', 'off');
  });

  it('lets only through what may stand in it', async () => {
    const { field, typing } = show({ read: (text: string) => text.replace(/\D/g, '') });
    await userEvent.type(field, '1a2');
    expect([field.value, typing.textOf(KEY)]).toEqual(['12', '12']);
  });
});

describe('what is said of a field', () => {
  it('is its hint and what is wrong, read with it', () => {
    const { field } = show({ hint: 'As on the cover', error: 'A title is missing', optional: true });
    expect(field).toHaveAccessibleName('Title (optional)');
    expect(field).toHaveAccessibleDescription('As on the cover A title is missing');
    expect(field).toBeInvalid();
  });
});

describe('a text that another tab left for the same field', () => {
  const both = [left('Newer', '2', Date.UTC(2026, 10, 29, 12)), left('Older', '1', Date.UTC(2026, 10, 28, 12))];

  it('is offered, and added to what is there', async () => {
    const { field, store, typing } = show({ rows: 2 }, both);
    expect(field).toHaveValue('Newer');
    expect(await screen.findByText('Older')).toBeVisible();
    expect(screen.getByText(/Also typed here on 28 November 2026/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Add to the field' }));
    expect(field).toHaveValue('Newer\nOlder');
    expect(screen.queryByText('Older')).toBeNull();
    await typing.flush();
    expect((await store.listDrafts(null)).map(({ text }) => text)).toEqual(['Newer\nOlder']);
  });

  it('goes away when it is not needed', async () => {
    const { field } = show({}, both);
    await userEvent.click(await screen.findByRole('button', { name: 'Not needed' }));
    expect([field.value, screen.queryByText('Older')]).toEqual(['Newer', null]);
  });
});
