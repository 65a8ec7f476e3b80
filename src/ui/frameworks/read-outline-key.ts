export type OutlineKey =
  | { readonly kind: 'go'; readonly rows: number }
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'move'; readonly direction: -1 | 1 };

/** What a key means on the outline of a framework: arrows go, unfold and fold, with Alt they move what is chosen. */
export function readOutlineKey(event: KeyboardEvent, rightToLeft: boolean): OutlineKey | null {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return null;
  if (altKey) {
    if (key === 'ArrowUp') return { kind: 'move', direction: -1 };
    return key === 'ArrowDown' ? { kind: 'move', direction: 1 } : null;
  }
  switch (key) {
    case 'ArrowDown':
      return { kind: 'go', rows: 1 };
    case 'ArrowUp':
      return { kind: 'go', rows: -1 };
    case 'PageDown':
      return { kind: 'go', rows: 10 };
    case 'PageUp':
      return { kind: 'go', rows: -10 };
    case 'Home':
      return { kind: 'go', rows: -Infinity };
    case 'End':
      return { kind: 'go', rows: Infinity };
    case 'ArrowRight':
      return { kind: rightToLeft ? 'close' : 'open' };
    case 'ArrowLeft':
      return { kind: rightToLeft ? 'open' : 'close' };
    default:
      return null;
  }
}
