/** Whether a key press belongs to a control that has its own use for it: no key of a page acts while somebody types. */
export function isBusyWith(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog') !== null || target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  // Enter follows a link or presses a button, as everywhere.
  return key === 'Enter' && target.closest('a, button, summary') !== null;
}
