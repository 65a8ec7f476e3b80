import type { Framework } from '../domain/framework/framework.ts';
import type { ForeignResult } from '../domain/foreign/foreign-framework.ts';
import { singleFileOfForeign } from '../domain/foreign/foreign-framework.ts';
import { frameworkOfLibrary } from '../domain/foreign/framework-of-library.ts';
import { frameworkOfTable } from '../domain/foreign/framework-of-table.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import { fileKind } from './file-kind.ts';
import { readWorkbook } from './read-workbook.ts';
import { readSheetLines } from './sheet-lines.ts';
import { decodeText } from './text-bytes.ts';

const YAML_NAME = /\.ya?ml$/i;
/** How often a part may be repeated by its name: more is made to fill the memory of whoever reads it. */
const MOST_ALIASES = 50;
const DELIMITERS = [',', ';', '\t'];

async function readYaml(text: string, fileName: string): Promise<ForeignResult> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, lineCounter });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line } = lineCounter.linePos(fault.pos[0]);
    return { ok: false, problems: [{ ...problem('library.notYaml', fileName, []), line }] };
  }
  try {
    return frameworkOfLibrary(document.toJS({ maxAliasCount: MOST_ALIASES }), fileName);
  } catch {
    // What repeats itself without end.
    return { ok: false, problems: [problem('library.notYaml', fileName, [])] };
  }
}

const ROWS_LOOKED_AT = 30;

/** The separator under which the first rows have most cells. */
function readCsv(text: string, fileName: string): ForeignResult {
  const widthUnder = (delimiter: string) =>
    Math.max(0, ...readSheetLines(text, delimiter, 1, ROWS_LOOKED_AT).rows.map(({ cells }) => cells.length));
  const widths = DELIMITERS.map((delimiter) => ({ delimiter, width: widthUnder(delimiter) }));
  const { delimiter = ',' } = widths.sort((a, b) => b.width - a.width)[0] ?? {};
  const rows = readSheetLines(text, delimiter).rows.map(({ cells }) => cells);
  return frameworkOfTable([{ name: '', rows }], fileName);
}

async function readForeign(bytes: Uint8Array, fileName: string): Promise<ForeignResult> {
  if (bytes.length > MAXIMUM_SHEET_BYTES) {
    return { ok: false, problems: [problem('frameworkTable.tooBig', fileName, [], { maximum: MAXIMUM_SHEET_BYTES })] };
  }
  if (fileKind(bytes, fileName) === 'workbook') {
    const sheets = await readWorkbook(bytes, 'workbook');
    return sheets.ok ? frameworkOfTable(sheets.value, fileName) : sheets;
  }
  const text = decodeText(bytes);
  if (text === null) return { ok: false, problems: [problem('frameworkTable.notRead', fileName, [])] };
  return YAML_NAME.test(fileName) ? readYaml(text, fileName) : readCsv(text, fileName);
}

/**
 * A framework from a workbook or CSV of the template, or from a YAML library of CISO Assistant, checked as every framework is;
 * nothing is changed by reading it. Codes: `frameworkTable.*`, `library.*`, `framework.*`, `schema.*`, and those of
 * `readWorkbook`.
 */
export async function readForeignFramework(bytes: Uint8Array, fileName: string): Promise<Result<Framework>> {
  const foreign = await readForeign(bytes, fileName);
  if (!foreign.ok) return foreign;
  const framework = parseSingleFileFramework(singleFileOfForeign(foreign.value), fileName);
  return framework.ok ? { ...framework, advice: [...foreign.advice, ...framework.advice] } : framework;
}
