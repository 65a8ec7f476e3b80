import type { FromChecking, ToChecking } from './checking-task.ts';
import { checkingDraft } from './checking-task.ts';

/** A worker's own scope: the library of the page types `self` as a window. */
const port = self as unknown as {
  onmessage: ((event: MessageEvent<ToChecking>) => void) | null;
  postMessage(message: FromChecking): void;
};

const check = checkingDraft();
port.onmessage = ({ data }) => port.postMessage(check(data));
