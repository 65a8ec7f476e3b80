import type { Framework } from '../domain/framework/framework.ts';
import type { ForeignResult } from '../domain/foreign/foreign-framework.ts';
import { singleFileOfForeign } from '../domain/foreign/foreign-framework.ts';
import { frameworkOfLibrary } from '../domain/foreign/framework-of-library.ts';
import { frameworkOfTable } from '../domain/foreign/framework-of-table.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { fileKind } from './file-kind.ts';
import { isLibrary } from './is-foreign.ts';
import { wrongFile } from './read-returned-file.ts';
import { readTable } from './read-table.ts';
import { decodeText } from './text-bytes.ts';

/** How often a part may be repeated by its name: more is made to fill the memory of whoever reads it. */
const MOST_ALIASES = 50;

type OnShare = (share: number) => void;

/** Of the time that a large one takes, up to where each step ends. */
const SHARES = { text: 0.35, values: 0.7, framework: 0.8 };

async function readYaml(text: string, fileName: string, onshare: OnShare): Promise<ForeignResult> {
  const { isScalar, LineCounter, parseDocument, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  const { addNewLine } = lineCounter;
  const letters = text.length;
  lineCounter.addNewLine = (offset) => {
    onshare((SHARES.text * offset) / letters);
    return addNewLine(offset);
  };
  // Keys are compared here: the parser compares each with each.
  const document = parseDocument(text, { schema: 'core', merge: true, uniqueKeys: false, lineCounter });
  let wrongAt = document.errors[0]?.pos[0];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) wrongAt ??= key.range?.[0] ?? 0;
        keys.add(key.value);
      }
      return wrongAt === undefined ? undefined : visit.BREAK;
    },
  });
  if (wrongAt !== undefined) {
    const { line } = lineCounter.linePos(wrongAt);
    return { ok: false, problems: [{ ...problem('library.notYaml', fileName, []), line }] };
  }
  onshare(SHARES.values);
  try {
    return frameworkOfLibrary(document.toJS({ maxAliasCount: MOST_ALIASES }), fileName);
  } catch {
    // What repeats itself without end.
    return { ok: false, problems: [problem('library.notYaml', fileName, [])] };
  }
}

async function readFrameworkTable(bytes: Uint8Array, fileName: string): Promise<ForeignResult> {
  const sheets = await readTable(bytes, fileName);
  if (!sheets.ok) return sheets;
  // A question that was not read is one that nobody would miss.
  if (sheets.advice.length > 0) return { ok: false, problems: sheets.advice };
  return frameworkOfTable(sheets.value, fileName);
}

async function readLibrary(bytes: Uint8Array, fileName: string, onshare: OnShare): Promise<ForeignResult> {
  const text = decodeText(bytes);
  if (text !== null && text.trim() !== '') return readYaml(text, fileName, onshare);
  const wrong = wrongFile(text === null ? fileKind(bytes, fileName) : 'empty');
  return { ok: false, problems: [wrong ?? problem('frameworkTable.notRead', fileName, [])] };
}

/**
 * A framework from a workbook or CSV of the template, or from a YAML library of CISO Assistant, checked as every
 * framework is; nothing is changed by reading it. `onshare` hears how much is done, 0 to 1. Codes: `frameworkTable.*`,
 * `library.*`, `framework.*`, `schema.*`, and those of `readTable`.
 */
export async function readForeignFramework(
  bytes: Uint8Array,
  fileName: string,
  onshare: OnShare = () => {},
): Promise<Result<Framework>> {
  const foreign = isLibrary(fileName)
    ? await readLibrary(bytes, fileName, onshare)
    : await readFrameworkTable(bytes, fileName);
  if (!foreign.ok) return foreign;
  onshare(SHARES.framework);
  const framework = parseSingleFileFramework(singleFileOfForeign(foreign.value), fileName);
  return framework.ok ? { ...framework, advice: [...foreign.advice, ...framework.advice] } : framework;
}
