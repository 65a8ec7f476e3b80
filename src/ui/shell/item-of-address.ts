/**
 * What stands below a page in the address (`#/…/page/item`): what somebody went to last, while it is drawn a moment
 * later. `drawn` where the address names none or an unknown one; null where it is on its way to another page.
 */
export function itemOfAddress(page: string, drawn: string, isKnown: (item: string) => boolean): string | null {
  const { hash } = location;
  if (hash !== page && !hash.startsWith(`${page}/`)) return null;
  const named = hash.slice(page.length + 1);
  return [named, decodeSafely(named)].find(isKnown) ?? drawn;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that somebody typed: it names nothing.
    return text;
  }
}
