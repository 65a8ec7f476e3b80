import { describe, expect, it } from 'vitest';
import { analyseRobustness } from '../../../src/domain/robustness/analyse-robustness.ts';
import type { RobustnessStatus } from '../../../src/state/session/robustness-runner.svelte.ts';
import { RobustnessRunner } from '../../../src/state/session/robustness-runner.svelte.ts';
import type {
  FromRobustnessWorker,
  RobustnessTask,
  RobustnessWorker,
} from '../../../src/state/session/robustness-task.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { answersOf } from '../domain/framework-of.ts';

const framework = pairedFramework();
const answers = answersOf({ 'R-1': 'mature', 'R-2': 'emerging', 'R-3': 'nascent', 'W-1': 'mature', 'W-2': 'nascent' });
const task: RobustnessTask = { framework, answers, outOfScope: new Set(), engine: 2 };
const expected = analyseRobustness(framework, answers);

/** A worker whose messages the test sends. */
class FakeWorker implements RobustnessWorker {
  onmessage: RobustnessWorker['onmessage'] = null;
  onerror: RobustnessWorker['onerror'] = null;
  tasks: RobustnessTask[] = [];
  terminated = false;
  postMessage(sent: RobustnessTask): void {
    this.tasks.push(structuredClone(sent));
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: FromRobustnessWorker): void {
    if (!this.terminated) this.onmessage?.({ data } as MessageEvent<FromRobustnessWorker>);
  }
}

const shareOf = (status: RobustnessStatus) => (status.state === 'running' ? status.share : null);
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('RobustnessRunner', () => {
  it('computes on the page where there is no worker', async () => {
    const runner = new RobustnessRunner(() => Promise.resolve(null));
    expect(runner.status).toEqual({ state: 'idle' });
    const running = runner.start(task);
    expect(shareOf(runner.status)).toBe(0);
    await running;
    expect(runner.status).toEqual({ state: 'done', robustness: expected, of: answers });
  });

  it('shows how far the worker is, takes its result and lets it go', async () => {
    const worker = new FakeWorker();
    const runner = new RobustnessRunner(() => Promise.resolve(worker));
    const running = runner.start(task);
    await turn();
    expect(worker.tasks).toEqual([{ ...task, framework: { ...framework, texts: {} } }]);
    worker.say({ share: 0.4 });
    expect(shareOf(runner.status)).toBe(0.4);
    worker.say({ robustness: expected });
    await running;
    expect(runner.status).toMatchObject({ state: 'done', robustness: expected });
    expect(worker.terminated).toBe(true);
  });

  it('goes on without the worker when that fails', async () => {
    const worker = new FakeWorker();
    const runner = new RobustnessRunner(() => Promise.resolve(worker));
    const running = runner.start(task);
    await turn();
    worker.onerror?.(new Event('error') as ErrorEvent);
    await running;
    expect(runner.status).toMatchObject({ state: 'done', robustness: expected });
  });

  it('stops when asked, and does not hear a run that was ended', async () => {
    const workers = [new FakeWorker(), new FakeWorker()];
    let started = 0;
    const runner = new RobustnessRunner(() => Promise.resolve(workers[started++] ?? null));
    const first = runner.start(task);
    await turn();
    runner.cancel();
    await first;
    expect(workers[0]!.terminated).toBe(true);
    expect(runner.status).toEqual({ state: 'idle' });
    const second = runner.start(task);
    await turn();
    workers[0]!.terminated = false;
    workers[0]!.say({ robustness: { ...expected, seed: 99 } });
    workers[1]!.say({ robustness: expected });
    await second;
    expect(runner.status).toMatchObject({ state: 'done', robustness: { seed: 1 } });
  });

  it('stops on the page too', async () => {
    const runner = new RobustnessRunner(() => Promise.resolve(null));
    const running = runner.start(task);
    runner.cancel();
    await running;
    expect(runner.status).toEqual({ state: 'idle' });
  });
});
