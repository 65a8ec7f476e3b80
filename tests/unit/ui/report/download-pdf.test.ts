import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import DownloadPdf from '../../../../src/ui/report/DownloadPdf.svelte';
import { fileNameOf } from '../../../../src/ui/report/pdf-download.ts';
import type { MakePdf } from '../../../../src/ui/report/pdf-download.ts';
import { documentOf, ENGLISH } from '../../../fixtures/report-documents.ts';
import { renderWithLanguage } from '../render-with-language.ts';

const BYTES = new Uint8Array([37, 80, 68, 70]);
const button = (name: string) => screen.getByRole('button', { name });

function show(make: MakePdf, save = vi.fn(() => Promise.resolve(true))) {
  renderWithLanguage(DownloadPdf, { report: documentOf(ENGLISH), now: '2026-11-21T09:30:00Z', save, make });
  return save;
}

describe('DownloadPdf', () => {
  it('makes the file and saves it under the name of the report', async () => {
    const save = show(() => Promise.resolve({ bytes: BYTES, missing: [] }));
    await userEvent.click(button('Download PDF'));
    await waitFor(() => expect(save).toHaveBeenCalledWith(BYTES, 'Migration-governance.pdf', 'application/pdf'));
    expect(button('Download PDF')).toBeVisible();
  });

  it('shows how far it is and can be stopped', async () => {
    let signal: AbortSignal | undefined;
    const save = show((_document, _now, options) => {
      signal = options.signal;
      options.onprogress?.(0.4);
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped'))));
    });
    await userEvent.click(button('Download PDF'));
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0.4');
    await userEvent.click(button('Cancel'));
    expect(signal?.aborted).toBe(true);
    await waitFor(() => expect(button('Download PDF')).toBeVisible());
    expect(screen.getByRole('status')).toHaveTextContent('');
    expect(save).not.toHaveBeenCalled();
  });

  it('keeps the file for a second click where the browser wants one', async () => {
    const save = vi.fn(() => Promise.resolve(true)).mockRejectedValueOnce(new Error('needs a click'));
    show(() => Promise.resolve({ bytes: BYTES, missing: [] }), save);
    await userEvent.click(button('Download PDF'));
    await userEvent.click(await screen.findByRole('button', { name: 'Save the PDF file' }));
    expect(save).toHaveBeenCalledTimes(2);
    expect(await screen.findByRole('button', { name: 'Download PDF' })).toBeVisible();
  });

  it('says when it fails, and which characters the fonts lack', async () => {
    const make = vi
      .fn<MakePdf>()
      .mockRejectedValueOnce(new Error('no memory'))
      .mockResolvedValueOnce({ bytes: BYTES, missing: ['漢'] });
    show(make);
    await userEvent.click(button('Download PDF'));
    expect(await screen.findByText(/could not be made/)).toBeVisible();
    await userEvent.click(button('Download PDF'));
    expect(await screen.findByText(/漢/)).toBeVisible();
  });
});

describe('fileNameOf', () => {
  it.each([
    ['Méridie · Gouvernance des migrations', 'Meridie-Gouvernance-des-migrations.pdf'],
    ['حوكمة الهجرة', 'حوكمة-الهجرة.pdf'],
    ['///', 'sextant.pdf'],
  ])('%s', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });
});
