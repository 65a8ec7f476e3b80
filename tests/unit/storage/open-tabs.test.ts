import { expect, it } from 'vitest';
import { openTabs } from '../../../src/storage/open-tabs.ts';

/** Locks as a browser has them: held until the promise of the holder is settled, here until the tab is closed. */
function browser() {
  const held = new Set<string>();
  const tabs = (own: string) => {
    const names: string[] = [];
    const locks = {
      request: (name: string, holder: () => Promise<unknown>) => {
        held.add(name);
        names.push(name);
        return holder();
      },
      query: async () => ({ held: [...held].map((name) => ({ name })), pending: [{ name: 'sextant-tab-coming' }] }),
    };
    const opened = openTabs(own, locks as unknown as LockManager);
    return { opened, close: () => names.forEach((name) => held.delete(name)) };
  };
  held.add('of something else');
  return tabs;
}

it('knows the other tabs for as long as they are open', async () => {
  const tabs = browser();
  const [one, two] = [tabs('1'), tabs('2')];
  expect(await one.opened.others()).toEqual(new Set(['2', 'coming']));
  two.close();
  expect(await one.opened.others()).toEqual(new Set(['coming']));
});

it('knows of no other tab without locks, or where they are refused', async () => {
  expect(await openTabs('1', undefined).others()).toEqual(new Set());
  const refusing = { request: () => Promise.reject(new Error('no')), query: () => Promise.reject(new Error('no')) };
  expect(await openTabs('1', refusing as unknown as LockManager).others()).toEqual(new Set());
});
