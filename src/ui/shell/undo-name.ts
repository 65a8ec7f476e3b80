import type { ParsedRegister } from '../../domain/registers/all-registers.ts';
import { parseRegister } from '../../domain/registers/register-address.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';

const MOST_NAMED = 2;

/** The indicators that registers are about, the first two by name. */
export function indicatorsOf(registers: readonly ParsedRegister[]): string {
  const named = new Set(registers.flatMap((register) => ('indicator' in register ? [register.indicator] : [])));
  const first = [...named].slice(0, MOST_NAMED).join(', ');
  return named.size > MOST_NAMED ? `${first}…` : first;
}

/** The kind of thing that a register holds. */
export function kindOf(register: ParsedRegister | undefined, { t }: Pick<InterfaceLanguage, 't'>): string {
  return register === undefined || register.kind === 'unknown' ? '' : t(`report.record.kind.${register.kind}`);
}

/** Of what undoing takes back, in few words: the indicators, else what of the round, else the kind of thing. */
export function undoName(
  { undoable }: Pick<AssessmentSession, 'undoable'>,
  language: Pick<InterfaceLanguage, 't' | 'localiser'>,
): string {
  const registers = undoable.map(({ register }) => parseRegister(register));
  const [first] = registers;
  const ofRound = first?.kind === 'round' ? language.localiser.find(`validation.field.${first.field}`) : undefined;
  return indicatorsOf(registers) || (ofRound ?? kindOf(first, language));
}
