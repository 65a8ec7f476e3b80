/** Never holds anything; under a name of ours because all local files of a machine share one storage. */
const NAME = 'sextant-fresh-log';
/** A storage that is slower than this goes on without. */
const PATIENCE_MS = 2000;

/**
 * Makes the browser begin a new log before anything of ours is written.
 *
 * Chromium keeps a database in a LevelDB and goes on writing to the log of the last time. Was the browser killed in the
 * middle of a record, the rest of that record stands in the log for good: the next start reads up to it and appends
 * behind it, and the start after that takes the log for damaged and deletes every database of the page. Deleting a
 * database, an empty one too, makes LevelDB write out what it knows and begin a new log, so that nothing is ever
 * appended behind a torn record. Other browsers lose a few milliseconds. Never throws.
 */
export async function beginFreshLog(factory: IDBFactory): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const end = () => resolve();
    try {
      const opening = factory.open(NAME, 1);
      opening.onerror = opening.onblocked = end;
      opening.onsuccess = () => {
        opening.result.close();
        const deleting = factory.deleteDatabase(NAME);
        deleting.onsuccess = deleting.onerror = deleting.onblocked = end;
      };
    } catch {
      end();
    }
  });
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([done, patience]);
}
