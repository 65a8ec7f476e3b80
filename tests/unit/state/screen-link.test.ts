import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ScreenMessage } from '../../../src/state/desks/screen-link.ts';
import { ScreenLink } from '../../../src/state/desks/screen-link.ts';

const links: ScreenLink[] = [];
function open(assessment: string) {
  const link = new ScreenLink(assessment);
  const heard: ScreenMessage[] = [];
  link.onmessage((message) => heard.push(message));
  links.push(link);
  return { link, heard };
}

afterEach(() => links.splice(0).forEach((link) => link.close()));

describe('ScreenLink', () => {
  it('tells the other window of the same assessment, and no other', async () => {
    const [projector, notes, stranger] = [open('a'), open('a'), open('b')];
    notes.link.send({ kind: 'asks' });
    await vi.waitFor(() => expect(projector.heard).toEqual([{ kind: 'asks' }]));
    projector.link.send({ kind: 'shows', item: 'IC-01' });
    notes.link.send({ kind: 'show', item: 'IC-02' });
    await vi.waitFor(() => expect(notes.heard).toEqual([{ kind: 'shows', item: 'IC-01' }]));
    await vi.waitFor(() => expect(projector.heard).toEqual([{ kind: 'asks' }, { kind: 'show', item: 'IC-02' }]));
    expect(stranger.heard).toEqual([]);
  });

  it('hears nothing that is no message', async () => {
    const notes = open('a');
    const channel = new BroadcastChannel('sextant-workshop-3');
    for (const data of [null, 'shows', { assessment: 'a' }, { assessment: 'a', kind: 'shows', item: 7 }]) {
      channel.postMessage(data);
    }
    channel.postMessage({ assessment: 'a', kind: 'shows', item: 'W-1' });
    await vi.waitFor(() => expect(notes.heard).toEqual([{ kind: 'shows', item: 'W-1' }]));
    channel.close();
  });
});
