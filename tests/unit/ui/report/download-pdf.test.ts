import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import DownloadPdf from '../../../../src/ui/report/DownloadPdf.svelte';
import type { Making, WrittenFile } from '../../../../src/export/formats.ts';
import { BrowserFileSaver } from '../../../../src/storage/file-saver.ts';
import type { Dialogue } from '../../../fixtures/fake-saving-browser.ts';
import { FakeSavingBrowser } from '../../../fixtures/fake-saving-browser.ts';
import { renderInApp } from '../render-in-app.ts';

type Make = (making: Making) => Promise<WrittenFile>;

const BYTES = new Uint8Array([37, 80, 68, 70]);
const button = (name: string) => screen.getByRole('button', { name });

function show(make: Make, dialogue: Dialogue = 'gives') {
  const fake = new FakeSavingBrowser(dialogue);
  const props = { fileName: 'Migration-governance.pdf', make };
  const files = new BrowserFileSaver(fake.browser);
  renderInApp(DownloadPdf, { ...props, files }, { preferences: { loadWords: async () => {} } });
  return { fake, press: () => fake.click(() => userEvent.click(button('Download PDF'))) };
}

describe('DownloadPdf', () => {
  it('makes the file, saves it under the name of the report, and says so', async () => {
    const { fake, press } = show(() => Promise.resolve({ bytes: BYTES, missing: [] }));
    await press();
    expect(await screen.findByText('Saved: PDF file')).toBeVisible();
    expect(fake.files.get('Migration-governance.pdf')?.bytes).toEqual(BYTES);
    expect(button('Download PDF')).toBeEnabled();
  });

  it('shows how far it is and can be stopped', async () => {
    let signal: AbortSignal | undefined;
    const { fake, press } = show((options) => {
      signal = options.signal;
      options.onprogress?.(0.4);
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped'))));
    });
    await press();
    expect(await screen.findByRole('progressbar', { name: 'Making PDF file …' })).toHaveAttribute('value', '0.4');
    await userEvent.click(button('Cancel'));
    expect(signal?.aborted).toBe(true);
    await waitFor(() => expect(button('Download PDF')).toBeEnabled());
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(fake.files.get('Migration-governance.pdf')?.exists).toBe(false);
  });

  it('asks whether a download is there, saves it again, and is content with a yes', async () => {
    const make = vi.fn<Make>(() => Promise.resolve({ bytes: BYTES, missing: [] }));
    const { fake, press } = show(make, 'NotAllowedError');
    await press();
    expect(await screen.findByText(/Given to your browser as a download: PDF file/)).toBeVisible();
    await userEvent.click(button('Save it again'));
    await waitFor(() => expect(fake.downloads).toHaveLength(2));
    expect(make).toHaveBeenCalledOnce();
    await userEvent.click(await screen.findByRole('button', { name: 'It is there' }));
    const noted = await screen.findByText('Noted, it is there: PDF file');
    expect(noted.closest('[role=status]')).not.toBeNull();
  });

  it('says when it fails, and which characters the fonts lack', async () => {
    const make = vi
      .fn<Make>()
      .mockRejectedValueOnce(new Error('no memory'))
      .mockResolvedValueOnce({ bytes: BYTES, missing: ['漢'] });
    const { press } = show(make);
    await press();
    const refused = await screen.findByText(/^Not saved: Migration-governance\.pdf could not be made/);
    expect(refused.closest('[role=status]')).toBeVisible();
    expect(screen.getByText('Printing gives the same content.')).toBeVisible();
    await userEvent.click(button('Try again'));
    expect(await screen.findByText(/漢/)).toBeVisible();
  });
});
