import { bareWord } from './spellings.ts';

/** A title of a column or a label of a line, whatever signs stand around it: "Met ?", "Function :". */
export function headWord(text: string): string {
  return bareWord(text.replaceAll(/[?*:]/g, ' '));
}

/** Titles of columns in every language of the app, by table and column. All are as `headWord` leaves them. */
const HEADS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  answers: {
    code: ['code', 'codes'],
    indicator: ['indicator and question', 'indicateur et question'],
    draft: ['draft of the lead', 'projet du pilote'],
    answer: ['your answer', 'answer', 'votre reponse', 'reponse'],
    reason: ['reason, or who could answer', 'reason', 'raison, ou qui pourrait repondre', 'raison', 'motif'],
    confidence: ['how sure', 'confidence', 'certitude', 'confiance'],
    comment: ['comment', 'comments', 'commentaire', 'commentaires'],
  },
  requirements: {
    code: ['code', 'codes'],
    indicator: ['indicator', 'indicateur'],
    level: ['level', 'niveau'],
    requirement: ['requirement', 'exigence'],
    met: ['met', 'remplie', 'rempli', 'atteint', 'atteinte'],
  },
  evidence: {
    indicators: ['indicators (codes', 'indicators', 'indicateurs (codes', 'indicateurs'],
    title: ['title of the document', 'title', 'titre du document', 'titre'],
    kind: ['kind', 'nature'],
    holder: ['held by', 'detenu par'],
    date: ['date'],
    reference: ['reference or link', 'reference', 'reference ou lien'],
    access: ['who may see it', 'access', 'qui peut le voir', 'acces'],
    id: ['mark of the row', 'marque de la ligne'],
  },
  endorsement: {
    state: ['these answers are', 'ces reponses sont'],
    function: ['function', 'fonction'],
    name: ['name', 'nom'],
    date: ['date (2027-03-31', 'date'],
  },
  sheet: {
    indicator: ['indicator', 'indicators', 'indicateur', 'indicateurs', 'code', 'codes'],
    institution: ['institution', 'institutions'],
    answer: ['answer', 'answers', 'your answer', 'reponse', 'reponses', 'votre reponse', 'level', 'niveau'],
    comment: ['comment', 'comments', 'commentaire', 'commentaires', 'remarque', 'remarques'],
    target: ['target', 'cible', 'niveau vise', 'objectif'],
    impact: ['impact', 'effet'],
    ease: ['ease', 'facilite'],
  },
  plan: {
    number: ['no', 'n°'],
    activity: ['activity', 'activite'],
    indicators: ['indicators', 'indicateurs'],
    lead: ['lead institution', 'institution chef de file', 'chef de file'],
    partners: ['partners', 'partenaires'],
    start: ['start', 'debut'],
    end: ['end', 'fin'],
    resourcesAvailable: ['resources available', 'ressources disponibles'],
    resourcesToFind: ['resources to be found', 'ressources a mobiliser'],
    successIndicator: ['indicator of success', 'indicateur de reussite'],
    verification: ['means of verification', 'moyens de verification'],
    dependsOn: ['depends on', 'depend de'],
    status: ['status', 'etat', 'statut'],
    note: ['note', 'notes', 'remarque', 'remarques'],
    id: [
      'mark of the row (leave as it is',
      'mark of the row',
      'repere de la ligne (a laisser tel quel',
      'repere de la ligne',
    ],
  },
};

/** Titles of answer sheets that other tables have too: they tell one only beside another column of it. */
export const VAGUE_HEADS: ReadonlySet<string> = new Set(['code', 'codes', 'level', 'niveau']);

/** Titles of a column in every language of the app. */
export function headsOf(table: string, column: string): readonly string[] {
  return HEADS[table]?.[column] ?? [];
}

/** The column of a table that a title stands for: by the words of the key, else by those of any language of the app. */
export function columnOfHead(
  table: string,
  ownWords: ReadonlyMap<string, string>,
): (title: string) => string | undefined {
  const own = new Map([...ownWords].map(([word, column]) => [headWord(word), column]));
  const spelled = Object.entries(HEADS[table] ?? {});
  return (title) => {
    const word = headWord(title);
    if (word === '') return undefined;
    return own.get(word) ?? spelled.find(([, words]) => words.includes(word))?.[0];
  };
}
