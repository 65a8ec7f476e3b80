/** The letters that a QR code packs into five and a half bits each; nothing of it is changed on the way as text. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = ALPHABET.length;

function lettersOf(value: number, count: number): string {
  let rest = value;
  let letters = '';
  for (let place = 0; place < count; place += 1) {
    letters += ALPHABET[rest % BASE] ?? '';
    rest = Math.floor(rest / BASE);
  }
  return letters;
}

/** Bytes as base 45: three letters for two bytes, two for a last single one (RFC 9285). */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    const [first = 0, second] = [bytes[index], bytes[index + 1]];
    text += second === undefined ? lettersOf(first, 2) : lettersOf(first * 256 + second, 3);
  }
  return text;
}

/** The bytes of a base 45 text; null where it is none. */
export function decodeBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 3) {
    const digits = [...text.slice(index, index + 3)].map((letter) => ALPHABET.indexOf(letter));
    if (digits.includes(-1)) return null;
    const value = digits.reduceRight((sum, digit) => sum * BASE + digit, 0);
    const isPair = digits.length === 3;
    if (value > (isPair ? 0xffff : 0xff)) return null;
    if (isPair) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}
