import {
  MAXIMUM_SHARED_STRINGS,
  MAXIMUM_SHEETS,
  MAXIMUM_WORKBOOK_BYTES,
  MAXIMUM_WORKBOOK_PART_BYTES,
  MAXIMUM_WORKBOOK_SETTINGS_BYTES,
} from '../domain/limits.ts';
import type { WorkbookSheet } from '../domain/intake/cells.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { dateFormats } from './number-formats.ts';
import type { WorkbookFrame } from './read-sheet-xml.ts';
import { NOTE_PART, notesOfSheet } from './read-notes.ts';
import { DAY_ZERO_1904, readSharedStrings, readSheetXml } from './read-sheet-xml.ts';
import { readZip } from './read-zip.ts';
import type { GridBudget } from './sheet-grid.ts';
import { struckByRule, struckFormats } from './struck-formats.ts';
import { decodeUtf8, withoutByteOrderMark } from './text-bytes.ts';
import { readXml, textOfXml } from './xml-tokens.ts';

/** What a workbook holds, or why it is not read; `notWorkbook` where it is none that can be read. */
export type ReadSheets =
  | { readonly kind: 'sheets'; readonly sheets: readonly WorkbookSheet[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'notWorkbook' };

export const NOT_WORKBOOK = { kind: 'notWorkbook' } as const;
export const refuseSheets = (...problems: Problem[]) => ({ kind: 'refused', problems }) as const;
/** Of the parts of a workbook that hold no cells. */
export const WORKBOOK_SETTINGS = {
  limitOf: () => MAXIMUM_WORKBOOK_SETTINGS_BYTES,
  maximumBytes: MAXIMUM_WORKBOOK_BYTES,
};

/** Some programs number it. */
export const WORKBOOK_PART = /^xl\/workbook\d*\.xml$/i;
const relationsOf = (part: string) => part.replace(/^(.*\/)?([^/]*)$/, '$1_rels/$2.rels');

/** A part of a zip as text; null where it is not there or no text. */
export function textOfPart(parts: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = parts.get(name);
  const text = bytes === undefined ? null : decodeUtf8(bytes);
  return text === null ? null : withoutByteOrderMark(text);
}

interface Outline {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly startsIn1904: boolean;
  readonly sharedStrings: string;
  readonly styles: string;
}

type Element = readonly [name: string, attributes: ReadonlyMap<string, string>];

/** The attributes of each element of one name; null where it is no XML. */
function elements(xml: string, names: readonly string[]): Element[] | null {
  const found: Element[] = [];
  const isXml = readXml(xml, {
    onopen: (name, attributes) => void (names.includes(name) && found.push([name, attributes()])),
    onclose: () => {},
    ontext: () => {},
  });
  return isXml ? found : null;
}

/** Which sheets there are, in their order, and where their words and formats stand. */
function outlineOf(parts: ReadonlyMap<string, Uint8Array>): Outline | null {
  const workbook = [...parts.keys()].find((name) => WORKBOOK_PART.test(name));
  if (workbook === undefined) return null;
  const named = elements(textOfPart(parts, relationsOf(workbook)) ?? '', ['Relationship']);
  const listed = elements(textOfPart(parts, workbook) ?? '', ['sheet', 'workbookPr']);
  if (named === null || listed === null) return null;
  const relations = new Map<string, { readonly type: string; readonly part: string }>();
  for (const [, attributes] of named) {
    const target = textOfXml(attributes.get('Target') ?? '').replace(/^\.\//, '');
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    relations.set(attributes.get('Id') ?? '', { type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '', part });
  }
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.part;
  const sheets = listed.flatMap(([element, attributes]) => {
    const relation = element === 'sheet' ? relations.get(attributes.get('id') ?? '') : undefined;
    if (relation?.type !== 'worksheet') return [];
    return [{ name: textOfXml(attributes.get('name') ?? ''), part: relation.part }];
  });
  const epoch = listed.find(([element]) => element === 'workbookPr')?.[1].get('date1904');
  return {
    sheets,
    startsIn1904: epoch === '1' || epoch === 'true',
    sharedStrings: partOf('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: partOf('styles') ?? 'xl/styles.xml',
  };
}

/** What is damaged is no workbook for whoever chose it; what is too big is said with its size. */
const TOO_BIG = new Set(['file.tooBig', 'file.partTooBig', 'file.exaggerated', 'file.tooManyParts']);
export function refuseParts(problems: readonly Problem[]): ReadSheets {
  const found = problems.filter(({ code }) => TOO_BIG.has(code));
  return found.length === 0 ? NOT_WORKBOOK : refuseSheets(...found);
}

function readSheets(
  outline: Outline,
  parts: ReadonlyMap<string, Uint8Array>,
  noteParts: ReadonlyMap<string, Uint8Array>,
): ReadSheets {
  const strings = readSharedStrings(textOfPart(parts, outline.sharedStrings) ?? '', MAXIMUM_SHARED_STRINGS);
  if (strings === null) return NOT_WORKBOOK;
  if (strings === 'tooMany') {
    return refuseSheets(problem('workbook.tooManyTexts', '', [], { maximum: MAXIMUM_SHARED_STRINGS }));
  }
  const styles = textOfPart(parts, outline.styles) ?? '';
  const [dates, struck] = [dateFormats(styles), struckFormats(styles)];
  const frame: WorkbookFrame = {
    ...{ strings, dates, struck, struckByRule: struckByRule(styles), startsIn1904: outline.startsIn1904 },
  };
  const budget: GridBudget = { cells: 0 };
  const sheets: WorkbookSheet[] = [];
  for (const { name, part } of outline.sheets) {
    const xml = textOfPart(parts, part);
    const grid = xml === null ? null : readSheetXml(xml, frame);
    if (grid === null) return NOT_WORKBOOK;
    const far = grid.checkSize(name, budget);
    if (far !== null) return refuseSheets(far);
    const notes = notesOfSheet(noteParts, part);
    const rules = grid.struckByRule();
    sheets.push({
      ...{ name, rows: grid.rows() },
      ...(notes.length === 0 ? {} : { notes }),
      ...(rules.length === 0 ? {} : { struckByRule: rules }),
      ...(outline.startsIn1904 ? { dayZero: DAY_ZERO_1904 } : {}),
    });
  }
  return { kind: 'sheets', sheets };
}

/**
 * The cells of every sheet of an Excel workbook, after a look at how much it would unfold to: parts and their sizes,
 * sheets, shared strings, and the last cells that hold something. Codes: those of `readZip`, `workbook.tooManySheets`,
 * `workbook.tooManyTexts` (maximum), `workbook.farCell` (the sheet as file; cell, maximum).
 */
export function readXlsx(bytes: Uint8Array): ReadSheets {
  const isOutline = (name: string) => /^xl\/(workbook\d*\.xml|_rels\/workbook\d*\.xml\.rels)$/i.test(name);
  const frame = readZip(bytes, { ...WORKBOOK_SETTINGS, isWanted: isOutline });
  const outline = frame.ok ? outlineOf(frame.value) : null;
  if (outline === null || outline.sheets.length === 0) return frame.ok ? NOT_WORKBOOK : refuseParts(frame.problems);
  if (outline.sheets.length > MAXIMUM_SHEETS) {
    return refuseSheets(problem('workbook.tooManySheets', '', [], { maximum: MAXIMUM_SHEETS }));
  }
  const own = new Set([...outline.sheets.map(({ part }) => part), outline.sharedStrings]);
  // A part that stands for several sheets would unfold once for each.
  if (new Set(outline.sheets.map(({ part }) => part)).size < outline.sheets.length) return NOT_WORKBOOK;
  const read = readZip(bytes, {
    ...WORKBOOK_SETTINGS,
    limitOf: (name) => (own.has(name) ? MAXIMUM_WORKBOOK_PART_BYTES : MAXIMUM_WORKBOOK_SETTINGS_BYTES),
    isWanted: (name) => own.has(name) || name === outline.styles,
  });
  if (!read.ok) return refuseParts(read.problems);
  // What cannot be read of them refuses nothing.
  const notes = readZip(bytes, { ...WORKBOOK_SETTINGS, isWanted: (name) => NOTE_PART.test(name) });
  return readSheets(outline, read.value, notes.ok ? notes.value : new Map());
}
