import { describe, expect, it, vi } from 'vitest';
import { saveFile, saveSameFile } from '../../../src/storage/save-file.ts';

const bytes = Uint8Array.of(1, 2, 3);

describe('saveFile', () => {
  it('hands over the bytes with name, extension and type', async () => {
    const saveBlob = vi.fn(() => Promise.resolve(null));
    expect(await saveFile(bytes, 'Benin 2026.sextant', 'application/zip', saveBlob)).toBe(true);
    const [blob, options] = saveBlob.mock.calls[0] as unknown as [Blob, object];
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
    expect(options).toEqual({
      fileName: 'Benin 2026.sextant',
      extensions: ['.sextant'],
      mimeTypes: ['application/zip'],
    });
  });

  it('is false when the person changed their mind, and throws when writing failed', async () => {
    const rejecting = (name: string) => () => Promise.reject(new DOMException('x', name));
    expect(await saveFile(bytes, 'a.csv', 'text/csv', rejecting('AbortError'))).toBe(false);
    await expect(saveFile(bytes, 'a.csv', 'text/csv', rejecting('NoModificationAllowedError'))).rejects.toThrow('x');
  });
});

describe('saving to the same file', () => {
  const handle = { name: 'round.sextant' } as FileSystemFileHandle;

  it('gives the file that was chosen, and writes to it again without asking', async () => {
    const asked: unknown[] = [];
    const saveBlob = (_blob: Blob, _options: object, known?: FileSystemFileHandle | null) => {
      asked.push(known);
      return Promise.resolve(handle);
    };
    const first = await saveSameFile(new Uint8Array([1]), 'round.sextant', 'x/y', null, saveBlob);
    expect(first).toEqual({ saved: true, handle });
    await saveSameFile(new Uint8Array([2]), 'round.sextant', 'x/y', first.handle, saveBlob);
    expect(asked).toEqual([null, handle]);
  });

  it('asks again when the file is gone, and has no file to remember where the browser downloads', async () => {
    const saveBlob = (_blob: Blob, _options: object, known?: FileSystemFileHandle | null) =>
      known ? Promise.reject(new DOMException('gone', 'NotFoundError')) : Promise.resolve(null);
    const saved = await saveSameFile(new Uint8Array([1]), 'round.sextant', 'x/y', handle, saveBlob);
    expect(saved).toEqual({ saved: true, handle: null });
  });
});
