import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeAll, expect, it, vi } from 'vitest';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import ImportDialog from '../../../../src/ui/library/ImportDialog.svelte';
import { readCatalogue } from '../../i18n/read-catalogue.ts';
import { renderInApp } from '../render-in-app.ts';

// jsdom has the element, not its methods.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});

it('says that something went wrong where a fault of ours ends the reading, and can be closed', async () => {
  const previewFile = () => Promise.reject(new Error('a fault of ours'));
  const onclose = vi.fn();
  const file = new File(['x'], 'x.sextant');
  renderInApp(
    ImportDialog,
    { file, onclose },
    { library: { previewFile }, preferences: { loadWords: () => Promise.resolve() } },
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Something went wrong\./);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onclose).toHaveBeenCalledOnce();
});

it('is headed by words that are there while its own are on their way', async () => {
  const previewFile = () => new Promise<never>(() => {});
  const { language } = renderInApp(
    ImportDialog,
    { file: new File(['x'], 'x.sextant'), onclose: () => {} },
    { library: { previewFile }, preferences: { loadWords: () => Promise.resolve() } },
  );
  const heading = screen.getByRole('heading', { level: 2 });
  expect(heading).toHaveTextContent('What this file holds');
  const ofFirstPage = Object.entries(readCatalogue('en')).filter(([key]) => /^(app|library)\./.test(key));
  language.change(createLocaliser(LANGUAGES[0], Object.fromEntries(ofFirstPage)));
  await tick();
  expect(heading).toHaveTextContent('Loading …');
});
