import type { ParsedRegister, Register } from './all-registers.ts';
import { ALL_REGISTERS, definitionOf } from './all-registers.ts';

/**
 * Addresses as text (docs/file-formats.md section 3). Parts are percent-encoded, so that neither '/' nor white space can
 * occur in them, and one address has one spelling.
 */

const PART = /\{(\w+)\}/g;
const VOTE = '([1-9]\\d?)';
const TEXT = '([^/]+)';

const PATTERNS = ALL_REGISTERS.map(({ kind, form, fields }) => ({
  kind,
  first: /^[^/]+/.exec(form)?.[0],
  parts: [...form.matchAll(PART)].map(([, name = '']) => name),
  expression: new RegExp(`^${form.replace(PART, (_, name) => (name === 'vote' ? VOTE : TEXT))}$`),
  /** The last part is one of these, and nothing else. */
  lastParts: form.endsWith('{part}') ? Object.keys(fields ?? {}) : null,
}));

/** The address of a register. Throws RangeError for an empty part, which could not be read back,
 * and URIError for half a surrogate pair. */
export function buildRegister(register: Register): string {
  const given = new Map<string, string | number>(Object.entries(register));
  return definitionOf(register).form.replace(PART, (_, name: string) => {
    const part = encodeURIComponent(String(given.get(name) ?? ''));
    if (part === '') throw new RangeError(`a part of the register ${register.kind} is empty`);
    return part;
  });
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function isCanonical(register: Register, text: string): boolean {
  try {
    return buildRegister(register) === text;
  } catch {
    // Half a surrogate pair cannot be encoded.
    return false;
  }
}

/** The parts of an address; `unknown` for every address that `buildRegister` would not write. */
export function parseRegister(text: string): ParsedRegister {
  const unknown: ParsedRegister = { kind: 'unknown', register: text };
  const first = text.split('/', 1)[0];
  for (const pattern of PATTERNS) {
    if (pattern.first !== first) continue;
    const found = pattern.expression.exec(text);
    if (found === null) continue;
    const decoded = found.slice(1).map(decode);
    if (decoded.includes(null)) return unknown;
    if (pattern.lastParts?.includes(decoded.at(-1) ?? '') === false) return unknown;
    const members = pattern.parts.map((name, index) => [
      name,
      name === 'vote' ? Number(decoded[index]) : decoded[index],
    ]);
    const register = { kind: pattern.kind, ...Object.fromEntries(members) } as Register;
    return isCanonical(register, text) ? register : unknown;
  }
  return unknown;
}
