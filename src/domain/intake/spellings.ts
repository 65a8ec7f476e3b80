import { foldWords } from '../fold-words.ts';

/**
 * What people write in cells, for each language of the app: the one home of such words. All are as `foldWords` leaves
 * them. A word stands here only where it can mean one thing, in whatever language of the app.
 */
export interface Spellings {
  /** Before the number of a level. */
  readonly level: readonly string[];
  readonly unknown: readonly string[];
  readonly notApplicable: readonly string[];
  readonly notOurs: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Of an institution that comments and does not rate. */
  readonly observer: readonly string[];
  readonly confidence: Readonly<Record<'high' | 'medium' | 'low', readonly string[]>>;
  readonly access: Readonly<Record<'public' | 'internal' | 'restricted', readonly string[]>>;
  readonly state: Readonly<Record<'prepared' | 'endorsed', readonly string[]>>;
  readonly status: Readonly<Record<'not-started' | 'ongoing' | 'done' | 'blocked', readonly string[]>>;
  /** January first; each with its short forms, without a full stop. */
  readonly months: readonly (readonly string[])[];
  /** After the number of a day, and before it. */
  readonly ordinals: readonly string[];
  /** Words of a date that say nothing of it: names of weekdays, `le`, `of`. */
  readonly dateNoise: readonly string[];
}

