import ReadingWorker from './reading-worker.ts?worker';

/** A worker that reads files. The build puts it into a file beside the app, or into the portable file itself. */
export function startReadingWorker(): Worker {
  return new ReadingWorker();
}
