export { buildRegister, parseRegister } from '../registers/register-address.ts';
export type { ParsedRegister, RatingPart, Register, RegisterKind } from '../registers/all-registers.ts';
