import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import type { ParsedRegister } from '../../domain/registers/all-registers.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { textsIn } from '../../domain/framework/framework.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import { writtenApart } from '../../i18n/written-apart.ts';
import { registerWords as wordsOfRegister } from '../../words/register-words.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

export interface RegisterContext {
  readonly framework: Framework;
  readonly words: FrameworkWords;
  readonly nameOf: (institution: string) => string;
}

/** What a register is about, for a person, in one line. */
export function registerWords(register: ParsedRegister, context: RegisterContext, language: InterfaceLanguage): string {
  const { framework, words, nameOf: institution } = context;
  const indicator = (id: string) => (framework.indicatorById.has(id) ? `${id} ${words.indicator(id)}` : id);
  const domain = (id: string) => words.domain(id);
  return wordsOfRegister(register, { t: language.t, indicator, institution, domain }).join(' · ');
}

type JsonObject = Extract<JsonValue, Readonly<Record<string, unknown>>>;

function answerWords(
  { level, notApplicable, unknown, none }: JsonObject,
  register: ParsedRegister,
  { framework, words }: RegisterContext,
  language: InterfaceLanguage,
): string | null {
  const indicator = 'indicator' in register ? framework.indicatorById.get(register.indicator) : undefined;
  if (typeof level === 'string') return indicator === undefined ? level : words.level(indicator.scale, level);
  if (typeof notApplicable === 'string') {
    return language.t('institutions.draftNotApplicable', { reason: writtenApart(language.localiser, notApplicable) });
  }
  if (typeof none === 'string')
    return language.t('validation.value.noTarget', { reason: writtenApart(language.localiser, none) });
  return unknown === true ? language.t('assess.unknown') : null;
}

/** The texts of a value, dates written out: what a person typed, in the order of the file. */
function textsOf(value: JsonObject, language: InterfaceLanguage): string {
  const { decision, state, ...typed } = value;
  const chosen = [
    typeof decision === 'string' && ['accepted', 'partly', 'not-accepted'].includes(decision)
      ? language.t(`validation.matrix.${decision as 'accepted' | 'partly' | 'not-accepted'}`)
      : '',
    state === 'prepared' || state === 'endorsed' ? language.t(`institutions.state.${state}`) : '',
  ];
  const known = [
    'title',
    'text',
    'name',
    'holder',
    'by',
    'function',
    'forum',
    'date',
    'until',
    'note',
    'suggests',
    'passage',
  ];
  const texts = known.flatMap((name) => {
    const text = typed[name];
    if (typeof text !== 'string' || text === '') return [];
    return [/^\d{4}-\d\d-\d\d$/.test(text) ? language.localiser.date(text) : language.localiser.text(text)];
  });
  return language.localiser.row([...chosen, ...texts].filter((part) => part !== ''));
}

/** Every text of a value that holds them by language. */
function leaves(value: JsonValue): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, own]) => (name === 'factsHash' ? [] : leaves(own as JsonValue)));
}

const BY_LANGUAGE = ['decision', 'foreword', 'acknowledgements', 'recommendations', 'keyFigures', 'localWords'];
const isByLanguage = (register: ParsedRegister) =>
  register.kind === 'practice' || (register.kind === 'round' && BY_LANGUAGE.includes(register.field));

/** What a value says: levels and answers in words, texts as they are, anything else as "changed". */
export function valueWords(
  value: JsonValue,
  register: ParsedRegister,
  context: RegisterContext,
  language: InterfaceLanguage,
): string {
  if (value === null) return language.t('institutions.conflict.taken');
  if (typeof value === 'boolean') return language.t(value ? 'validation.value.yes' : 'validation.value.no');
  if (typeof value === 'number') return language.localiser.number(value);
  if (typeof value === 'string') return stringWords(value, register, context, language);
  if (isByLanguage(register)) return language.localiser.text(leaves(value).join(' · '));
  if (Array.isArray(value)) {
    const said = value.filter((item): item is string => typeof item === 'string');
    if (said.length === 0) return '–';
    // Each is a sentence.
    if (register.kind === 'rating') return said.map((address) => context.words.requirement(address)).join(' ');
    return language.localiser.row(said);
  }
  const words = answerWords(value, register, context, language) ?? textsOf(value, language);
  return words === '' ? language.t('validation.value.changed') : words;
}

/** What a field of an institution holds as a code; undefined for what somebody wrote. */
function institutionWords(
  value: string,
  field: string,
  { framework, nameOf }: RegisterContext,
  language: InterfaceLanguage,
): string | undefined {
  switch (field) {
    case 'joinedInto':
      return nameOf(value);
    case 'role':
      return language.t(value === 'observer' ? 'institutions.observer' : 'institutions.institution');
    case 'type':
      return textsIn(framework, language.code).institutionTypes?.[value];
    default:
      return undefined;
  }
}

function stringWords(
  value: string,
  register: ParsedRegister,
  context: RegisterContext,
  language: InterfaceLanguage,
): string {
  if (register.kind === 'institution') {
    const words = institutionWords(value, register.field, context, language);
    if (words !== undefined) return words;
  }
  if (register.kind === 'assignment' && (value === 'lead' || value === 'contributor')) {
    return language.t(`institutions.part.${value}`);
  }
  if (register.kind === 'action' && register.field === 'status') {
    const known = ['not-started', 'ongoing', 'done', 'blocked'] as const;
    const status = known.find((one) => one === value);
    if (status !== undefined) return language.t(`export.action.${status}`);
  }
  if (register.kind === 'rating' && register.part === 'confidence') {
    const confidence = (['high', 'medium', 'low'] as const).find((one) => one === value);
    if (confidence !== undefined) return language.t(`beside.confidence.${confidence}`);
  }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? language.localiser.date(value) : language.localiser.text(value);
}

/** Who wrote an entry, by the actor that it names. */
export function actorWords(actor: string, context: RegisterContext, language: InterfaceLanguage): string {
  const [kind, institution] = actor.split(':');
  return institution === undefined || kind === 'facilitator'
    ? language.t('institutions.conflict.facilitator')
    : context.nameOf(institution);
}
