import { describe, expect, it, vi } from 'vitest';
import { saveFile } from '../../../src/storage/save-file.ts';

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
