/**
 * Addresses of everything an entry can set (docs/file-formats.md section 3). Parts are percent-encoded, so that neither
 * '/' nor white space can occur in them, and one address has one spelling.
 */

export type RatingPart = 'answer' | 'requirements' | 'confidence' | 'comment';
export type AgreedPart = 'answer' | 'rationale' | 'forum';

export type Register =
  | { readonly kind: 'round'; readonly field: string }
  | { readonly kind: 'institution'; readonly institution: string; readonly field: string }
  | { readonly kind: 'assignment'; readonly indicator: string; readonly institution: string }
  | {
      readonly kind: 'rating';
      readonly institution: string;
      readonly indicator: string;
      /** 1 for the first opinion, 2 for the one after discussion, ... */
      readonly vote: number;
      readonly part: RatingPart;
    }
  | { readonly kind: 'mandate'; readonly institution: string; readonly indicator: string }
  | { readonly kind: 'agreed'; readonly indicator: string; readonly part: AgreedPart }
  | { readonly kind: 'reservation'; readonly institution: string; readonly indicator: string }
  | { readonly kind: 'target'; readonly indicator: string }
  | { readonly kind: 'impact'; readonly indicator: string }
  | { readonly kind: 'ease'; readonly indicator: string }
  | { readonly kind: 'evidence'; readonly evidence: string }
  | {
      readonly kind: 'evidence-link';
      readonly indicator: string;
      readonly institution: string;
      readonly evidence: string;
    }
  | { readonly kind: 'action'; readonly action: string; readonly field: string }
  | { readonly kind: 'comment'; readonly comment: string }
  | { readonly kind: 'instrument'; readonly code: string; readonly field: string }
  | { readonly kind: 'reveal'; readonly indicator: string }
  | { readonly kind: 'endorsement'; readonly institution: string }
  | { readonly kind: 'validation' };

export type ParsedRegister = Register | { readonly kind: 'unknown'; readonly register: string };
export type RegisterKind = Register['kind'];

const RATING_PARTS: readonly string[] = ['answer', 'requirements', 'confidence', 'comment'] satisfies RatingPart[];
const AGREED_PARTS: readonly string[] = ['answer', 'rationale', 'forum'] satisfies AgreedPart[];
const MAXIMUM_VOTE = 99;

/** Names of the parts after the kind, in the order in which they stand in the address. */
const SHAPES: Readonly<Record<RegisterKind, readonly string[]>> = {
  round: ['field'],
  institution: ['institution', 'field'],
  assignment: ['indicator', 'institution'],
  rating: ['institution', 'indicator', 'vote', 'part'],
  mandate: ['institution', 'indicator'],
  agreed: ['indicator', 'part'],
  reservation: ['institution', 'indicator'],
  target: ['indicator'],
  impact: ['indicator'],
  ease: ['indicator'],
  evidence: ['evidence'],
  'evidence-link': ['indicator', 'institution', 'evidence'],
  action: ['action', 'field'],
  comment: ['comment'],
  instrument: ['code', 'field'],
  reveal: ['indicator'],
  endorsement: ['institution'],
  validation: [],
};

function isKind(text: string): text is RegisterKind {
  return Object.hasOwn(SHAPES, text);
}

/** The address of a register. Throws RangeError for an empty part, which could not be read back,
 * and URIError for half a surrogate pair. */
export function buildRegister(register: Register): string {
  const parts = register as unknown as Readonly<Record<string, string | number>>;
  const encoded = SHAPES[register.kind].map((name) => encodeURIComponent(String(parts[name])));
  if (encoded.some((part) => part === '')) throw new RangeError(`a part of the register ${register.kind} is empty`);
  return [register.kind, ...encoded].join('/');
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function isValid(register: Register): boolean {
  if (register.kind === 'rating') {
    const { vote, part } = register;
    return Number.isInteger(vote) && vote >= 1 && vote <= MAXIMUM_VOTE && RATING_PARTS.includes(part);
  }
  return register.kind !== 'agreed' || AGREED_PARTS.includes(register.part);
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
  const [kind = '', ...parts] = text.split('/');
  if (!isKind(kind)) return unknown;
  const shape = SHAPES[kind];
  const decoded = parts.map(decode);
  if (decoded.length !== shape.length || decoded.some((part) => part === null || part === '')) return unknown;
  const members = shape.map((name, index) => [name, name === 'vote' ? Number(decoded[index]) : decoded[index]]);
  const register = { kind, ...Object.fromEntries(members) } as Register;
  return isValid(register) && isCanonical(register, text) ? register : unknown;
}
