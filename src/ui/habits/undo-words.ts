import type { ParsedRegister } from '../../domain/registers/all-registers.ts';
import { parseRegister } from '../../domain/registers/register-address.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';
import { frameworkWords } from '../../words/framework-words.ts';
import { fieldWords } from '../../words/register-words.ts';
import { nameOfInstitution } from '../institutions/institution-words.ts';
import type { RegisterContext } from '../returns/register-words.ts';
import { valueWords } from '../returns/register-words.ts';
import { indicatorsOf, kindOf } from '../shell/undo-name.ts';

type Undoable = Pick<AssessmentSession, 'undoable' | 'framework' | 'textsIn' | 'assessment'>;

/** A longer text is not read out: the kind of thing says enough. */
const LONGEST_VALUE = 40;

/** Of the round, and of what was sent, the field: the kind would say nothing of what it is. */
const thingOf = (register: ParsedRegister, language: InterfaceLanguage): string =>
  register.kind === 'round' || (register.kind === 'institution' && register.field === 'pack')
    ? fieldWords(register, language)
    : kindOf(register, language);

/** What undoing takes back, whole: `LM-10, level 3 Developed`, or the kind of thing with what it holds where that is short. */
export function undoWords(session: Undoable, language: InterfaceLanguage): string {
  const { undoable, framework } = session;
  const registers = undoable.map(({ register }) => parseRegister(register));
  const [register] = registers;
  const value = undoable[0]?.value;
  if (register === undefined || value === undefined) return '';
  const named = indicatorsOf(registers);
  const kind = thingOf(register, language);
  const context: RegisterContext = {
    framework,
    words: frameworkWords(framework, session.textsIn(language.code), language.localiser),
    nameOf: (institution) => nameOfInstitution(institution, session, language),
  };
  const said = value === true || value === null ? '' : valueWords(value, register, context, language);
  // That it was changed says nothing of what it was.
  const short = said.length > LONGEST_VALUE || said === language.t('validation.value.changed') ? '' : said;
  const isLevel = typeof value === 'object' && value !== null && 'level' in value && typeof value['level'] === 'string';
  const parts = isLevel ? [named, language.t('habits.level', { level: said })] : [named, kind, short];
  return language.localiser.row(parts.filter((part) => part !== ''));
}
