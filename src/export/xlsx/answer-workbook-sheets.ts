import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import type { AssessmentState, Rating } from '../../domain/registers/assessment-state.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import { readingRules } from '../../domain/framework/framework-names.ts';
import type { Framework, Indicator } from '../../domain/framework/framework.ts';
import { scaleOf } from '../../domain/framework/framework.ts';
import {
  levelOfRequirement,
  REQUIREMENT_LETTERS,
  requirementText,
} from '../../domain/framework/requirement-address.ts';
import {
  ANSWER_COLUMNS,
  codeOfWorkbook,
  ENDORSEMENT_FIELDS,
  EVIDENCE_COLUMNS,
  REQUIREMENT_COLUMNS,
} from '../../domain/workbook/answer-workbook.ts';
import type { AnswerColumn, EvidenceColumn } from '../../domain/workbook/answer-workbook.ts';
import type { AnswerWorkbook } from '../../domain/workbook/make-answer-workbook.ts';
import { requirementsOfIndicator } from '../../domain/workbook/make-answer-workbook.ts';
import { workbookKeyRows } from '../../domain/workbook/workbook-key.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { lowestLevelLead } from '../../words/lowest-level-lead.ts';
import { termWords } from '../../words/term-words.ts';
import type { WorkbookVocabulary } from './answer-workbook-words.ts';
import { columnLetters } from '../../domain/intake/cells.ts';
import type { FormCell, FormCellKind, FormChoice, FormSheet } from './write-form-sheets.ts';
import { rangeOf } from './write-form-sheets.ts';

export interface WorkbookSetting {
  readonly workbook: AnswerWorkbook;
  readonly framework: Framework;
  readonly texts: FrameworkTexts;
  readonly state: AssessmentState;
  readonly localiser: Localiser;
  readonly vocabulary: WorkbookVocabulary;
  readonly nameOf: (institution: string) => string;
}

/** Rows above the first line of a table: the code, and the head. */
const HEAD_ROWS = 2;

const cell = (kind: FormCellKind, text: string): FormCell => ({ kind, text });

const keySheetName = ({ t }: Localiser) => t('institutions.workbook.sheet.key');

function choice(setting: WorkbookSetting, cells: string, list: string, title: string, hint: string): FormChoice {
  const { from, to } = setting.vocabulary.rowsOf(list);
  return { cells, source: rangeOf(keySheetName(setting.localiser), 1, from, to), title, hint };
}

function codeRow({ workbook }: WorkbookSetting): FormCell[] {
  return [cell('code', codeOfWorkbook(workbook.origin))];
}

function steps({ workbook, localiser, state }: WorkbookSetting): string[] {
  const { t } = localiser;
  const [answers, requirements, evidence] = (['answers', 'requirements', 'evidence'] as const).map((sheet) =>
    t(`institutions.workbook.sheet.${sheet}`),
  );
  const sheets = { answers: answers ?? '', requirements: requirements ?? '', evidence: evidence ?? '' };
  const { returnsDue } = state.round;
  const back =
    returnsDue === undefined
      ? t('institutions.workbook.step.back')
      : t('institutions.workbook.step.backBy', { date: localiser.date(returnsDue) });
  if (workbook.origin.mode === 'comment') return [t('institutions.workbook.step.comment', sheets), back];
  return [
    t('institutions.workbook.step.answer', sheets),
    t('institutions.workbook.step.other', sheets),
    t('institutions.workbook.step.requirements', sheets),
    t('institutions.workbook.step.evidence', sheets),
    ...(workbook.drafts.size > 0 ? [t('institutions.workbook.step.draft')] : []),
    t('institutions.workbook.step.endorsement'),
    back,
  ];
}

