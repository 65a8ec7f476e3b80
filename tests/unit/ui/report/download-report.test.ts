import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import { BrowserFileSaver } from '../../../../src/storage/file-saver.ts';
import DownloadReport from '../../../../src/ui/report/DownloadReport.svelte';
import {
  makePaperFile,
  makeReportFile,
  PAPERS,
  REPORT_FORMATS,
  REPORT_KINDS,
} from '../../../../src/ui/report/report-file.ts';
import type { FileSource } from '../../../../src/ui/report/report-file.ts';
import { PAPER_IDS } from '../../../../src/export/letters/build-paper.ts';
import { OPTIONS, writerInput } from '../../../fixtures/difficult-report.ts';
import { FakeSavingBrowser } from '../../../fixtures/fake-saving-browser.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf } from '../render-with-language.ts';

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
const BYTES = Uint8Array.of(1);

function show(making: Partial<ComponentProps<typeof DownloadReport>>) {
  const fake = new FakeSavingBrowser('gives');
  const files = new BrowserFileSaver(fake.browser);
  renderInApp(DownloadReport, { source, files, ...making }, { preferences: { loadWords: async () => {} } });
  const press = async (name: string) => {
    await userEvent.click(screen.getByText('Other files'));
    // The click itself: what asks later than that is refused by browsers.
    fake.click(() => screen.getByRole('button', { name }).click());
  };
  return { fake, press };
}

describe('DownloadReport', () => {
  it('says what it makes, saves it under the name of the report, and says so', async () => {
    let finish: (bytes: Uint8Array) => void = () => undefined;
    const { fake, press } = show({ makeReport: () => new Promise((resolve) => (finish = resolve)) });
    await press('Word, to edit');
    expect(await screen.findByText('Making Word, to edit …')).toBeVisible();
    finish(BYTES);
    expect(await screen.findByText('Saved: Word, to edit')).toBeVisible();
    const [name] = fake.asked;
    expect(name).toMatch(/^Meridia-.+\.docx$/);
    expect(fake.files.get(name!)?.bytes).toEqual(BYTES);
  });

  it.each([
    ...REPORT_FORMATS.map((format) => `export.download.${format}` as const),
    ...PAPERS.map((paper) => `letters.paper.${paper}` as const),
  ])('asks in the click where %s goes, before it is made', async (key) => {
    const make = () => Promise.resolve(BYTES);
    const { fake, press } = show({ makeReport: make, makePaper: make });
    const name = localiserOf('en').t(key);
    await press(name);
    expect(fake.asked).toHaveLength(1);
    expect(await screen.findByText(`Saved: ${name}`)).toBeVisible();
  });

  it('says when a file could not be made, and leaves none', async () => {
    const { fake, press } = show({ makeReport: () => Promise.reject(new Error('no memory')) });
    await press('PowerPoint, for the meeting');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Not saved: .+\.pptx could not be made \(no memory\)/);
    expect([...fake.files.values()].map(({ exists }) => exists)).toEqual([false]);
  });
});

describe('the files', () => {
  it.each(REPORT_FORMATS)('%s is made from the report', async (format) => {
    expect((await makeReportFile(format, source)).length).toBeGreaterThan(1000);
    expect(format.startsWith(REPORT_KINDS[format].extension)).toBe(true);
  });

  it('offers every paper there is', async () => {
    expect([...PAPERS]).toEqual(PAPER_IDS);
    expect((await makePaperFile('attendance', source)).length).toBeGreaterThan(1000);
  });
});
