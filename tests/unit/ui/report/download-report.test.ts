import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import DownloadReport from '../../../../src/ui/report/DownloadReport.svelte';
import { makePaperFile, makeReportFile, PAPERS, REPORT_FORMATS } from '../../../../src/ui/report/report-file.ts';
import type { FileSource } from '../../../../src/ui/report/report-file.ts';
import { PAPER_IDS } from '../../../../src/export/letters/build-paper.ts';
import { OPTIONS, writerInput } from '../../../fixtures/difficult-report.ts';
import { renderWithLanguage } from '../render-with-language.ts';

const { report, framework, localiser, document, state } = writerInput('en');
const source: FileSource = {
  report,
  whole: report,
  framework,
  localiser,
  document,
  options: OPTIONS,
  assignments: state.assignments,
};
const FILE = { bytes: new Uint8Array([1]), extension: 'docx', mediaType: 'application/test' };

async function press(name: string) {
  await userEvent.click(screen.getByText('Other files'));
  await userEvent.click(screen.getByRole('button', { name }));
}

describe('DownloadReport', () => {
  it('says what it makes, saves it under the name of the report, and says so', async () => {
    let finish: (file: typeof FILE) => void = () => undefined;
    const save = vi.fn(() => Promise.resolve(true));
    const makeReport = () => new Promise<typeof FILE>((resolve) => (finish = resolve));
    renderWithLanguage(DownloadReport, { source, save, makeReport });
    await press('Word, to edit');
    expect(screen.getByRole('status')).toHaveTextContent('Making Word, to edit …');
    finish(FILE);
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    expect(save).toHaveBeenCalledWith(FILE.bytes, expect.stringMatching(/^Meridia-.+\.docx$/), FILE.mediaType);
    expect(await screen.findByText('Word, to edit has been saved.')).toBeVisible();
  });

  it('keeps the file for a second click where the browser wants one', async () => {
    const save = vi.fn(() => Promise.resolve(true)).mockRejectedValueOnce(new Error('needs a click'));
    renderWithLanguage(DownloadReport, { source, save, makePaper: () => Promise.resolve(FILE) });
    await press('Attendance list');
    await userEvent.click(await screen.findByRole('button', { name: 'Save Attendance list' }));
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('says when a file could not be made', async () => {
    const save = vi.fn(() => Promise.resolve(true));
    renderWithLanguage(DownloadReport, { source, save, makeReport: () => Promise.reject(new Error('no')) });
    await press('PowerPoint, for the meeting');
    expect(await screen.findByText(/could not be made/)).toBeVisible();
    expect(save).not.toHaveBeenCalled();
  });
});

describe('the files', () => {
  it.each(REPORT_FORMATS)('%s is made from the report', async (format) => {
    const { bytes, extension } = await makeReportFile(format, source);
    expect(bytes.length).toBeGreaterThan(1000);
    expect(format.startsWith(extension)).toBe(true);
  });

  it('offers every paper there is', async () => {
    expect([...PAPERS]).toEqual(PAPER_IDS);
    expect((await makePaperFile('attendance', source)).bytes.length).toBeGreaterThan(1000);
  });
});
