const AGE_HEAD = new TextEncoder().encode('age-encryption.org/v1');

/** Whether a file begins as an age file does; the rest of encryption is loaded only when it is wanted. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return AGE_HEAD.every((byte, index) => bytes[index] === byte);
}
