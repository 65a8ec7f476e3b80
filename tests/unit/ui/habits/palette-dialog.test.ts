import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import PaletteDialog from '../../../../src/ui/habits/PaletteDialog.svelte';
import type { PaletteActs } from '../../../../src/ui/habits/palette-items.ts';
import { openWith } from '../../state/open-board.ts';
import { renderWithLanguage } from '../render-with-language.ts';

// jsdom has the element, not its methods.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  Element.prototype.scrollIntoView ??= () => {};
});
beforeEach(() => {
  location.hash = '';
});

function show() {
  const session = openWith([
    ['rating/lead/R-2/1/comment', 'The decree of 2019 is under review.'],
    ['action/a1/activity', 'Publish the register of permits'],
  ]);
  const acts = {
    save: vi.fn(),
    undo: null,
    keys: vi.fn(),
    words: vi.fn(),
  } satisfies Partial<PaletteActs>;
  const preferences = { chosen: {}, choose: vi.fn(), changeLanguage: vi.fn() };
  const onclose = vi.fn();
  const { rerender } = renderWithLanguage(PaletteDialog, { session, acts, preferences, open: true, onclose });
  return { session, acts, preferences, onclose, rerender };
}

const field = () => screen.getByRole('combobox');
const options = () => within(screen.getByRole('listbox')).queryAllByRole('option');
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

describe('the palette', () => {
  it('offers acts and pages first, and has its field in focus', () => {
    show();
    expect(field()).toHaveFocus();
    const names = options().map((option) => option.textContent);
    expect(names.some((name) => /Save a file/.test(name))).toBe(true);
    expect(names.some((name) => /Results/.test(name))).toBe(true);
    expect(
      names.some((name) => /Undo/.test(name)),
      'nothing can be undone',
    ).toBe(false);
    expect(names.some((name) => /R-1/.test(name))).toBe(false);
  });

  it('finds an indicator by its code and goes there with Enter', async () => {
    const { session, onclose } = show();
    await userEvent.type(field(), 'r-2');
    expect(active()).toHaveTextContent('R-2');
    expect(active()).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    expect(onclose).toHaveBeenCalledOnce();
    await waitFor(() => expect(location.hash).toBe(session.hrefOfIndicator('R-2')));
  });

  it('finds what was written: a comment with its passage, an action of the plan', async () => {
    const { session } = show();
    await userEvent.type(field(), 'decree 2019');
    expect(options()).toHaveLength(1);
    expect(options()[0]).toHaveTextContent('The decree of 2019 is under review.');
    await userEvent.clear(field());
    await userEvent.type(field(), 'register of permits');
    await userEvent.click(options()[0]!);
    await waitFor(() => expect(location.hash).toBe(session.hrefOfStep('plan')));
  });

  it('moves with the arrows, around the ends, and does an act', async () => {
    const { acts } = show();
    await userEvent.keyboard('{ArrowUp}');
    expect(active()).toBe(options().at(-1));
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toBe(options()[0]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(acts.save).toHaveBeenCalledOnce());
  });

  it('begins anew after an act: what was asked before is asked no more', async () => {
    const { acts, rerender } = show();
    await userEvent.type(field(), 'save a file{ArrowDown}{ArrowUp}{Enter}');
    await waitFor(() => expect(acts.save).toHaveBeenCalledOnce());
    await rerender({ open: false });
    await rerender({ open: true });
    expect(field()).toHaveValue('');
    expect(active()).toBe(options()[0]);
  });

  it('changes the language and the colours', async () => {
    const { preferences } = show();
    await userEvent.type(field(), 'francais{Enter}');
    await waitFor(() => expect(preferences.changeLanguage).toHaveBeenCalledWith('fr'));
    await userEvent.clear(field());
    await userEvent.type(field(), 'dark{Enter}');
    await waitFor(() => expect(preferences.choose).toHaveBeenCalledWith({ theme: 'dark' }));
  });

  it('says that nothing was found', async () => {
    show();
    await userEvent.type(field(), 'zzzz');
    expect(screen.getByRole('status')).toHaveTextContent('Nothing found.');
    expect(field()).toHaveAttribute('aria-expanded', 'false');
  });
});
