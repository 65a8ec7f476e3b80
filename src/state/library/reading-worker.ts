import type { Framework } from '../../domain/framework/framework.ts';
import { FrameworkMemory } from '../../file/framework-memory.ts';
import type { GivenFile } from '../../file/read-given-file.ts';
import { readGivenFile } from '../../file/read-given-file.ts';
import type { FromReadingWorker } from './reading-task.ts';
import { buffersOf, toSend } from './reading-task.ts';

/** Reads files away from the page, one after the other, so that the page stays alive. Stopped by ending it. */

const reply = (message: FromReadingWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });

const memory = new FrameworkMemory();
const sent: Framework[] = [];
/** More often nobody sees. */
const STEPS = 200;

async function read(given: GivenFile): Promise<void> {
  let shown = 0;
  const contents = await readGivenFile(given, memory, (share) => {
    if (share - shown < 1 / STEPS) return;
    shown = share;
    reply({ kind: 'share', share });
  });
  const before = sent.length;
  const sending = toSend(contents, sent);
  reply({ kind: 'read', contents: sending, frameworks: sent.slice(before) }, buffersOf(contents));
}

addEventListener('message', ({ data }: MessageEvent<GivenFile>) => {
  read(data).catch(() => reply({ kind: 'failed' }));
});
reply({ kind: 'running' });
