import { entryIdSchema, jsonValueSchema, registerSchema } from '../journal/entry-schema.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import { findJsonDanger } from '../json-safety.ts';
import { MAXIMUM_REPLACES } from '../limits.ts';
import type { WorkbookSheet } from '../intake/cells.ts';
import { foldWords } from '../fold-words.ts';
import { textOfCell } from '../intake/cells.ts';
import { CELL_CHARACTERS, cutIntoCells } from './cell-text.ts';
import type { WorkbookBase, WorkbookOrigin } from './answer-workbook.ts';
import { ANSWER_WORKBOOK_FORMAT, ANSWER_WORKBOOK_VERSION } from './answer-workbook.ts';

/**
 * The words that a workbook uses, by what they stand for: `answers.<column>`, `requirements.<column>`,
 * `evidence.<column>`, `endorsement.<field>`, `answer.<scale>.<level:id | unknown | not-applicable | not-ours |
 * no-view>`, `confidence.<id>`, `met.<yes | no>`, `access.<id>`, `state.<id>`.
 */
export type WorkbookWords = readonly (readonly [name: string, word: string])[];

/** What the last sheet says, so that the others are read in whatever language they are. */
export interface WorkbookKey {
  readonly formatVersion: number;
  readonly origin: WorkbookOrigin;
  readonly words: WorkbookWords;
  readonly base: ReadonlyMap<string, WorkbookBase>;
  /** Name of the sheet of the key. */
  readonly sheet: string;
  /** Its rows, from 1, that say what no workbook of ours says. */
  readonly damagedLines: readonly number[];
}

/** Rows of the key above its words. */
export const KEY_ROWS_BEFORE_WORDS = 9;

/** What no cell shows, in as many cells as it takes. Space is written as a code: cells lose it at their ends. */
function restCells(rest: JsonValue): string[] {
  if (rest === null) return [''];
  const text = JSON.stringify(rest);
  if (text.length <= CELL_CHARACTERS) return [text];
  const escaped = text.replaceAll(/\s/g, (space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return cutIntoCells(escaped);
}

/** Rows of the key: what stands in the first column says what the others are. */
export function workbookKeyRows({ origin, words, base }: Pick<WorkbookKey, 'origin' | 'words' | 'base'>): string[][] {
  const { assessment, institution, mode, framework, mark } = origin;
  return [
    ['format', ANSWER_WORKBOOK_FORMAT],
    ['formatVersion', String(ANSWER_WORKBOOK_VERSION)],
    ['assessment', assessment],
    ['institution', institution],
    ['mode', mode],
    ['framework', framework.id],
    ['frameworkVersion', framework.version],
    ['frameworkHash', framework.hash],
    ['mark', mark],
    ...words.map(([name, word]) => [`word.${name}`, word]),
    ...[...base].map(([register, { hash, heads, rest }]) => [
      'base',
      register,
      hash,
      heads.join(' '),
      ...restCells(rest),
    ]),
  ];
}

/** Undefined where it is no JSON. */
function readRest(text: string): JsonValue | undefined {
  if (text === '') return null;
  try {
    const value = jsonValueSchema.safeParse(JSON.parse(text));
    return value.success && findJsonDanger(value.data) === null ? value.data : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where the row is damaged: an untouched cell would look changed, or replace what it was not made from. */
function readBase([register = '', hash = '', ids = '', ...parts]: readonly string[]): WorkbookBase | undefined {
  const heads = ids.split(' ').filter((id) => id !== '');
  const rest = readRest(parts.join(''));
  const isRegister = registerSchema.safeParse(register).success;
  const areIds = heads.length <= MAXIMUM_REPLACES && heads.every((id) => entryIdSchema.safeParse(id).success);
  return isRegister && areIds && rest !== undefined && HASH.test(hash) ? { hash, heads, rest } : undefined;
}

/** Undefined where it is no whole number from 1. */
function readVersion(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

const WORD = 'word.';
const HASH = /^([0-9a-f]{16})?$/;

/** The key among the sheets of a workbook; null where none of them is one. */
export function findWorkbookKey(sheets: readonly WorkbookSheet[]): WorkbookKey | null {
  for (const { name: sheet, rows } of sheets) {
    if (!rows.some((row) => textOfCell(row[0]) === 'format')) continue;
    const cells = rows.map((row) => row.map(textOfCell));
    const values = new Map(cells.map(([name = '', value = '']) => [name, value]));
    if (values.get('format') !== ANSWER_WORKBOOK_FORMAT) continue;
    const value = (name: string) => values.get(name) ?? '';
    const base = new Map<string, WorkbookBase>();
    const lineOf = (wanted: string) => cells.findIndex(([name]) => name === wanted) + 1;
    const formatVersion = readVersion(value('formatVersion'));
    const damagedLines = [
      ...(formatVersion === undefined ? [lineOf('formatVersion')] : []),
      ...(['answer', 'comment'].includes(value('mode')) ? [] : [lineOf('mode')]),
    ];
    cells.forEach(([name, register = '', ...said], index) => {
      if (name !== 'base') return;
      const read = readBase([register, ...said]);
      if (read === undefined || base.has(register)) damagedLines.push(index + 1);
      else base.set(register, read);
    });
    return {
      sheet,
      damagedLines,
      formatVersion: formatVersion ?? ANSWER_WORKBOOK_VERSION,
      origin: {
        assessment: value('assessment'),
        institution: value('institution'),
        mode: value('mode') === 'comment' ? 'comment' : 'answer',
        framework: { id: value('framework'), version: value('frameworkVersion'), hash: value('frameworkHash') },
        mark: value('mark'),
      },
      words: cells.flatMap(([name = '', word = '']) =>
        name.startsWith(WORD) ? [[name.slice(WORD.length), word] as const] : [],
      ),
      base,
    };
  }
  return null;
}

/**
 * Ids by their words, among those whose name begins with `prefix`. A word that stands for two things, as in a damaged
 * key, gives both, which is the id of nothing.
 */
export function idsByWord(words: WorkbookWords, prefix: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [name, word] of words) {
    if (!name.startsWith(prefix)) continue;
    const [folded, id] = [foldWords(word), name.slice(prefix.length)];
    const known = ids.get(folded);
    ids.set(folded, known === undefined || known === id ? id : `${known} | ${id}`);
  }
  return ids;
}