export const SPELLINGS = {
  en: {
    level: ['level', 'lvl', 'l', 'stage'],
    unknown: [
      'unknown',
      "don't know",
      'dont know',
      'do not know',
      'not known',
      "we don't know",
      "i don't know",
      'dk',
      '?',
    ],
    notApplicable: ['n/a', 'na', 'n.a.', 'n.a', 'n / a', 'not applicable', 'does not apply', 'inapplicable'],
    notOurs: ['not our mandate', 'not ours', 'outside our mandate', 'not in our mandate', 'not our responsibility'],
    yes: ['yes', 'y', 'true', 'x', '1', 'ok', 'met', 'done', '✓', '✔', '☑', '☒'],
    no: ['no', 'n', 'false', '0', 'not met', '✗', '✘', '☐'],
    observer: ['observer', 'observers', 'observing'],
    confidence: {
      high: ['high', 'very sure', 'sure', 'certain'],
      medium: ['medium', 'moderate', 'average', 'fairly sure'],
      low: ['low', 'not sure', 'unsure'],
    },
    access: {
      public: ['public', 'everybody', 'everyone'],
      internal: ['internal', 'internal use'],
      restricted: ['restricted', 'confidential'],
    },
    state: {
      prepared: ['prepared', 'draft'],
      endorsed: ['endorsed', 'approved', 'signed', 'endorsed by the hierarchy'],
    },
    status: {
      'not-started': ['not started', 'not begun', 'to do', 'planned'],
      ongoing: ['ongoing', 'on-going', 'in progress', 'under way', 'underway', 'started'],
      done: ['done', 'completed', 'complete', 'finished', 'achieved'],
      blocked: ['blocked', 'stopped', 'suspended', 'on hold'],
    },
    months: [
      ['january', 'jan'],
      ['february', 'feb'],
      ['march', 'mar'],
      ['april', 'apr'],
      ['may'],
      ['june', 'jun'],
      ['july', 'jul'],
      ['august', 'aug'],
      ['september', 'sep', 'sept'],
      ['october', 'oct'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    ordinals: ['st', 'nd', 'rd', 'th'],
    dateNoise: [
      ...['of', 'the', 'on'],
      ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
      ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    ],
  },
  fr: {
    level: ['niveau', 'niv', 'n', 'palier', 'stade'],
    unknown: ['ne sait pas', 'ne sais pas', 'nsp', 'n.s.p.', 'nspp', 'ne se prononce pas', 'inconnu', 'ne savons pas'],
    notApplicable: [
      's/o',
      'so',
      's.o.',
      's.o',
      's / o',
      'sans objet',
      'non applicable',
      "ne s'applique pas",
      'inapplicable',
    ],
    notOurs: ['hors de notre mandat', 'hors mandat', 'pas notre mandat', 'hors de notre competence', 'hors competence'],
    yes: ['oui', 'o', 'vrai', 'x', 'rempli', 'remplie', 'fait', 'atteint', 'atteinte'],
    no: ['non', 'faux', 'non rempli', 'non remplie', 'pas rempli', 'pas remplie', 'pas encore'],
    observer: ['observateur', 'observatrice', 'observateurs'],
    confidence: {
      high: ['eleve', 'elevee', 'forte', 'fort', 'haute', 'sur', 'certain', 'certaine'],
      medium: ['moyen', 'moyenne'],
      low: ['faible', 'basse', 'pas sur', 'incertain', 'incertaine'],
    },
    access: {
      public: ['public', 'publique', 'tous', 'tout le monde'],
      internal: ['interne', 'usage interne'],
      restricted: ['restreint', 'restreinte', 'confidentiel', 'confidentielle'],
    },
    state: {
      prepared: ['prepare', 'preparee', 'prepares', 'preparees', 'projet'],
      endorsed: [
        'vise',
        'visee',
        'vises',
        'visees',
        'valide',
        'validee',
        'valides',
        'validees',
        'signe',
        'signees',
        'approuve',
        'approuvees',
      ],
    },
    status: {
      'not-started': ['non commence', 'non commencee', 'pas commence', 'pas commencee', 'a faire', 'prevu', 'prevue'],
      ongoing: ['en cours', 'commence', 'commencee', 'engage', 'engagee'],
      done: ['realise', 'realisee', 'termine', 'terminee', 'acheve', 'achevee', 'fait', 'faite'],
      blocked: ['bloque', 'bloquee', 'suspendu', 'suspendue', 'arrete', 'arretee'],
    },
    months: [
      ['janvier', 'janv', 'jan'],
      ['fevrier', 'fevr', 'fev'],
      ['mars', 'mar'],
      ['avril', 'avr'],
      ['mai'],
      ['juin'],
      ['juillet', 'juil'],
      ['aout'],
      ['septembre', 'sept', 'sep'],
      ['octobre', 'oct'],
      ['novembre', 'nov'],
      ['decembre', 'dec'],
    ],
    ordinals: ['er', 'e', 'eme'],
    dateNoise: [
      ...['le', 'du', 'de'],
      ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
      ...['lun', 'mer', 'jeu', 'ven', 'sam', 'dim'],
    ],
  },
} as const satisfies Readonly<Record<string, Spellings>>;

const ALL: readonly Spellings[] = Object.values(SPELLINGS);

/** The words of one meaning in every language. */
export function spellingsOf(pick: (spellings: Spellings) => readonly string[]): ReadonlySet<string> {
  return new Set(ALL.flatMap(pick));
}

export type SpelledChoice = 'confidence' | 'access' | 'state' | 'status';

const CHOICES: ReadonlyMap<string, string> = new Map(
  ALL.flatMap((spellings) =>
    (['confidence', 'access', 'state', 'status'] as const).flatMap((list) =>
      Object.entries(spellings[list]).flatMap(([id, words]) => words.map((word) => [`${list} ${word}`, id] as const)),
    ),
  ),
);

/** The id that a word stands for in a list to choose from; null for any other word. */
export function spelledChoice(list: SpelledChoice, text: string): string | null {
  return CHOICES.get(`${list} ${bareWord(text)}`) ?? null;
}

const YES = spellingsOf(({ yes }) => yes);
const NO = spellingsOf(({ no }) => no);

/** What stands in a cell for a requirement that is met, not met or under way; null for any other word. */
export function spelledRequirementState(text: string): 'yes' | 'no' | 'under-way' | null {
  const word = bareWord(text);
  if (YES.has(word)) return 'yes';
  if (NO.has(word)) return 'no';
  return spelledChoice('status', text) === 'ongoing' ? 'under-way' : null;
}

const UNKNOWN = spellingsOf(({ unknown }) => unknown);
const NOT_APPLICABLE = spellingsOf(({ notApplicable }) => notApplicable);
const NOT_OURS = spellingsOf(({ notOurs }) => notOurs);

/** What stands in a cell of answers beside levels; null for any other word. */
export function spelledAnswer(text: string): 'unknown' | 'not-applicable' | 'not-ours' | null {
  for (const word of [foldWords(text), bareWord(text)]) {
    if (UNKNOWN.has(word)) return 'unknown';
    if (NOT_APPLICABLE.has(word)) return 'not-applicable';
    if (NOT_OURS.has(word)) return 'not-ours';
  }
  return null;
}

/** A word without the signs around it that say nothing: quotation marks, brackets, a full stop at its end. */
export function bareWord(text: string): string {
  return foldWords(text)
    .replace(/^["'«»“”([]+\s*/, '')
    .replace(/\s*["'«»“”)\].,;:!]+$/, '');
}
