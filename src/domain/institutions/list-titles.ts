import { foldWords } from '../fold-words.ts';

/** Titles of the columns of a list of institutions, in every language of the app, as `foldWords` leaves them. */
const TITLES: ReadonlySet<string> = new Set([
  ...['no', 'n', 'n o', '#', 'n°', 'num', 'numero', 'number', 'ref', 'الرقم', 'رقم', 'م'],
  ...['institution', 'institutions', 'name', 'name of the institution', 'ministry', 'organisation', 'organization'],
  ...['nom', "nom de l'institution", 'ministere', 'ministeres', 'organisme', 'structure', 'entite'],
  ...['institucion', 'instituciones', 'nombre', 'nombre de la institucion', 'ministerio', 'organismo', 'entidad'],
  ...['الموسسه', 'الموسسات', 'اسم الموسسه', 'الاسم', 'الجهه', 'الوزاره'],
  ...['type', 'kind', 'sector', 'secteur', 'nature', 'tipo', 'النوع', 'القطاع'],
  ...['role', 'observer', 'observateur', 'papel', 'funcion', 'observador', 'الدور', 'مراقب'],
]);

/** Whether what stands in a line of a list is the title of a column, whatever signs stand around it: "N°", "Type :". */
export function isListTitle(text: string): boolean {
  return TITLES.has(foldWords(text.replaceAll(/[?¿؟*:.]/g, ' ')));
}
