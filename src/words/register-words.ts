import type { ParsedRegister, Register, RegisterKind } from '../domain/registers/all-registers.ts';
import type { actionFields } from '../domain/registers/action.ts';
import type { institutionFields } from '../domain/registers/institution.ts';
import type { instrumentFields } from '../domain/registers/instrument.ts';
import type { measureFields } from '../domain/registers/measure.ts';
import type { roundFields } from '../domain/registers/round.ts';
import type { Localiser } from '../i18n/localiser.ts';
import type { MessageKey } from '../i18n/message-key.ts';

/** What the words of a register need to know of the assessment it stands in. */
export interface RegisterWording {
  readonly t: Localiser['t'];
  /** Code and title of an indicator; the id alone where the framework lacks it. */
  readonly indicator: (id: string) => string;
  readonly institution: (id: string) => string;
  readonly domain: (id: string) => string;
}

/** A field that is missing here does not compile: nobody is shown the name that the journal has for it. */
type FieldWords<Fields> = Readonly<Record<keyof Fields, MessageKey>>;

const ROUND: FieldWords<typeof roundFields> = {
  created: 'validation.field.created',
  title: 'setup.roundTitle',
  country: 'setup.country',
  lead: 'setup.leadInstitution',
  sponsor: 'setup.sponsor',
  purpose: 'setup.purpose',
  confidentiality: 'institutions.packs.confidentiality',
  instructions: 'institutions.packs.instructions',
  participants: 'validation.field.participants',
  custody: 'validation.field.custody',
  packs: 'validation.field.packs',
  closingDate: 'setup.closingDate',
  marking: 'setup.marking',
  contexts: 'validation.field.contexts',
  scope: 'validation.field.scope',
  route: 'validation.field.scope',
  outOfScope: 'validation.field.scope',
  reportLanguage: 'validation.field.reportLanguage',
  version: 'report.cover.version',
  logo: 'validation.field.logo',
  publication: 'validation.field.publication',
  returnsDue: 'institutions.returnsDue',
  workshopDate: 'institutions.workshopDate',
  status: 'validation.status',
  underReview: 'validation.field.underReview',
  lenses: 'validation.field.lenses',
  horizon: 'validation.field.horizon',
  fictional: 'validation.field.fictional',
  currency: 'report.cover.currency',
  localWords: 'round.words',
  decision: 'report.decision',
  programme: 'letters.agenda.table',
  present: 'workshop.programme.present',
  foreword: 'report.section.foreword',
  acknowledgements: 'report.section.acknowledgements',
  recommendations: 'report.section.recommendations',
  keyFigures: 'report.section.keyFigures',
};

const INSTITUTION: FieldWords<typeof institutionFields> = {
  name: 'institutions.name',
  type: 'institutions.type',
  role: 'validation.field.role',
  contact: 'validation.field.contact',
  removed: 'validation.field.removed',
  joinedInto: 'validation.field.joinedInto',
  pack: 'validation.field.packs',
};

const ACTION: FieldWords<typeof actionFields> = {
  activity: 'plan.field.activity',
  indicators: 'plan.field.indicators',
  lead: 'plan.field.lead',
  partners: 'plan.field.partners',
  start: 'plan.field.start',
  end: 'plan.field.end',
  resourcesAvailable: 'plan.field.resourcesAvailable',
  resourcesToFind: 'plan.field.resourcesToFind',
  costOnce: 'plan.field.costOnce',
  costYearly: 'plan.field.costYearly',
  costThere: 'plan.field.costThere',
  successIndicator: 'plan.field.successIndicator',
  verification: 'plan.field.verification',
  status: 'plan.field.status',
  note: 'plan.field.note',
  pinned: 'validation.field.pinned',
  dependsOn: 'plan.field.dependsOn',
  order: 'plan.field.order',
  removed: 'validation.field.removed',
};

const MEASURE: FieldWords<typeof measureFields> = {
  title: 'plan.field.title',
  indicators: 'plan.field.indicators',
  lead: 'plan.field.lead',
  partners: 'plan.field.partners',
  responsible: 'plan.field.responsible',
  costOnce: 'plan.field.costOnce',
  costYearly: 'plan.field.costYearly',
  order: 'plan.field.order',
};

const INSTRUMENT: FieldWords<typeof instrumentFields> = {
  title: 'validation.field.instrumentTitle',
  status: 'validation.field.instrumentStatus',
  date: 'validation.field.instrumentDate',
  entryIntoForce: 'validation.field.entryIntoForce',
  reservations: 'validation.field.reservations',
  note: 'plan.field.note',
};

const FIELDS: Readonly<Partial<Record<RegisterKind, Readonly<Record<string, MessageKey>>>>> = {
  round: ROUND,
  institution: INSTITUTION,
  action: ACTION,
  measure: MEASURE,
  instrument: INSTRUMENT,
};

/** Of a comment, who made it on what, as far as its id says so. */
function commentPlace(id: string, { indicator, institution }: RegisterWording): string[] {
  const [whose = '', ...rest] = id.replace(/^answer\./, '').split('.');
  const about = rest.join('.');
  return about === '' ? [] : [about.startsWith('-') ? '' : indicator(about), institution(whose)];
}

/** The field of a register in words; '' for one that has none. */
export function fieldWords(register: Register, { t }: Pick<RegisterWording, 't'>): string {
  if ('part' in register) return t(`report.record.part.${register.part}`);
  if (!('field' in register)) return '';
  const known = FIELDS[register.kind] ?? {};
  const key = Object.hasOwn(known, register.field) ? known[register.field] : undefined;
  return t(key ?? 'validation.field.newer');
}

/** What a register is about, for a person: its kind, indicator, institution and field, in words, each where it has one. */
export function registerWords(register: ParsedRegister, wording: RegisterWording): readonly string[] {
  const { t, indicator, institution, domain } = wording;
  if (register.kind === 'unknown') return [t('report.record.kind.unknown')];
  return [
    t(`report.record.kind.${register.kind}`),
    'indicator' in register ? indicator(register.indicator) : '',
    'domain' in register ? domain(register.domain) : '',
    'institution' in register ? institution(register.institution) : '',
    fieldWords(register, wording),
    ...(register.kind === 'comment' ? commentPlace(register.comment, wording) : []),
  ].filter((part) => part !== '');
}
