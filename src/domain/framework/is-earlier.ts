/** Whether a version (`major.minor.patch`) comes before another. */
export function isEarlier(version: string, than: string): boolean {
  const [mine, theirs] = [version, than].map((one) => one.split('.').map(Number)) as [number[], number[]];
  const at = mine.findIndex((part, index) => part !== theirs[index]);
  return at !== -1 && (mine[at] ?? 0) < (theirs[at] ?? 0);
}
