import { UnwritableFile } from '../../file/unwritable-file.ts';
import { writeOutgoingFile } from '../../file/write-outgoing-file.ts';
import type { FromPackingWorker, PackingTask } from './packing-task.ts';

/** Writes one assessment file away from the page, so that the page stays alive. Stopped by ending it. */

const reply = (message: FromPackingWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });

addEventListener('message', ({ data }: MessageEvent<PackingTask>) => {
  writeOutgoingFile(data.content, data.passphrase).then(
    (bytes) => reply({ kind: 'packed', bytes }, [bytes.buffer]),
    (error: unknown) =>
      reply(
        error instanceof UnwritableFile
          ? { kind: 'unwritable', problem: error.problem }
          : { kind: 'failed', reason: error instanceof Error ? error.message : String(error) },
      ),
  );
});
addEventListener('messageerror', () => reply({ kind: 'failed', reason: 'the content did not arrive' }));
reply({ kind: 'running' });
