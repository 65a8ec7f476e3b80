import type { Framework } from '../../domain/framework/framework.ts';
import type { GivenFile } from '../../file/given-file.ts';
import type { NamedContent } from '../../file/read-given-file.ts';
import type { FromReadingWorker } from './reading-task.ts';
import { buffersOf, toSend } from './reading-task.ts';

/** More often nobody sees. */
const STEPS = 200;

const reply = (message: FromReadingWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });

/** Makes a worker of what reads one file: away from the page, one after the other. Stopped by ending it. */
export function serveReading(
  read: (given: GivenFile, onshare: (share: number) => void) => Promise<readonly NamedContent[]>,
): void {
  const sent: Framework[] = [];

  async function serve(given: GivenFile): Promise<void> {
    let shown = 0;
    const contents = await read(given, (share) => {
      if (share - shown < 1 / STEPS) return;
      shown = share;
      reply({ kind: 'share', share });
    });
    const before = sent.length;
    const sending = toSend(contents, sent);
    reply({ kind: 'read', contents: sending, frameworks: sent.slice(before) }, buffersOf(contents));
  }

  addEventListener('message', ({ data }: MessageEvent<GivenFile>) => {
    serve(data).catch(() => reply({ kind: 'failed' }));
  });
  reply({ kind: 'running' });
}
