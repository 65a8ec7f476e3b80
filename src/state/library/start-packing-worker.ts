import PackingWorker from './packing-worker.ts?worker';

/** A worker that writes one file. The build puts it into a file beside the app, or into the portable file itself. */
export function startPackingWorker(): Worker {
  return new PackingWorker();
}
