import ForeignWorker from './foreign-worker.ts?worker';
import ReadingWorker from './reading-worker.ts?worker';

/**
 * A worker that reads files: ours, or those of other programs. The build puts each into a file beside the app, or into the
 * portable file itself.
 */
export function startReadingWorker(isForeign: boolean): Worker {
  return isForeign ? new ForeignWorker() : new ReadingWorker();
}
