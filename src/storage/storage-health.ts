/** Whether the browser promises to keep what is stored, and how full it is; null where it does not say. */
export interface StorageHealth {
  readonly persisted: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

type Manager = Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>;

/** Firefox asks the person, and the promise waits for the answer: nothing else may. */
const ANSWER_WAIT_MS = 500;

/** `manager` is `navigator.storage`, which is absent on plain HTTP. Never prompts, never throws. */
export async function readStorageHealth(manager: Manager | undefined): Promise<StorageHealth> {
  const [persisted, estimate] = await Promise.all([
    settle(() => manager?.persisted(), false),
    settle<StorageEstimate>(() => manager?.estimate(), {}),
  ]);
  return { persisted, usedBytes: estimate.usage ?? null, quotaBytes: estimate.quota ?? null };
}

/**
 * Asks the browser to keep what is stored. Resolves with its answer, or with null when it has not answered within half
 * a second, as when it asks the person; `onanswer` hears the answer whenever it comes.
 */
export async function askToPersist(
  manager: Manager | undefined,
  onanswer: (granted: boolean) => void = () => undefined,
): Promise<boolean | null> {
  const answer = settle(() => manager?.persist(), false);
  void answer.then(onanswer);
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_WAIT_MS));
  return Promise.race([answer, patience]);
}

async function settle<Value>(ask: () => Promise<Value> | undefined, otherwise: Value): Promise<Value> {
  try {
    return (await ask()) ?? otherwise;
  } catch {
    return otherwise;
  }
}
