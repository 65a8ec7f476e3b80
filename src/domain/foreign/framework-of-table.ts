import type { WorkbookCell, WorkbookSheet } from '../intake/cells.ts';
import { isUnreadable, textOfCell } from '../intake/cells.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { foldWords } from '../fold-words.ts';
import type { ForeignIndicator, ForeignResult } from './foreign-framework.ts';
import type { AboutRow, FrameworkColumn } from './framework-columns.ts';
import { aboutRow, frameworkColumn, levelColumn } from './framework-columns.ts';

/** Rows above the head: a title, what the sheet is for. */
const ROWS_TO_LOOK_AT = 30;
const NEEDED: readonly FrameworkColumn[] = ['domain', 'title'];
const MOST_LEVELS = 11;
/** A level has one to three sentences. */
const MOST_SENTENCES = 3;

interface Head {
  readonly sheet: WorkbookSheet;
  /** Of the head in the sheet, from 0. */
  readonly row: number;
  readonly places: ReadonlyMap<FrameworkColumn, number>;
  /** From the lowest. */
  readonly levels: readonly { readonly at: number; readonly number: number; readonly name: string }[];
}

function headAt(sheet: WorkbookSheet, row: number): Head {
  const titles = (sheet.rows[row] ?? []).map(textOfCell);
  const places = new Map<FrameworkColumn, number>();
  titles.forEach((title, at) => {
    const column = frameworkColumn(title);
    if (column !== undefined && !places.has(column)) places.set(column, at);
  });
  const levels = titles.flatMap((title, at) => {
    const level = levelColumn(title);
    return level === null ? [] : [{ at, ...level }];
  });
  return { sheet, row, places, levels: levels.sort((a, b) => a.number - b.number) };
}

function findHead(sheets: readonly WorkbookSheet[]): Head | null {
  const heads = sheets.flatMap((sheet) => sheet.rows.slice(0, ROWS_TO_LOOK_AT).map((_, row) => headAt(sheet, row)));
  return heads.find(({ places }) => NEEDED.every((column) => places.has(column))) ?? null;
}

/** What the other sheets say of the framework, by the words of the first cell of a row. */
function aboutOf(sheets: readonly WorkbookSheet[], head: Head): ReadonlyMap<AboutRow, string> {
  const rows = sheets.filter((sheet) => sheet !== head.sheet).flatMap(({ rows: own }) => own);
  const found = rows.flatMap((row) => {
    const key = aboutRow(textOfCell(row[0]));
    const value = textOfCell(row[1]);
    return key === undefined || value === '' ? [] : [[key, value] as const];
  });
  return new Map(found);
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•*]\s*/, '').trim())
    .filter((line) => line !== '');

/** `fr` for `fr`, `Français` or `French`: what people write where a language is asked for. */
function languageOf(text: string): string {
  const names: Readonly<Record<string, readonly string[]>> = {
    en: ['english', 'anglais', 'ingles'],
    fr: ['french', 'francais', 'frances'],
    es: ['spanish', 'espagnol', 'espanol'],
    ar: ['arabic', 'arabe', 'العربية'],
  };
  const word = foldWords(text);
  return Object.keys(names).find((code) => names[code]?.some((name) => foldWords(name) === word)) ?? word;
}

function checkLevels({ sheet, row, levels }: Head): Problem[] {
  const at = (code: string, params: Problem['params'] = {}) => [
    { ...problem(code, sheet.name, [], params), line: row + 1 },
  ];
  if (levels.length < 2) return at('frameworkTable.noLevels');
  if (levels.length > MOST_LEVELS) {
    return at('frameworkTable.tooManyLevels', { found: levels.length, maximum: MOST_LEVELS });
  }
  const wrong = levels.find(({ number }, place) => number !== place + 1 && number !== place);
  return wrong === undefined ? [] : at('frameworkTable.levelsNotInOrder', { level: wrong.number });
}

