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
}

export const SPELLINGS = {
  en: {
    level: ['level', 'lvl', 'l', 'stage', 'number'],
    unknown: [
      'unknown',
      "don't know",
      'dont know',
      'do not know',
      'not known',
      "we don't know",
      "i don't know",
      ...['dk', 'cannot say', '?', '??', '???'],
    ],
    notApplicable: ['n/a', 'na', 'n.a.', 'n.a', 'n / a', 'not applicable', 'does not apply', 'inapplicable'],
    notOurs: ['not our mandate', 'not ours', 'outside our mandate', 'not in our mandate', 'not our responsibility'],
    yes: ['yes', 'y', 'true', 'x', '1', 'ok', 'met', 'done', 'fully met', '✓', '✔', '☑', '☒', '√', '✅'],
    no: ['no', 'n', 'false', '0', 'not met', 'unmet', 'not yet', '✗', '✘', '☐', '❌'],
    observer: ['observer', 'observers', 'observing'],
    confidence: {
      high: ['high', 'very high', 'very sure', 'sure', 'certain'],
      medium: ['medium', 'moderate', 'average', 'fairly sure'],
      low: ['low', 'very low', 'not sure', 'unsure'],
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
      'not-started': ['not started', 'not yet started', 'not begun', 'to do', 'planned', 'pending'],
      ongoing: ['ongoing', 'on-going', 'in progress', 'under way', 'underway', 'started'],
      done: ['done', 'completed', 'complete', 'finished', 'achieved'],
      blocked: ['blocked', 'stopped', 'suspended', 'on hold'],
    },
  },
  fr: {
    level: ['niveau', 'niv', 'n', 'n°', 'palier', 'stade', 'degre', 'echelon'],
    unknown: [
      ...['ne sait pas', 'ne sais pas', 'nsp', 'n.s.p.', 'n.s.p', 'nspp', 'ne se prononce pas', 'inconnu'],
      ...['ne savons pas', 'nous ne savons pas', 'je ne sais pas', 'on ne sait pas', 'nsp/nrp'],
    ],
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
    yes: [
      'oui',
      'o',
      'vrai',
      'x',
      'rempli',
      'remplie',
      'fait',
      'atteint',
      'atteinte',
      'acquis',
      'acquise',
      'satisfait',
      'satisfaite',
    ],
    no: [
      'non',
      'faux',
      'non rempli',
      'non remplie',
      'pas rempli',
      'pas remplie',
      'pas encore',
      'non atteint',
      'non atteinte',
      'non acquis',
    ],
    observer: ['observateur', 'observatrice', 'observateurs'],
    confidence: {
      high: [
        'eleve',
        'elevee',
        'forte',
        'fort',
        'haute',
        'haut',
        'tres elevee',
        'tres eleve',
        'sur',
        'tres sur',
        'certain',
        'certaine',
      ],
      medium: ['moyen', 'moyenne', 'assez sur', 'plutot sur'],
      low: ['faible', 'tres faible', 'basse', 'bas', 'pas sur', 'peu sur', 'incertain', 'incertaine'],
    },
    access: {
      public: ['public', 'publique', 'tous', 'tout le monde'],
      internal: ['interne', 'usage interne'],
      restricted: ['restreint', 'restreinte', 'diffusion restreinte', 'confidentiel', 'confidentielle'],
    },
    state: {
      prepared: ['prepare', 'preparee', 'prepares', 'preparees', 'projet', 'brouillon'],
      endorsed: [
        'vise',
        'visee',
        'vises',
        'visees par la hierarchie',
        'visees',
        'valide',
        'validee',
        'valides',
        'validees',
        'signe',
        'signees',
        ...['approuve', 'approuvee', 'approuves', 'approuvees', 'enterine', 'enterinees'],
      ],
    },
    status: {
      'not-started': [
        ...['non commence', 'non commencee', 'pas commence', 'pas commencee', 'a faire', 'prevu', 'prevue'],
        ...['non demarre', 'non demarree', 'pas demarre', 'pas demarree', 'planifie', 'planifiee', 'a venir'],
      ],
      ongoing: [
        ...['en cours', 'en cours de realisation', "en cours d'execution", 'commence', 'commencee'],
        ...['engage', 'engagee', 'demarre', 'demarree'],
      ],
      done: ['realise', 'realisee', 'termine', 'terminee', 'acheve', 'achevee', 'fait', 'faite'],
      blocked: ['bloque', 'bloquee', 'suspendu', 'suspendue', 'arrete', 'arretee'],
    },
  },
  es: {
    level: ['nivel', 'niv', 'grado', 'etapa'],
    unknown: [
      'no sabe',
      'no se',
      'no lo se',
      'no sabemos',
      'no se sabe',
      'se desconoce',
      'desconocido',
      'no lo sabemos',
      'ns',
      'ns/nc',
      'ns/nr',
      'no sabe/no contesta',
      'no sabe / no contesta',
    ],
    notApplicable: [
      'n. a.',
      'n. a',
      'no aplica',
      'no se aplica',
      'no procede',
      'no corresponde',
      'no es aplicable',
      'no aplicable',
    ],
    notOurs: [
      'no es de nuestra competencia',
      'no es nuestra competencia',
      'fuera de nuestra competencia',
      'fuera de nuestro mandato',
      'no nos compete',
    ],
    yes: ['si', 's', 'verdadero', 'x', 'cumple', 'cumplido', 'cumplida', 'se cumple', 'hecho'],
    no: [
      'no',
      'falso',
      'no cumplido',
      'no cumplida',
      'no se cumple',
      'no cumple',
      'incumplido',
      'todavia no',
      'aun no',
    ],
    observer: ['observador', 'observadora', 'observadores'],
    confidence: {
      high: ['alto', 'alta', 'muy alto', 'muy alta', 'elevado', 'elevada', 'seguro', 'segura', 'muy seguro'],
      medium: ['medio', 'media', 'mediano', 'mediana', 'bastante seguro'],
      low: ['bajo', 'baja', 'muy bajo', 'muy baja', 'poco seguro', 'no seguro', 'inseguro'],
    },
    access: {
      public: ['publico', 'publica', 'todos', 'todo el mundo'],
      internal: ['interno', 'interna', 'uso interno'],
      restricted: ['restringido', 'restringida', 'reservado', 'reservada', 'confidencial'],
    },
    state: {
      prepared: ['preparado', 'preparada', 'preparados', 'preparadas', 'borrador'],
      endorsed: [
        ...['refrendado', 'refrendada', 'refrendados', 'refrendadas', 'refrendadas por la superioridad'],
        ...['aprobado', 'aprobada', 'aprobadas', 'validado', 'validada', 'validadas', 'firmado', 'firmada', 'firmadas'],
      ],
    },
    status: {
      'not-started': [
        'no iniciado',
        'no iniciada',
        'sin iniciar',
        'sin empezar',
        'por hacer',
        'previsto',
        'prevista',
        'pendiente',
      ],
      ongoing: ['en curso', 'en marcha', 'en ejecucion', 'en proceso', 'iniciado', 'iniciada'],
      done: [
        ...['realizado', 'realizada', 'terminado', 'terminada', 'concluido', 'concluida'],
        ...['finalizado', 'finalizada', 'completado', 'completada', 'hecho', 'hecha'],
      ],
      blocked: [
        'bloqueado',
        'bloqueada',
        'suspendido',
        'suspendida',
        'detenido',
        'detenida',
        'paralizado',
        'paralizada',
      ],
    },
  },
  ar: {
    level: ['المستوي', 'مستوي', 'الدرجه', 'درجه', 'المرحله', 'مرحله', 'رقم'],
    unknown: ['لا اعرف', 'لا نعرف', 'لا اعلم', 'لا نعلم', 'لا يعرف', 'غير معروف', 'لا ادري'],
    notApplicable: ['لا ينطبق', 'لا تنطبق', 'لا ينطبق علينا', 'غير منطبق'],
    notOurs: ['خارج اختصاصنا', 'خارج الاختصاص', 'ليس من اختصاصنا', 'لا يدخل في اختصاصنا', 'لا يعنينا'],
    yes: ['نعم', 'اجل', 'صح', 'صحيح', 'مستوفي', 'مستوفاه', 'استوفي', 'متحقق'],
    no: ['لا', 'كلا', 'خطا', 'غير مستوفي', 'غير مستوفاه', 'لم يستوف', 'ليس بعد', 'غير متحقق'],
    observer: ['مراقب', 'مراقبه', 'بصفه مراقب'],
    confidence: {
      high: ['عاليه', 'عال', 'عالي', 'مرتفعه', 'مرتفع', 'متاكد', 'متيقن'],
      medium: ['متوسطه', 'متوسط'],
      low: ['منخفضه', 'منخفض', 'ضعيفه', 'ضعيف', 'غير متاكد', 'غير متيقن'],
    },
    access: {
      public: ['عام', 'عامه', 'علني', 'علنيه', 'الجميع', 'للجميع', 'متاح للجميع'],
      internal: ['داخلي', 'داخليه', 'للاستخدام الداخلي'],
      restricted: ['مقيد', 'مقيده', 'سري', 'سريه', 'محدود'],
    },
    state: {
      prepared: ['معد', 'معده', 'مسوده'],
      endorsed: [
        ...['مصادق عليه', 'مصادق عليها', 'مصادق عليها من الروسا', 'معتمد', 'معتمده'],
        ...['موافق عليه', 'موافق عليها', 'موقع', 'موقعه'],
      ],
    },
    status: {
      'not-started': ['لم يبدا', 'لم تبدا', 'لم يبدا بعد', 'لم تبدا بعد', 'مخطط', 'مقرر'],
      ongoing: ['قيد التنفيذ', 'قيد الانجاز', 'جار', 'جاري', 'جاريه', 'جاري التنفيذ', 'بدا', 'بدات'],
      done: ['منجز', 'منجزه', 'انجز', 'مكتمل', 'مكتمله', 'منته', 'منتهي', 'انتهي', 'تم', 'تم الانجاز', 'تم التنفيذ'],
      blocked: ['متوقف', 'متوقفه', 'معلق', 'معلقه', 'متعثر', 'متعثره'],
    },
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
    .replace(/^["'«»“”([¿¡•·]+\s*/, '')
    .replace(/\s*(?<!["'«»“”)\].,;:!])["'«»“”)\].,;:!]+$/, '');
}
