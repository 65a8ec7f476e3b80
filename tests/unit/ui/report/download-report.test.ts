import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BrowserFileSaver } from '../../../../src/storage/file-saver.ts';
import DownloadReport from '../../../../src/ui/report/DownloadReport.svelte';
import { papersFor } from '../../../../src/export/letters/paper-ids.ts';
import { loadExport } from '../../../../src/ui/report/load-export.ts';
import { OPTIONS, writerInput } from '../../../fixtures/difficult-report.ts';
import { FakeSavingBrowser } from '../../../fixtures/fake-saving-browser.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf } from '../render-with-language.ts';

const { report, framework, localiser, state } = writerInput('en');
const source = { report, framework, localiser, options: OPTIONS };
const { now, toolVersion } = OPTIONS;
const papers = { report, framework, localiser, assignments: state.assignments, now, toolVersion };
const BYTES = Uint8Array.of(1);
const exporting = await loadExport();
const FORMATS = Object.entries(exporting.REPORT_FORMATS).filter(([id]) => id !== 'pdf');

function show(make: () => Promise<Uint8Array>) {
  const fake = new FakeSavingBrowser('gives');
  const files = new BrowserFileSaver(fake.browser);
  const write = async () => ({ bytes: await make(), missing: [] });
  const formats = Object.entries(exporting.REPORT_FORMATS).map(([id, format]) => [id, { ...format, write }]);
  const faked = { ...exporting, REPORT_FORMATS: Object.fromEntries(formats), writePaper: make };
  const nameReport = (extension: string) => `Meridia-internal-draft-2026-11-21.${extension}`;
  const props = { exporting: faked, source, papers, nameReport, files };
  renderInApp(DownloadReport, props, { preferences: { loadWords: async () => {} } });
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
    const { fake, press } = show(() => new Promise((resolve) => (finish = resolve)));
    await press('Word, to edit');
    expect(await screen.findByText('Making Word, to edit …')).toBeVisible();
    finish(BYTES);
    expect(await screen.findByText('Saved: Word, to edit')).toBeVisible();
    const [name] = fake.asked;
    expect(name).toMatch(/^Meridia-.+\.docx$/);
    expect(fake.files.get(name!)?.bytes).toEqual(BYTES);
  });

  it.each([
    ...FORMATS.map(([id]) => `export.download.${id as 'docx'}` as const),
    ...papersFor(framework.structure.id).map((paper) => `letters.paper.${paper}` as const),
  ])('asks in the click where %s goes, before it is made', async (key) => {
    const { fake, press } = show(() => Promise.resolve(BYTES));
    const name = localiserOf('en').t(key);
    await press(name);
    expect(fake.asked).toHaveLength(1);
    const saved = await screen.findByText(`Saved: ${name}`);
    expect(saved.closest('[role=status]')).not.toBeNull();
  });

  it('says when a file could not be made, and leaves none', async () => {
    const { fake, press } = show(() => Promise.reject(new Error('no memory')));
    await press('PowerPoint, for the meeting');
    expect(await screen.findByText(/Not saved: .+\.pptx could not be made \(no memory\)/)).toBeVisible();
    expect([...fake.files.values()].map(({ exists }) => exists)).toEqual([false]);
  });
});

describe('the files', () => {
  it.each(FORMATS)('%s is made from the report', async (id, { extension, mediaType, isText, write }) => {
    const { bytes } = await write(source);
    expect(bytes.length).toBeGreaterThan(1000);
    expect(id.startsWith(extension)).toBe(true);
    expect(mediaType).toMatch(isText ? /json|csv/ : /officedocument/);
  });

  it('paper is made as a Word file', async () => {
    expect((await exporting.writePaper('attendance', papers)).length).toBeGreaterThan(1000);
  });
});