/** The questions of the rows below the head; an empty domain or sub-domain is that of the row above. */
function readRows({ sheet, row: headRow, places, levels }: Head, problems: Problem[]): ForeignIndicator[] {
  const codes = new Map<string, number>();
  let [domain, subdomain] = ['', ''];
  return sheet.rows.slice(headRow + 1).flatMap((row, below) => {
    const line = headRow + below + 2;
    const say = (code: string, params: Problem['params'] = {}) =>
      problems.push({ ...problem(code, sheet.name, [], params), line });
    if (row.every((cell) => !isUnreadable(cell) && textOfCell(cell) === '')) return [];
    const cellAt = (at: number | undefined): WorkbookCell => row[at ?? -1] ?? null;
    for (const cell of row) {
      if (isUnreadable(cell) && cell.unreadable !== 'merged')
        say('frameworkTable.unreadableCell', { shown: cell.shown });
    }
    const textAt = (column: FrameworkColumn) => textOfCell(cellAt(places.get(column)));
    if (textAt('domain') !== '' && textAt('domain') !== domain) [domain, subdomain] = [textAt('domain'), ''];
    if (textAt('subdomain') !== '') subdomain = textAt('subdomain');
    const title = textAt('title');
    if (domain === '') say('frameworkTable.emptyCell', { column: 'domain' });
    if (title === '') say('frameworkTable.emptyCell', { column: 'title' });
    const code = textAt('code');
    const earlier = codes.get(foldWords(code));
    if (code !== '' && earlier !== undefined) say('frameworkTable.codeTwice', { code, line: earlier });
    codes.set(foldWords(code), line);
    const said = levels.map(({ at, name }) => {
      const sentences = linesOf(textOfCell(cellAt(at)));
      if (sentences.length === 0) say('frameworkTable.emptyCell', { column: name });
      if (sentences.length > MOST_SENTENCES)
        say('frameworkTable.tooManySentences', { level: name, maximum: MOST_SENTENCES });
      return sentences;
    });
    const weight = textAt('weight').replace(',', '.');
    if (weight !== '' && !(Number(weight) >= 0)) say('frameworkTable.noWeight', { value: weight });
    const [question, why, evidence] = [textAt('question'), textAt('why'), linesOf(textAt('evidence'))];
    return [
      {
        domain,
        subdomain,
        code,
        title,
        question: question === '' ? title : question,
        levels: said,
        ...(why === '' ? {} : { why }),
        ...(evidence.length === 0 ? {} : { evidence }),
        ...(weight === '' ? {} : { weight: Number(weight) }),
      },
    ];
  });
}

/**
 * A framework from a table: one row a question, a column for each level (`Level 1: Nascent`), its sentences on lines of their own;
 * titles in any language of the app. `fileName` names it where no other sheet does. Codes, with sheet and line:
 * `frameworkTable.noHead`, `frameworkTable.noLevels`, `frameworkTable.tooManyLevels` (found, maximum),
 * `frameworkTable.levelsNotInOrder` (level), `frameworkTable.emptyCell` (column), `frameworkTable.codeTwice` (code, line),
 * `frameworkTable.tooManySentences` (level, maximum), `frameworkTable.noWeight` (value), `frameworkTable.unreadableCell`
 * (shown), `frameworkTable.noRows`.
 */
export function frameworkOfTable(sheets: readonly WorkbookSheet[], fileName: string): ForeignResult {
  const head = findHead(sheets);
  if (head === null) return { ok: false, problems: [problem('frameworkTable.noHead', '', [])] };
  const problems = checkLevels(head);
  const indicators = problems.length > 0 ? [] : readRows(head, problems);
  if (problems.length === 0 && indicators.length === 0)
    problems.push(problem('frameworkTable.noRows', head.sheet.name, []));
  if (problems.length > 0) return { ok: false, problems };
  const about = aboutOf(sheets, head);
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  const description = about.get('description');
  const attribution = about.get('attribution');
  return {
    ok: true,
    value: {
      id: about.get('id') ?? name,
      version: about.get('version') ?? '0.1.0',
      language: languageOf(about.get('language') ?? 'en'),
      title: about.get('name') ?? name,
      ...(description === undefined ? {} : { description }),
      ...(attribution === undefined ? {} : { attribution }),
      levels: head.levels.map(({ name: level }, points) => ({ name: level, points })),
      indicators,
    },
    advice: [],
  };
}