/** The first sheet: whose it is, by when, what to do, and at its end who stands behind the answers. */
export function instructionSheet(setting: WorkbookSetting): FormSheet {
  const { workbook, localiser, state, nameOf, vocabulary } = setting;
  const { t } = localiser;
  const { round, institutions } = state;
  const lead = institutions.get(LEAD_INSTITUTION);
  const title = [round.country, round.title].filter((part) => part !== undefined && part !== '').join(' · ');
  const rows: (readonly FormCell[])[] = [
    codeRow(setting),
    [cell('title', localiser.text(title === '' ? t('institutions.workbook.title') : title))],
  ];
  const line = (label: string, text: string) => rows.push([cell('label', label), cell('text', text)]);
  line(t('institutions.institution'), nameOf(workbook.origin.institution));
  line(
    t('institutions.workbook.sender'),
    [nameOf(LEAD_INSTITUTION), lead?.contact].filter((part) => part !== undefined && part !== '').join('\n'),
  );
  if (round.returnsDue !== undefined) line(t('institutions.workbook.deadline'), localiser.date(round.returnsDue));
  line(
    t('institutions.workbook.asked'),
    workbook.origin.mode === 'comment'
      ? t('institutions.note.observer')
      : t('institutions.note.asked', { count: workbook.indicators.length }),
  );
  if (round.marking !== undefined && round.marking !== '') line(t('institutions.workbook.marking'), round.marking);
  rows.push([], [cell('section', t('institutions.workbook.how')), cell('section', '')]);
  steps(setting).forEach((step, index) => line(String(index + 1), step));
  const written = [
    [t('institutions.packs.instructions'), round.instructions],
    [t('institutions.packs.confidentiality'), round.confidentiality],
  ] as const;
  for (const [label, text] of written) if (text !== undefined && text.trim() !== '') line(label, text);
  const rules = readingRules(setting.framework.structure, setting.texts);
  if (rules.length > 0) rows.push([], [cell('section', t('beside.readingRules')), cell('section', '')]);
  for (const rule of rules) rows.push([cell('label', ''), cell('text', localiser.text(rule))]);
  if (workbook.origin.mode === 'comment') {
    return { ...sheetFrame(setting, 'instructions'), onePage: true, widths: [34, 104], rows, choices: [] };
  }
  rows.push([], [cell('section', t('institutions.endorsement')), cell('section', '')]);
  rows.push([cell('label', ''), cell('text', t('institutions.endorsementHint'))]);
  const { endorsement } = workbook.content;
  const first = rows.length + 1;
  for (const field of ENDORSEMENT_FIELDS) {
    const value = endorsement?.[field] ?? '';
    const shown = field === 'state' && value !== '' ? vocabulary.word(`state.${value}`) : value;
    rows.push([cell('label', vocabulary.word(`endorsement.${field}`)), cell('input', shown)]);
  }
  const hint = t('institutions.workbook.hint.state');
  return {
    ...sheetFrame(setting, 'instructions'),
    onePage: true,
    widths: [34, 104],
    rows,
    choices: [choice(setting, `B${first}`, 'state', t('institutions.endorsement'), hint)],
  };
}

function sheetFrame(
  { localiser }: WorkbookSetting,
  name: 'instructions' | 'answers' | 'requirements' | 'evidence' | 'terms',
) {
  return { name: localiser.t(`institutions.workbook.sheet.${name}`), stickyRows: 0, stickyColumns: 0 };
}

function levelText(
  { texts, framework, localiser }: WorkbookSetting,
  indicator: Indicator,
  level: string,
  isFirst: boolean,
): string {
  const lines = (texts.indicators[indicator.id]?.levels[level] ?? []).map(localiser.text);
  const lead = lowestLevelLead(framework, indicator, level, localiser);
  const shown =
    isFirst || lines.length === 1 ? lines : lines.map((text, index) => `${REQUIREMENT_LETTERS.charAt(index)}) ${text}`);
  return [...(lead === null ? [] : [lead]), ...shown].join('\n');
}

function draftText(
  { vocabulary, localiser, nameOf }: WorkbookSetting,
  scale: string,
  drafts: readonly Rating[],
): string {
  const { t } = localiser;
  return drafts
    .map(({ institution, answer, comment }) => {
      const words =
        answer?.state === 'level'
          ? vocabulary.level(scale, answer.level)
          : answer?.state === 'not-applicable'
            ? t('institutions.draftNotApplicable', { reason: answer.reason })
            : t('assess.unknown');
      const said = t('institutions.draftOf', { name: nameOf(institution), answer: words });
      return comment === undefined || comment === '' ? said : `${said}\n${comment}`;
    })
    .join('\n');
}

function answerWord(
  { workbook, vocabulary }: WorkbookSetting,
  indicator: Indicator,
): { answer: string; reason: string } {
  const said = workbook.content.rows.get(indicator.id)?.said ?? null;
  const word = (name: string) => vocabulary.word(`answer.${indicator.scale}.${name}`);
  if (said === null) return { answer: '', reason: '' };
  if (said.kind === 'no-view') return { answer: word('no-view'), reason: '' };
  if (said.kind === 'not-ours') return { answer: word('not-ours'), reason: said.suggests };
  const { answer } = said;
  if (answer.state === 'level') return { answer: word(`level:${answer.level}`), reason: '' };
  if (answer.state === 'unknown') return { answer: word('unknown'), reason: '' };
  return { answer: word('not-applicable'), reason: answer.reason };
}

