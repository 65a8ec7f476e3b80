const DATA = /^data:[^,]*;base64,/;

/** The bytes in a `data:` address, or null for any other: the portable file carries its fonts and may fetch nothing. */
export function decodeDataAddress(address: string): Uint8Array | null {
  const head = DATA.exec(address)?.[0];
  if (head === undefined) return null;
  const binary = atob(address.slice(head.length));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
