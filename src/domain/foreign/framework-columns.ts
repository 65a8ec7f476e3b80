import { foldWords } from '../fold-words.ts';

/** Titles of the columns of a framework as a table, in the languages of the app; the first of a language is written. */
export const FRAMEWORK_COLUMNS = {
  domain: { en: 'Domain', fr: 'Domaine', es: 'Ámbito', ar: 'المجال' },
  subdomain: { en: 'Sub-domain', fr: 'Sous-domaine', es: 'Subámbito', ar: 'المجال الفرعي' },
  code: { en: 'Code', fr: 'Code', es: 'Código', ar: 'الرمز' },
  title: { en: 'Title', fr: 'Titre', es: 'Título', ar: 'العنوان' },
  question: { en: 'Question', fr: 'Question', es: 'Pregunta', ar: 'السؤال' },
  why: { en: 'Why it matters', fr: 'Pourquoi', es: 'Por qué importa', ar: 'سبب الأهمية' },
  evidence: { en: 'Evidence', fr: 'Pièces justificatives', es: 'Documentos de respaldo', ar: 'وثائق مؤيِّدة' },
  weight: { en: 'Weight', fr: 'Poids', es: 'Peso', ar: 'الوزن' },
} as const;
export type FrameworkColumn = keyof typeof FRAMEWORK_COLUMNS;

/** Rows of the sheet that says what the framework is. */
export const ABOUT_ROWS = {
  id: { en: 'Id', fr: 'Identifiant', es: 'Identificador', ar: 'المعرِّف' },
  version: { en: 'Version', fr: 'Version', es: 'Versión', ar: 'الإصدار' },
  language: { en: 'Language', fr: 'Langue', es: 'Idioma', ar: 'اللغة' },
  name: { en: 'Name', fr: 'Nom', es: 'Nombre', ar: 'الاسم' },
  description: { en: 'Description', fr: 'Description', es: 'Descripción', ar: 'الوصف' },
  attribution: { en: 'Source and rights', fr: 'Source et droits', es: 'Fuente y derechos', ar: 'المصدر والحقوق' },
} as const;
export type AboutRow = keyof typeof ABOUT_ROWS;

const keyed = <Key extends string>(words: Readonly<Record<Key, Readonly<Record<string, string>>>>) =>
  new Map(
    (Object.keys(words) as Key[]).flatMap((key) =>
      [key, ...Object.values<string>(words[key])].map((title) => [foldWords(title), key] as const),
    ),
  );
const COLUMN_OF = keyed<FrameworkColumn>(FRAMEWORK_COLUMNS);
const ABOUT_OF = keyed<AboutRow>(ABOUT_ROWS);

/** The column of a title in any language of the app; undefined for another. */
export const frameworkColumn = (title: string) => COLUMN_OF.get(foldWords(title));
export const aboutRow = (title: string) => ABOUT_OF.get(foldWords(title));

const LEVEL_TITLE = /^\s*(?:level|niveau|nivel|المستوى)\s*(\d{1,2})\s*(?:[:.)–-]\s*(.*))?$/i;

/** `Level 2: Emerging` is number 2, named so; without a name the title is it. Null for another title. */
export function levelColumn(title: string): { readonly number: number; readonly name: string } | null {
  const [, number, name] = LEVEL_TITLE.exec(title.normalize('NFC')) ?? [];
  if (number === undefined) return null;
  return { number: Number(number), name: name === undefined || name.trim() === '' ? title.trim() : name.trim() };
}