const WIDTHS: Readonly<Record<AnswerColumn, number>> = {
  code: 8,
  indicator: 32,
  draft: 24,
  answer: 20,
  reason: 26,
  confidence: 12,
  comment: 40,
};
const LEVEL_WIDTH = 27;
const INPUTS: ReadonlySet<string> = new Set(['answer', 'reason', 'confidence', 'comment']);

/** One row an indicator: what is chosen stands beside what the levels say. */
export function answerSheet(setting: WorkbookSetting): FormSheet {
  const { workbook, framework, texts, localiser, vocabulary } = setting;
  const { t } = localiser;
  const isComment = workbook.origin.mode === 'comment';
  const scales = [...new Set(workbook.indicators.map(({ scale }) => scale))];
  const most = Math.max(0, ...workbook.indicators.map((one) => scaleOf(framework, one).levels.length));
  const own = ANSWER_COLUMNS.filter(
    (column) =>
      (!isComment || ['code', 'indicator', 'comment'].includes(column)) &&
      (column !== 'draft' || workbook.drafts.size > 0),
  );
  const before = own.filter((column) => ['code', 'indicator', 'draft', 'answer'].includes(column));
  const after = own.filter((column) => !before.includes(column));
  const oneScale = scales.length === 1 ? (scales[0] ?? '') : null;
  const levelHead = (index: number) =>
    oneScale === null
      ? t('institutions.workbook.levelNumber', { number: index + 1 })
      : vocabulary.level(oneScale, framework.structure.scales[oneScale]?.levels[index]?.id ?? '');
  const levelCell = (indicator: Indicator, index: number) => {
    const level = scaleOf(framework, indicator).levels[index];
    if (level === undefined) return cell('text', '');
    const text = levelText(setting, indicator, level.id, index === 0);
    return cell('text', oneScale === null ? `${vocabulary.level(indicator.scale, level.id)}\n${text}` : text);
  };
  const levels = Array.from({ length: most }, (_, index) => index);
  const rows: (readonly FormCell[])[] = [
    codeRow(setting),
    [
      ...before.map((column) => cell('head', vocabulary.word(`answers.${column}`))),
      ...levels.map((index) => cell('head', levelHead(index))),
      ...after.map((column) => cell('head', vocabulary.word(`answers.${column}`))),
    ],
  ];
  const places = new Map<string, string[]>();
  const confidences: string[] = [];
  const columns = [...before, ...levels.map((index) => `level.${index}`), ...after];
  const letterOf = (column: string) => columnLetters(columns.indexOf(column));
  let domain: string | null = null;
  for (const indicator of workbook.indicators) {
    if (indicator.domain !== domain) {
      domain = indicator.domain;
      const title = localiser.text(texts.domains[domain]?.title ?? domain);
      rows.push(columns.map((column) => cell('section', column === 'indicator' ? title : '')));
    }
    const line = rows.length + 1;
    const row = workbook.content.rows.get(indicator.id);
    const said = answerWord(setting, indicator);
    const question = texts.indicators[indicator.id];
    const cells: Record<AnswerColumn, string> = {
      code: indicator.id,
      indicator: [question?.title, question?.question].map((text) => localiser.text(text ?? '')).join('\n'),
      draft: draftText(setting, indicator.scale, workbook.drafts.get(indicator.id) ?? []),
      ...said,
      confidence: row?.confidence === null || row === undefined ? '' : vocabulary.word(`confidence.${row.confidence}`),
      comment: row?.comment ?? '',
    };
    const written = (column: AnswerColumn) => cell(INPUTS.has(column) ? 'input' : 'text', cells[column]);
    rows.push([...before.map(written), ...levels.map((index) => levelCell(indicator, index)), ...after.map(written)]);
    const list = vocabulary.answersOf(indicator);
    places.set(list, [...(places.get(list) ?? []), `${letterOf('answer')}${line}`]);
    confidences.push(`${letterOf('confidence')}${line}`);
  }
  const answerChoices = [...places].map(([list, cells]) =>
    choice(setting, cells.join(' '), list, vocabulary.word('answers.answer'), t('institutions.workbook.hint.answer')),
  );
  const confidenceChoice = choice(
    setting,
    confidences.join(' '),
    'confidence',
    vocabulary.word('answers.confidence'),
    t('institutions.workbook.hint.confidence'),
  );
  return {
    ...sheetFrame(setting, 'answers'),
    widths: [
      ...before.map((column) => WIDTHS[column]),
      ...levels.map(() => LEVEL_WIDTH),
      ...after.map((column) => WIDTHS[column]),
    ],
    rows,
    stickyRows: HEAD_ROWS,
    stickyColumns: before.length,
    choices: isComment || confidences.length === 0 ? [] : [...answerChoices, confidenceChoice],
  };
}

