export type WorkshopKey =
  | { readonly kind: 'digit'; readonly digit: number }
  | {
      readonly kind:
        | 'next'
        | 'previous'
        | 'open'
        | 'room'
        | 'agree'
        | 'reserve'
        | 'evidence'
        | 'timer'
        | 'languages'
        | 'help'
        | 'store'
        | 'erase'
        | 'close';
    };

const LETTERS: Readonly<Record<string, Exclude<WorkshopKey['kind'], 'digit'>>> = {
  o: 'open',
  v: 'room',
  a: 'agree',
  r: 'reserve',
  e: 'evidence',
  t: 'timer',
  l: 'languages',
  n: 'next',
  p: 'previous',
  '?': 'help',
  h: 'help',
  PageDown: 'next',
  PageUp: 'previous',
  Escape: 'close',
  Enter: 'store',
  Backspace: 'erase',
};

/** What a key press means on the workshop screen; null inside a field, where keys are text, but for Escape. */
export function readWorkshopKey(event: KeyboardEvent, rightToLeft: boolean): WorkshopKey | null {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  const inField =
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
  if (inField) return key === 'Escape' ? { kind: 'close' } : null;
  if (key === 'Enter' && target instanceof HTMLElement && target.closest('a, button, summary') !== null) return null;
  if (/^\d$/.test(key)) return { kind: 'digit', digit: Number(key) };
  if (key === 'ArrowRight') return { kind: rightToLeft ? 'previous' : 'next' };
  if (key === 'ArrowLeft') return { kind: rightToLeft ? 'next' : 'previous' };
  const kind = LETTERS[key.length === 1 ? key.toLowerCase() : key];
  return kind === undefined ? null : { kind };
}
