import { bareWord } from './spellings.ts';

/** A title of a column or a label of a line, whatever signs stand around it: "Met ?", "Function :". */
export function headWord(text: string): string {
  return bareWord(text.replaceAll(/[?¿؟*:]/g, ' '));
}

const CONFIDENCE = [
  'how sure',
  'confidence',
  'certitude',
  'confiance',
  'certeza',
  'grado de certeza',
  'درجه التيقن',
  'التيقن',
];

/** Titles of columns in every language of the app, by table and column. All are as `headWord` leaves them. */
const HEADS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  answers: {
    code: ['code', 'codes', 'codigo', 'codigos', 'الرمز', 'الرموز'],
    indicator: ['indicator and question', 'indicateur et question', 'indicador y pregunta', 'الموشر والسوال'],
    // In Arabic first as it is called now, then as it was in files that are still out.
    draft: [
      ...['draft of the lead', 'projet du pilote', 'projet du chef de file', 'borrador de la responsable'],
      ...['مسوده الموسسه المسووله', 'مسوده الموسسه الرايده'],
    ],
    answer: ['your answer', 'answer', 'votre reponse', 'reponse', 'su respuesta', 'respuesta', 'اجابتكم', 'الاجابه'],
    reason: [
      'reason, or who could answer',
      'reason',
      'raison, ou qui pourrait repondre',
      'raison',
      'motif',
      'motivo, o quien podria responder',
      'motivo',
      'razon',
      'السبب, او من يمكنه ان يجيب',
      'السبب',
    ],
    confidence: CONFIDENCE,
    comment: [
      'comment',
      'comments',
      'commentaire',
      'commentaires',
      'comentario',
      'comentarios',
      'التعليق',
      'التعليقات',
      'تعليق',
    ],
  },
  requirements: {
    code: ['code', 'codes', 'codigo', 'codigos', 'الرمز', 'الرموز'],
    indicator: ['indicator', 'indicateur', 'indicador', 'الموشر'],
    level: ['level', 'niveau', 'nivel', 'المستوي'],
    requirement: ['requirement', 'exigence', 'requisito', 'الشرط'],
    met: ['met', 'remplie', 'rempli', 'atteint', 'atteinte', 'se cumple', 'cumplido', 'cumple', 'هل استوفي', 'مستوفي'],
  },
  evidence: {
    indicators: [
      'indicators (codes',
      'indicators',
      'indicateurs (codes',
      'indicateurs',
      'indicadores (codigos',
      'indicadores',
      'الموشرات (الرموز',
      'الموشرات',
    ],
    title: [
      'title of the document',
      'title',
      'titre du document',
      'titre',
      'titulo del documento',
      'titulo',
      'عنوان الوثيقه',
      'العنوان',
    ],
    kind: ['kind', 'nature', 'tipo', 'النوع'],
    holder: ['held by', 'detenu par', 'en poder de', 'الجهه الحايزه'],
    date: ['date', 'fecha', 'التاريخ'],
    reference: [
      'reference or link',
      'reference',
      'reference ou lien',
      'referencia o enlace',
      'referencia',
      'المرجع او الرابط',
      'المرجع',
    ],
    access: [
      'who may see it',
      'access',
      'qui peut le voir',
      'acces',
      'quien puede verlo',
      'acceso',
      'من يجوز له الاطلاع عليها',
      'امكانيه الاطلاع',
    ],
    id: ['mark of the row', 'marque de la ligne', 'marca de la fila', 'علامه الصف'],
  },
  endorsement: {
    state: ['these answers are', 'ces reponses sont', 'estas respuestas estan', 'هذه الاجابات'],
    function: ['function', 'fonction', 'cargo', 'funcion', 'الوظيفه'],
    name: ['name', 'nom', 'nombre', 'الاسم'],
    date: ['date (2027-03-31', 'date', 'fecha (2027-03-31', 'fecha', 'التاريخ (2027-03-31', 'التاريخ'],
  },
  sheet: {
    indicator: [
      'indicator',
      'indicators',
      'indicateur',
      'indicateurs',
      'code',
      'codes',
      'indicador',
      'indicadores',
      'codigo',
      'codigos',
      'الموشر',
      'الموشرات',
      'الرمز',
      'الرموز',
    ],
    institution: [
      ...['institution', 'institutions', 'ministry', 'ministries', 'organisation', 'organization'],
      ...['ministere', 'ministeres', 'organisme', 'structure', 'entite'],
      ...['institucion', 'instituciones', 'ministerio', 'ministerios', 'organismo', 'entidad'],
      ...['الموسسه', 'الموسسات', 'الوزاره', 'الوزارات', 'الجهه', 'اسم الموسسه'],
    ],
    answer: [
      'answer',
      'answers',
      'your answer',
      'reponse',
      'reponses',
      'votre reponse',
      'level',
      'niveau',
      'respuesta',
      'respuestas',
      'su respuesta',
      'nivel',
      'الاجابه',
      'الاجابات',
      'المستوي',
    ],
    comment: [
      'comment',
      'comments',
      'commentaire',
      'commentaires',
      'remarque',
      'remarques',
      'comentario',
      'comentarios',
      'observacion',
      'observaciones',
      'التعليق',
      'التعليقات',
      'ملاحظه',
      'ملاحظات',
    ],
    target: [
      'target',
      'cible',
      'niveau vise',
      'objectif',
      'meta',
      'nivel previsto',
      'objetivo',
      'الهدف',
      'المستوي المستهدف',
    ],
    impact: ['impact', 'effet', 'impacto', 'efecto', 'الاثر'],
    ease: ['ease', 'facilite', 'facilidad', 'السهوله'],
    confidence: CONFIDENCE,
  },
  plan: {
    number: ['no', 'n°', 'n.o', 'الرقم'],
    activity: ['activity', 'activite', 'actividad', 'النشاط'],
    indicators: ['indicators', 'indicateurs', 'indicadores', 'الموشرات'],
    lead: [
      'lead institution',
      'institution chef de file',
      'chef de file',
      'institucion responsable',
      'responsable',
      ...['الموسسه المسووله', 'الموسسه الرايده'],
    ],
    partners: ['partners', 'partenaires', 'socios', 'الشركا'],
    start: ['start', 'debut', 'inicio', 'البدايه'],
    end: ['end', 'fin', 'fin', 'النهايه'],
    resourcesAvailable: ['resources available', 'ressources disponibles', 'recursos disponibles', 'الموارد المتاحه'],
    resourcesToFind: [
      ...['resources to be found', 'ressources a mobiliser', 'recursos por encontrar', 'الموارد المطلوب توفيرها'],
    ],
    successIndicator: ['indicator of success', 'indicateur de reussite', 'indicador de exito', 'موشر النجاح'],
    verification: [
      ...['means of verification', 'moyens de verification', 'medios de verificacion', 'وسيله التحقق', 'وسايل التحقق'],
    ],
    dependsOn: ['depends on', 'depend de', 'depende de', 'يتوقف علي'],
    status: ['status', 'etat', 'statut', 'estado', 'الحاله'],
    note: ['note', 'notes', 'remarque', 'remarques', 'nota', 'notas', 'observaciones', 'ملاحظه', 'ملاحظات'],
    id: [
      'mark of the row (leave as it is',
      'mark of the row',
      'repere de la ligne (a laisser tel quel',
      'repere de la ligne',
      'marca de la fila (dejar como esta',
      'marca de la fila',
      'علامه الصف (تترك كما هي',
      'علامه الصف',
    ],
  },
};

/** Titles of answer sheets that other tables have too: they tell one only beside another column of it. */
export const VAGUE_HEADS: ReadonlySet<string> = new Set([
  ...['code', 'codes', 'level', 'niveau', 'codigo', 'codigos', 'nivel'],
  ...['الرمز', 'الرموز', 'المستوي'],
]);

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