/** One row a requirement, with yes, no or under way; empty is not said. */
export function requirementSheet(setting: WorkbookSetting): FormSheet {
  const { workbook, framework, texts, localiser, vocabulary } = setting;
  const rows: (readonly FormCell[])[] = [
    codeRow(setting),
    REQUIREMENT_COLUMNS.map((column) => cell('head', vocabulary.word(`requirements.${column}`))),
  ];
  for (const indicator of workbook.indicators) {
    for (const address of requirementsOfIndicator(framework, indicator)) {
      const met = workbook.content.requirements.get(address);
      rows.push([
        cell('text', address),
        cell('text', localiser.text(texts.indicators[indicator.id]?.title ?? indicator.id)),
        cell('text', vocabulary.level(indicator.scale, levelOfRequirement(address))),
        cell('text', localiser.text(requirementText(texts, address) ?? address)),
        cell('input', met === undefined ? '' : vocabulary.word(`met.${met}`)),
      ]);
    }
  }
  const last = Math.max(HEAD_ROWS + 1, rows.length);
  const hint = localiser.t('institutions.workbook.hint.met');
  return {
    ...sheetFrame(setting, 'requirements'),
    widths: [20, 36, 16, 70, 12],
    rows,
    stickyRows: HEAD_ROWS,
    stickyColumns: 1,
    choices: [choice(setting, `E${HEAD_ROWS + 1}:E${last}`, 'met', vocabulary.word('requirements.met'), hint)],
  };
}

const EVIDENCE_WIDTHS: Readonly<Record<EvidenceColumn, number>> = {
  indicators: 18,
  title: 50,
  kind: 20,
  holder: 28,
  date: 14,
  reference: 36,
  access: 14,
  id: 19,
};

/** One row a document, with empty ones to fill in. */
export function evidenceSheet(setting: WorkbookSetting): FormSheet {
  const { workbook, localiser, vocabulary } = setting;
  const rows: (readonly FormCell[])[] = [
    codeRow(setting),
    EVIDENCE_COLUMNS.map((column) => cell('head', vocabulary.word(`evidence.${column}`))),
    ...workbook.content.evidence.map(({ id, indicators, fields, access }) =>
      EVIDENCE_COLUMNS.map((column) => {
        if (column === 'id') return cell('code', id);
        if (column === 'indicators') return cell('input', indicators.join('; '));
        if (column === 'access') return cell('input', access === null ? '' : vocabulary.word(`access.${access}`));
        return cell('input', fields[column]);
      }),
    ),
  ];
  const letter = columnLetters(EVIDENCE_COLUMNS.indexOf('access'));
  const cells = `${letter}${HEAD_ROWS + 1}:${letter}${rows.length}`;
  const hint = localiser.t('institutions.workbook.hint.access');
  return {
    ...sheetFrame(setting, 'evidence'),
    widths: EVIDENCE_COLUMNS.map((column) => EVIDENCE_WIDTHS[column]),
    rows,
    stickyRows: HEAD_ROWS,
    stickyColumns: 0,
    choices: [choice(setting, cells, 'access', vocabulary.word('evidence.access'), hint)],
  };
}

/** What the terms of the indicators mean, and after whom; none where they name none. */
export function termSheet(setting: WorkbookSetting): FormSheet[] {
  const { workbook, texts, localiser } = setting;
  const { t } = localiser;
  const terms = termWords(workbook.indicators, texts, localiser);
  if (terms.length === 0) return [];
  const heads = [
    t('institutions.workbook.term'),
    t('institutions.workbook.meaning'),
    t('institutions.workbook.source'),
  ];
  return [
    {
      ...sheetFrame(setting, 'terms'),
      widths: [32, 90, 48],
      rows: [
        codeRow(setting),
        heads.map((text) => cell('head', text)),
        ...terms.map(({ term, text, source }) => [cell('label', term), cell('text', text), cell('text', source)]),
      ],
      stickyRows: HEAD_ROWS,
      choices: [],
    },
  ];
}

/** The words, and what the cells said when the workbook was made: not for people, so it is hidden. */
export function keySheet({ workbook, vocabulary, localiser }: WorkbookSetting): FormSheet {
  const { origin, base } = workbook;
  const rows = workbookKeyRows({ origin, words: vocabulary.words, base });
  return {
    name: keySheetName(localiser),
    hidden: true,
    widths: [40, 60, 20, 50, 30],
    rows: rows.map((row) => row.map((text) => ({ kind: 'text', text }) as const)),
    stickyRows: 0,
    stickyColumns: 0,
    choices: [],
  };
}
