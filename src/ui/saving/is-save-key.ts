/** Ctrl+S, on a Mac Cmd+S, also where the keyboard writes other letters than Latin ones. */
export function isSaveKey(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>) {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isS = key.toLowerCase() === 's' || (code === 'KeyS' && !/^[a-z]$/i.test(key));
  return isS && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
