const PREFIX = 'sextant-tab-';

/** The tabs of this browser that are open. */
export interface OpenTabs {
  /** 64 random bits of this tab. */
  readonly own: string;
  /** The other tabs that are open. */
  others(): Promise<ReadonlySet<string>>;
}

/**
 * Each tab holds a lock of its name for as long as it lives: the browser lets go of it when the tab is closed, left or
 * killed. Without locks (plain HTTP) no other tab is known of.
 */
export function openTabs(own: string, locks: LockManager | undefined): OpenTabs {
  // Given up only with the page; where the browser refuses, this tab counts as closed to the others.
  locks?.request(PREFIX + own, () => new Promise(() => {})).catch(() => {});
  return {
    own,
    others: async () => {
      const { held = [], pending = [] } = (await locks?.query().catch(() => undefined)) ?? {};
      const names = [...held, ...pending].flatMap(({ name }) => name ?? []);
      const tabs = names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
      return new Set(tabs.filter((tab) => tab !== own));
    },
  };
}
