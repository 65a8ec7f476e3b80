import { expect, it } from 'vitest';
import { problem } from '../../../src/domain/problem.ts';
import { UnwritableFile } from '../../../src/file/unwritable-file.ts';
import { problemOfWrite } from '../../../src/state/session/problem-of-write.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';

const broken = problem('storage.failed', '', [], { reason: 'UnknownError' });
const tooLarge = problem('file.tooBig', '', []);

it.each([
  ['what the storage said', new StorageError(broken), broken],
  ['no room', new DOMException('', 'QuotaExceededError'), { code: 'storage.quotaExceeded' }],
  ['what would make a file that nobody can read', new UnwritableFile(tooLarge), tooLarge],
  [
    'a fault of our own, which is none of the storage',
    new TypeError('x is not a function'),
    { code: 'mishap.unknown' },
  ],
  ['a part that did not come', new TypeError('Importing a module script failed.'), { code: 'mishap.notLoaded' }],
])('says of a write that failed: %s', async (_what, error, said) => {
  expect(await problemOfWrite(() => Promise.reject(error))).toMatchObject(said);
});
