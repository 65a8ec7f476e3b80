import type { JsonValue } from '../../domain/journal/fold.ts';
import type { ParsedRegister, Register } from '../../domain/journal/registers.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { MessageKey } from '../../i18n/message-key.ts';
import type { FrameworkWords } from '../results/framework-words.ts';

export interface RegisterContext {
  readonly framework: Framework;
  readonly words: FrameworkWords;
  readonly nameOf: (institution: string) => string;
}

/** Fields by the words that their forms use. */
const FIELD_WORDS: Readonly<Record<string, MessageKey>> = {
  title: 'library.roundTitle',
  country: 'library.country',
  sponsor: 'library.sponsor',
  purpose: 'library.purpose',
  closingDate: 'library.closingDate',
  marking: 'library.marking',
  version: 'report.cover.version',
  instructions: 'institutions.packs.instructions',
  confidentiality: 'institutions.packs.confidentiality',
  publication: 'validation.field.publication',
  custody: 'validation.field.custody',
  created: 'validation.field.created',
  packs: 'validation.field.packs',
  pack: 'validation.field.packs',
  underReview: 'validation.field.underReview',
  reportLanguage: 'validation.field.reportLanguage',
  route: 'validation.field.scope',
  outOfScope: 'validation.field.scope',
  contact: 'validation.field.contact',
  name: 'institutions.name',
  type: 'institutions.type',
  lead: 'library.leadInstitution',
  activity: 'plan.field.activity',
  indicators: 'plan.field.indicators',
  partners: 'plan.field.partners',
  start: 'plan.field.start',
  end: 'plan.field.end',
  resourcesAvailable: 'plan.field.resourcesAvailable',
  resourcesToFind: 'plan.field.resourcesToFind',
  successIndicator: 'plan.field.successIndicator',
  verification: 'plan.field.verification',
  dependsOn: 'plan.field.dependsOn',
  status: 'plan.field.status',
  note: 'plan.field.note',
  order: 'plan.field.order',
};
const NO_VIEW_PREFIX = 'no-view-';
const SENTENCE_PREFIX = 'sentence-';

function fieldWords(field: string, language: InterfaceLanguage): string {
  if (field.startsWith(NO_VIEW_PREFIX))
    return `${field.slice(NO_VIEW_PREFIX.length)} · ${language.t('institutions.noView')}`;
  if (field.startsWith(SENTENCE_PREFIX)) return language.t('validation.field.sentence');
  const key = Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field] : undefined;
  return key === undefined ? field : language.t(key);
}

/** Of a comment, who made it on what, as far as its id says so. */
function commentPlace(id: string, { framework, words, nameOf }: RegisterContext): string[] {
  const [institution = '', ...rest] = id.replace(/^answer\./, '').split('.');
  const indicator = rest.join('.');
  if (indicator === '') return [];
  return [
    framework.indicatorById.has(indicator) ? `${indicator} ${words.indicator(indicator)}` : '',
    nameOf(institution),
  ];
}

function placeOf(register: Register, context: RegisterContext, language: InterfaceLanguage): string[] {
  const { words, nameOf } = context;
  return [
    'indicator' in register ? `${register.indicator} ${words.indicator(register.indicator)}` : '',
    'institution' in register ? nameOf(register.institution) : '',
    'part' in register ? language.t(`institutions.part.${register.part}`) : '',
    'field' in register ? fieldWords(register.field, language) : '',
    ...(register.kind === 'comment' ? commentPlace(register.comment, context) : []),
  ].filter((part) => part !== '');
}

/** What a register is about, for a person: its kind, indicator, institution; the address where there are no words. */
export function registerWords(
  register: ParsedRegister,
  address: string,
  context: RegisterContext,
  language: InterfaceLanguage,
): string {
  if (register.kind === 'unknown') return address;
  const kind = language.t(`report.record.kind.${register.kind}`);
  return [kind, ...placeOf(register, context, language)].join(' · ');
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
    return language.t('institutions.draftNotApplicable', { reason: notApplicable });
  }
  if (typeof none === 'string') return language.t('validation.value.noTarget', { reason: none });
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
  return [...chosen, ...texts].filter((part) => part !== '').join(', ');
}

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
  if (typeof value === 'string') return stringWords(value, register, language);
  if (Array.isArray(value)) {
    const items = value.filter((item): item is string => typeof item === 'string');
    return items.length === 0 ? '–' : items.join(', ');
  }
  const words = answerWords(value, register, context, language) ?? textsOf(value, language);
  return words === '' ? language.t('validation.value.changed') : words;
}

function stringWords(value: string, register: ParsedRegister, language: InterfaceLanguage): string {
  if (register.kind === 'assignment' && (value === 'lead' || value === 'contributor')) {
    return language.t(`institutions.part.${value}`);
  }
  if (register.kind === 'action' && register.field === 'status') {
    const known = ['not-started', 'ongoing', 'done', 'blocked'] as const;
    const status = known.find((one) => one === value);
    if (status !== undefined) return language.t(`export.action.${status}`);
  }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? language.localiser.date(value) : language.localiser.text(value);
}
