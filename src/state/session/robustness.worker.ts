import { robustnessInSteps } from '../../domain/robustness/analyse-robustness.ts';
import type { FromRobustnessWorker, RobustnessTask } from './robustness-task.ts';

/** A worker's own scope: the library of the page types `self` as a window. */
const port = self as unknown as {
  onmessage: ((event: MessageEvent<RobustnessTask>) => void) | null;
  postMessage(message: FromRobustnessWorker): void;
};

port.onmessage = ({ data: { framework, answers, outOfScope, engine } }) => {
  const run = robustnessInSteps(framework, answers, { outOfScope, engine });
  let step = run.next();
  for (; step.done !== true; step = run.next()) port.postMessage({ share: step.value });
  port.postMessage({ robustness: step.value });
};
