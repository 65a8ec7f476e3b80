import { describe, expect, it, vi } from 'vitest';
import type { WantedFile } from '../../../src/state/library/save-task.svelte.ts';
import { SaveTask } from '../../../src/state/library/save-task.svelte.ts';
import { BrowserFileSaver } from '../../../src/storage/file-saver.ts';
import type { Dialogue } from '../../fixtures/fake-saving-browser.ts';
import { FakeSavingBrowser } from '../../fixtures/fake-saving-browser.ts';

function open(dialogue: Dialogue) {
  const fake = new FakeSavingBrowser(dialogue);
  const task = new SaveTask(new BrowserFileSaver(fake.browser));
  const kept = vi.fn(async () => {});
  const make = vi.fn<WantedFile['make']>(async () => Uint8Array.of(1, 2));
  const file: WantedFile = { name: 'plan.xlsx', label: 'The plan', mediaType: 'x/y', make, kept };
  return { fake, task, kept, make, file, save: () => fake.click(() => task.save(file)) };
}

describe('SaveTask', () => {
  it('is kept when the bytes are in a file', async () => {
    const { task, save, kept } = open('gives');
    const saving = save();
    expect(task.stage).toEqual({ stage: 'making', name: 'The plan', share: null });
    await saving;
    expect(task.stage).toEqual({ stage: 'written', name: 'The plan' });
    expect(kept).toHaveBeenCalledOnce();
  });

  it('is not kept by a download before the person says that it is there', async () => {
    const { task, save, kept } = open('none');
    await save();
    expect(task.stage).toEqual({ stage: 'given', name: 'The plan' });
    expect(kept).not.toHaveBeenCalled();
    await task.confirm();
    expect(task.stage).toEqual({ stage: 'found', name: 'The plan' });
    await task.confirm();
    expect(kept).toHaveBeenCalledOnce();
  });

  it('gives the same bytes once more where the download did not come', async () => {
    const { fake, task, save, make, kept } = open('NotAllowedError');
    await save();
    await task.again();
    const [first, second] = await Promise.all(fake.downloads.map(({ blob }) => blob.text()));
    expect(second).toBe(first);
    expect(make).toHaveBeenCalledOnce();
    expect(kept).not.toHaveBeenCalled();
    expect(task.stage.stage).toBe('given');
  });

  it('keeps an open question where the next attempt is cancelled', async () => {
    const { task, save, kept, file } = open('none');
    await save();
    const saving = task.save({ ...file, name: 'other.xlsx', label: 'Another' });
    task.cancel();
    await saving;
    expect(task.stage).toEqual({ stage: 'given', name: 'The plan' });
    await task.confirm();
    expect(kept).toHaveBeenCalledOnce();
  });

  it('says what failed, and makes it anew when asked again', async () => {
    const { fake, task, save, make, kept } = open('gives');
    make.mockRejectedValueOnce(new Error('no memory'));
    await save();
    expect(task.stage).toMatchObject({ stage: 'failed', problem: { code: 'save.notMade' } });
    await fake.click(() => task.again());
    expect(task.stage.stage).toBe('written');
    expect(kept).toHaveBeenCalledOnce();
  });

  it('says so where the file is there and the rest of the work fails', async () => {
    const { task, save, kept } = open('gives');
    kept.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await save();
    expect(task.stage).toMatchObject({ stage: 'failed', problem: { code: 'storage.quotaExceeded' } });
  });

  it('makes one file at a time', async () => {
    const { task, save, make, fake } = open('gives');
    await Promise.all([save(), save()]);
    expect(make).toHaveBeenCalledOnce();
    expect(fake.asked).toHaveLength(1);
    expect(task.stage.stage).toBe('written');
  });
});
