/** What people write for numbers and in dates, for each language of the app; as in `Spellings`. */
export interface CountingWords {
  /** Numbers in words, from one, each also as it counts levels: three, third. */
  readonly numbers: readonly (readonly string[])[];
  /** Behind a figure: 1st, 3e, 3º. */
  readonly ordinals: readonly string[];
  /** January first; each with its short forms, without a full stop. */
  readonly months: readonly (readonly string[])[];
  /** Words of a date that say nothing of it: `le`, `of`. */
  readonly dateNoise: readonly string[];
  /** From Monday on, each with its short forms. */
  readonly weekdays: readonly (readonly string[])[];
}

export const COUNTING_WORDS = {
  en: {
    numbers: [
      ['one', 'first'],
      ['two', 'second'],
      ['three', 'third'],
      ['four', 'fourth'],
      ['five', 'fifth'],
      ['six', 'sixth'],
    ],
    ordinals: ['st', 'nd', 'rd', 'th'],
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
    dateNoise: ['of', 'the', 'on'],
    weekdays: [
      ['monday', 'mon'],
      ['tuesday', 'tue', 'tues'],
      ['wednesday', 'wed', 'weds'],
      ['thursday', 'thu', 'thur', 'thurs'],
      ['friday', 'fri'],
      ['saturday', 'sat'],
      ['sunday', 'sun'],
    ],
  },
  fr: {
    numbers: [
      ['un', 'premier'],
      ['deux', 'deuxieme', 'second'],
      ['trois', 'troisieme'],
      ['quatre', 'quatrieme'],
      ['cinq', 'cinquieme'],
      ['six', 'sixieme'],
    ],
    ordinals: ['er', 're', 'e', 'eme', 'ieme', '°'],
    months: [
      ['janvier', 'janv', 'jan'],
      ['fevrier', 'fevr', 'fev'],
      ['mars', 'mar'],
      ['avril', 'avr'],
      ['mai'],
      ['juin'],
      ['juillet', 'juill', 'juil'],
      ['aout'],
      ['septembre', 'sept', 'sep'],
      ['octobre', 'oct'],
      ['novembre', 'nov'],
      ['decembre', 'dec'],
    ],
    dateNoise: ['le', 'du', 'de', 'er'],
    weekdays: [
      ['lundi', 'lun'],
      ['mardi'],
      ['mercredi', 'mer'],
      ['jeudi', 'jeu'],
      ['vendredi', 'ven'],
      ['samedi', 'sam'],
      ['dimanche', 'dim'],
    ],
  },
  es: {
    numbers: [
      ['uno', 'primero', 'primer'],
      ['dos', 'segundo'],
      ['tres', 'tercero', 'tercer'],
      ['cuatro', 'cuarto'],
      ['cinco', 'quinto'],
      ['seis', 'sexto'],
    ],
    ordinals: ['o', 'er', 'ero', '°'],
    months: [
      ['enero', 'ene'],
      ['febrero', 'feb'],
      ['marzo', 'mar'],
      ['abril', 'abr'],
      ['mayo', 'may'],
      ['junio', 'jun'],
      ['julio', 'jul'],
      ['agosto', 'ago'],
      ['septiembre', 'setiembre', 'sept', 'sep', 'set'],
      ['octubre', 'oct'],
      ['noviembre', 'nov'],
      ['diciembre', 'dic'],
    ],
    dateNoise: ['el', 'del', 'de', 'a', 'o'],
    weekdays: [
      ['lunes', 'lun'],
      ['martes'],
      ['miercoles', 'mie'],
      ['jueves', 'jue'],
      ['viernes', 'vie'],
      ['sabado', 'sab'],
      ['domingo', 'dom'],
    ],
  },
  ar: {
    numbers: [
      ['واحد', 'الاول', 'الاولي', 'اول'],
      ['اثنان', 'اثنين', 'الثاني', 'الثانيه', 'ثاني'],
      ['ثلاثه', 'ثلاث', 'الثالث', 'الثالثه', 'ثالث'],
      ['اربعه', 'اربع', 'الرابع', 'الرابعه', 'رابع'],
      ['خمسه', 'خمس', 'الخامس', 'الخامسه', 'خامس'],
      ['سته', 'ست', 'السادس', 'السادسه', 'سادس'],
    ],
    ordinals: [],
    // As months are called from Iraq to Lebanon, in the Maghreb, and elsewhere.
    months: [
      ['يناير', 'كانون الثاني', 'جانفي'],
      ['فبراير', 'شباط', 'فيفري'],
      ['مارس', 'اذار'],
      ['ابريل', 'نيسان', 'افريل'],
      ['مايو', 'ايار', 'ماي'],
      ['يونيو', 'يونيه', 'حزيران', 'جوان'],
      ['يوليو', 'يوليه', 'تموز', 'جويليه', 'يوليوز'],
      ['اغسطس', 'اب', 'اوت', 'غشت'],
      ['سبتمبر', 'ايلول', 'شتنبر'],
      ['اكتوبر', 'تشرين الاول'],
      ['نوفمبر', 'تشرين الثاني', 'نونبر'],
      ['ديسمبر', 'كانون الاول', 'دجنبر'],
    ],
    dateNoise: ['في', 'يوم', 'من', 'م', 'شهر', 'سنه', 'عام'],
    weekdays: [['الاثنين'], ['الثلاثا'], ['الاربعا'], ['الخميس'], ['الجمعه'], ['السبت'], ['الاحد']],
  },
} as const satisfies Readonly<Record<string, CountingWords>>;

const ALL: readonly CountingWords[] = Object.values(COUNTING_WORDS);

/** The words of one meaning in every language. */
export function countingWords(pick: (words: CountingWords) => readonly string[]): readonly string[] {
  return [...new Set(ALL.flatMap(pick))];
}
