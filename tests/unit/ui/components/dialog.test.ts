import { screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Dialog from '../../../../src/ui/components/Dialog.svelte';
import { renderWithLanguage } from '../render-with-language.ts';

/** What browsers do: the state changes at once, the event comes with the next frame. */
let comeLate: (() => void)[] = [];
beforeEach(() => {
  comeLate = [];
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    comeLate.push(() => this.dispatchEvent(new Event('close')));
  };
});

const children = createRawSnippet(() => ({ render: () => '<p>What the file holds</p>' }));

function show() {
  const onclose = vi.fn();
  const props = { title: 'Open', open: true, onclose, children };
  return { ...renderWithLanguage(Dialog, props), props, onclose };
}

describe('a dialogue', () => {
  it('says that it was closed when the browser closed it', () => {
    const { onclose } = show();
    screen.getByRole<HTMLDialogElement>('dialog').close();
    comeLate.forEach((come) => come());
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('that opened again before the word of its closing came stays open', async () => {
    const { rerender, props, onclose } = show();
    await rerender({ ...props, open: false });
    await rerender(props);
    comeLate.forEach((come) => come());
    expect(comeLate).toHaveLength(1);
    expect(onclose).not.toHaveBeenCalled();
    expect(screen.getByText('What the file holds')).toBeInTheDocument();
  });
});
