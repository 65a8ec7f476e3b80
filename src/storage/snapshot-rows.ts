import type { Snapshot, SnapshotRow } from './database-schema.ts';

/** The one that was taken last first, whatever the clock said; those of an earlier version have no order, and are older. */
export function latestFirst(rows: readonly SnapshotRow[]): SnapshotRow[] {
  return [...rows].sort((a, b) => (b.order ?? 0) - (a.order ?? 0) || (a.at < b.at ? 1 : -1));
}

/** The row of a new snapshot, and the others, the one that was taken last first. */
export function nextSnapshot(
  rows: readonly SnapshotRow[],
  assessment: string,
  snapshot: Snapshot,
): { readonly row: SnapshotRow; readonly others: readonly SnapshotRow[] } {
  const before = latestFirst(rows);
  return {
    row: { assessment, order: (before[0]?.order ?? 0) + 1, ...snapshot },
    others: before.filter(({ at }) => at !== snapshot.at),
  };
}
