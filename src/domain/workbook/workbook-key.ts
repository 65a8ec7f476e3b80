import { entryIdSchema } from '../journal/entry-schema.ts';
import type { JsonValue } from '../journal/fold.ts';
import { findJsonDanger } from '../json-safety.ts';
import type { WorkbookSheet } from '../plan/plan-sheet.ts';
import { foldWords, textOfCell } from '../plan/plan-sheet.ts';
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
}

/** Rows of the key above its words. */
export const KEY_ROWS_BEFORE_WORDS = 9;

/** Rows of the key: what stands in the first column says what the others are. */
export function workbookKeyRows({ origin, words, base }: Omit<WorkbookKey, 'formatVersion'>): string[][] {
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
      rest === null ? '' : JSON.stringify(rest),
    ]),
  ];
}

function readRest(text: string): JsonValue {
  if (text === '') return null;
  try {
    const value = JSON.parse(text) as JsonValue;
    return findJsonDanger(value) === null ? value : null;
  } catch {
    return null;
  }
}

const WORD = 'word.';

/** The key among the sheets of a workbook; null where none of them is one. */
export function findWorkbookKey(sheets: readonly WorkbookSheet[]): WorkbookKey | null {
  for (const { rows } of sheets) {
    const cells = rows.map((row) => Array.from({ length: 5 }, (_, column) => textOfCell(row[column])));
    const values = new Map(cells.map(([name = '', value = '']) => [name, value]));
    if (values.get('format') !== ANSWER_WORKBOOK_FORMAT) continue;
    const value = (name: string) => values.get(name) ?? '';
    const base = cells
      .filter(([name]) => name === 'base')
      .map(([, register = '', hash = '', heads = '', rest = '']): [string, WorkbookBase] => [
        register,
        { hash, heads: heads.split(' ').filter((id) => entryIdSchema.safeParse(id).success), rest: readRest(rest) },
      ]);
    return {
      formatVersion: Number(value('formatVersion')),
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
      base: new Map(base),
    };
  }
  return null;
}

/** Ids by their words, among those whose name begins with `prefix`. */
export function idsByWord(words: WorkbookWords, prefix: string): ReadonlyMap<string, string> {
  return new Map(
    words
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, word]) => [foldWords(word), name.slice(prefix.length)]),
  );
}
