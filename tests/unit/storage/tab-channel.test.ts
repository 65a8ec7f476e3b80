import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { openChannel, TabChannel } from '../../../src/storage/tab-channel.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const [entry] = sampleAssessment().journal.entries as [Entry];

/** A channel that delivers what is posted to whoever listens at the other end. */
function fakeChannel() {
  const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
  return {
    deliver: (data: unknown) => listeners.forEach((listener) => listener({ data } as MessageEvent<unknown>)),
    postMessage: vi.fn(),
    addEventListener: (_type: 'message', listener: (event: MessageEvent<unknown>) => void) =>
      void listeners.push(listener),
    close: vi.fn(),
  };
}

describe('TabChannel', () => {
  const open: TabChannel[] = [];
  afterEach(() => open.splice(0).forEach((channel) => channel.close()));

  it('tells other tabs, not its own', async () => {
    const [one, other] = [new TabChannel(), new TabChannel()];
    open.push(one, other);
    const own = vi.fn();
    one.onentries(own);
    const heard = new Promise((resolve) => other.onentries((assessment, entries) => resolve({ assessment, entries })));
    one.announce('benin', [entry]);
    expect(await heard).toEqual({ assessment: 'benin', entries: [entry] });
    expect(own).not.toHaveBeenCalled();
  });

  it('passes on only what is an entry', () => {
    const channel = fakeChannel();
    const listener = vi.fn();
    new TabChannel(channel).onentries(listener);
    for (const data of [null, 'x', { assessment: 1 }, { assessment: 'a', entries: [{ id: 1 }] }]) channel.deliver(data);
    expect(listener).not.toHaveBeenCalled();
    channel.deliver({ assessment: 'a', entries: [{ id: 1 }, entry] });
    expect(listener).toHaveBeenCalledExactlyOnceWith('a', [entry]);
  });

  it('works alone where the browser has no channel, and survives one that is closed', () => {
    const alone = new TabChannel(null);
    expect(() => alone.announce('a', [entry])).not.toThrow();
    const channel = fakeChannel();
    channel.postMessage.mockImplementation(() => {
      throw new DOMException('closed', 'InvalidStateError');
    });
    expect(() => new TabChannel(channel).announce('a', [entry])).not.toThrow();
    vi.stubGlobal('BroadcastChannel', undefined);
    expect(openChannel()).toBeNull();
    vi.unstubAllGlobals();
  });
});
