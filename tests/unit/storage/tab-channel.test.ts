import { afterEach, describe, expect, it, vi } from 'vitest';
import { openChannel, TabChannel } from '../../../src/storage/tab-channel.ts';

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
    one.onchange(own);
    const heard = new Promise((resolve) => other.onchange((assessment, ids) => resolve({ assessment, ids })));
    one.announce('benin', ['an id']);
    expect(await heard).toEqual({ assessment: 'benin', ids: ['an id'] });
    expect(own).not.toHaveBeenCalled();
  });

  it('passes on where to look, and nothing that could be shown', () => {
    const channel = fakeChannel();
    const listener = vi.fn();
    new TabChannel(channel).onchange(listener);
    for (const data of [
      null,
      'x',
      { assessment: 1, ids: [] },
      { assessment: 'a' },
      { assessment: 'a', ids: [{ id: 1 }] },
    ])
      channel.deliver(data);
    expect(listener).not.toHaveBeenCalled();
    channel.deliver({ assessment: 'a', ids: ['an id'], entries: [{ register: 'round/title', value: 'forged' }] });
    channel.deliver({ assessment: 'a', ids: null });
    expect(listener.mock.calls).toEqual([
      ['a', ['an id']],
      ['a', null],
    ]);
  });

  it('works alone where the browser has no channel, and survives one that is closed', () => {
    const alone = new TabChannel(null);
    expect(() => alone.announce('a', null)).not.toThrow();
    const channel = fakeChannel();
    channel.postMessage.mockImplementation(() => {
      throw new DOMException('closed', 'InvalidStateError');
    });
    expect(() => new TabChannel(channel).announce('a', null)).not.toThrow();
    vi.stubGlobal('BroadcastChannel', undefined);
    expect(openChannel()).toBeNull();
    vi.unstubAllGlobals();
  });
});
