import { zipSync } from 'fflate';
import {
  MAXIMUM_GRID_CELLS,
  MAXIMUM_SHARED_STRINGS,
  MAXIMUM_SHEETS,
  MAXIMUM_WORKBOOK_BYTES,
  MAXIMUM_WORKBOOK_PART_BYTES,
  MAXIMUM_WORKBOOK_SETTINGS_BYTES,
} from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { readZip } from './read-zip.ts';
import { decodeUtf8, encodeUtf8, withoutByteOrderMark } from './text-bytes.ts';
import type { TidySheet } from './tidy-sheet.ts';
import { tidySheet } from './tidy-sheet.ts';
import { readXml, textOfXml } from './xml-tokens.ts';

const WORKBOOK_PART = 'xl/workbook.xml';
const RELATIONS_PART = 'xl/_rels/workbook.xml.rels';
/** More columns than any of our sheets has: a cell beyond is the one that strayed. */
const MANY_COLUMNS = 256;

/** A workbook that may be made into tables, or why not; `notWorkbook` where it is none that can be read. */
export type TidyWorkbook =
  | {
      readonly kind: 'tidy';
      /** Rows stand without the empty ones between them; `rowNumbers` of each sheet says where they belong. */
      readonly bytes: Uint8Array;
      readonly rowNumbers: readonly (readonly number[])[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'notWorkbook' };

const NOT_WORKBOOK = { kind: 'notWorkbook' } as const;
const refuse = (...problems: Problem[]) => ({ kind: 'refused', problems }) as const;

function textOfPart(parts: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = parts.get(name);
  const text = bytes === undefined ? null : decodeUtf8(bytes);
  return text === null ? null : withoutByteOrderMark(text);
}

interface Relation {
  /** The last word of its type: `worksheet`, `sharedStrings`, `styles`. */
  readonly type: string;
  readonly part: string;
}

interface Outline {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly startsIn1904: boolean;
  readonly sharedStrings: string;
  readonly styles: string;
}

/** The attributes of each element of one name. */
function elements(xml: string, names: readonly string[]): (readonly [string, ReadonlyMap<string, string>])[] | null {
  const found: (readonly [string, ReadonlyMap<string, string>])[] = [];
  const isXml = readXml(xml, {
    onopen: (name, attributes) => void (names.includes(name) && found.push([name, attributes()])),
    onclose: () => {},
    ontext: () => {},
  });
  return isXml ? found : null;
}

/** Which sheets there are, in their order, and where their words and formats stand. */
function outlineOf(parts: ReadonlyMap<string, Uint8Array>): Outline | null {
  const named = elements(textOfPart(parts, RELATIONS_PART) ?? '', ['Relationship']);
  const listed = elements(textOfPart(parts, WORKBOOK_PART) ?? '', ['sheet', 'workbookPr']);
  if (named === null || listed === null) return null;
  const relations = new Map<string, Relation>();
  for (const [, attributes] of named) {
    const target = textOfXml(attributes.get('Target') ?? '');
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    relations.set(attributes.get('Id') ?? '', { type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '', part });
  }
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.part;
  const sheets = listed.flatMap(([element, attributes]) => {
    const relation = element === 'sheet' ? relations.get(attributes.get('id') ?? '') : undefined;
    return relation?.type === 'worksheet' ? [{ name: attributes.get('name') ?? '', part: relation.part }] : [];
  });
  return {
    sheets,
    startsIn1904: listed.find(([element]) => element === 'workbookPr')?.[1].get('date1904') === '1',
    sharedStrings: partOf('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: partOf('styles') ?? 'xl/styles.xml',
  };
}

/** The shared strings without a text, by their number; null where it is no XML, or they are too many. */
function blankStrings(xml: string): { readonly count: number; readonly blank: ReadonlySet<number> } | null {
  let count = 0;
  let [isBlank, inText] = [true, 0];
  const blank = new Set<number>();
  const isXml = readXml(xml, {
    onopen(name) {
      if (name === 'si') [isBlank, inText] = [true, 0];
      else if (name === 't') inText += 1;
    },
    onclose(name) {
      if (name === 't') inText -= 1;
      if (name !== 'si') return;
      if (isBlank) blank.add(count);
      count += 1;
    },
    ontext(text) {
      if (inText > 0 && text.trim() !== '') isBlank = false;
    },
  });
  return isXml ? { count, blank } : null;
}

const quoted = (raw: string) => raw.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The workbook anew: its sheets under names of ours, and nothing else that could be taken for one. */
function rebuild(outline: Outline, sheets: readonly TidySheet[], parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const list = outline.sheets.map(
    ({ name }, index) => `<sheet name="${quoted(name)}" sheetId="${index + 1}" id="s${index}"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/${index}.xml`)),
    relation('strings', 'sharedStrings', 'sharedStrings.xml'),
    relation('styles', 'styles', 'styles.xml'),
  ];
  const epoch = outline.startsIn1904 ? '<workbookPr date1904="1"/>' : '';
  const [strings, styles] = [parts.get(outline.sharedStrings), parts.get(outline.styles)];
  // Stored as it is: the reader of tables would start workers of its own to unpack.
  return zipSync(
    {
      [WORKBOOK_PART]: encodeUtf8(`<workbook>${epoch}<sheets>${list.join('')}</sheets></workbook>`),
      [RELATIONS_PART]: encodeUtf8(`<Relationships>${relations.join('')}</Relationships>`),
      ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
      ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
      ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/${index}.xml`, encodeUtf8(xml)])),
    },
    { level: 0 },
  );
}

/**
 * What holds something has a place for every column up to the last, and every row has one, so that stray cells can make
 * millions.
 */
function checkGrid(sheets: readonly (TidySheet & { readonly name: string })[]): Problem | null {
  let total = 0;
  for (const { name, rows, rowNumbers, columns, lowest, outermost } of sheets) {
    total += rows + rowNumbers.length * columns;
    if (total <= MAXIMUM_GRID_CELLS) continue;
    const cell = columns > MANY_COLUMNS ? outermost : lowest;
    return problem('workbook.farCell', textOfXml(name), [], { cell, maximum: MAXIMUM_GRID_CELLS });
  }
  return null;
}

/** As the format has it; otherwise a row would stand twice. */
const isInOrder = ({ rowNumbers }: TidySheet) => rowNumbers.every((row, index) => row > (rowNumbers[index - 1] ?? 0));

const isSettings = (name: string, { sheets, sharedStrings }: Outline) =>
  name !== sharedStrings && !sheets.some(({ part }) => part === name);

/**
 * A workbook with the filled cells of its sheets and nothing else, after a look at how much that would unfold to: parts
 * and their sizes, sheets, shared strings, and the last cells that hold something. Empty cells at the far end are left
 * out. Codes: those of `readZip`, `workbook.tooManySheets`, `workbook.tooManyTexts` (maximum), `workbook.farCell` (the
 * sheet as file; cell, maximum).
 */
export function tidyWorkbook(bytes: Uint8Array): TidyWorkbook {
  const settings = { limitOf: () => MAXIMUM_WORKBOOK_SETTINGS_BYTES, maximumBytes: MAXIMUM_WORKBOOK_BYTES };
  const isOutline = (name: string) => name === WORKBOOK_PART || name === RELATIONS_PART;
  const frame = readZip(bytes, { ...settings, isWanted: isOutline });
  const outline = frame.ok ? outlineOf(frame.value) : null;
  if (outline === null || outline.sheets.length === 0) return frame.ok ? NOT_WORKBOOK : refuseOf(frame.problems);
  if (outline.sheets.length > MAXIMUM_SHEETS) {
    return refuse(problem('workbook.tooManySheets', '', [], { maximum: MAXIMUM_SHEETS }));
  }
  // A part that stands for several sheets would unfold once for each.
  if (new Set(outline.sheets.map(({ part }) => part)).size < outline.sheets.length) return NOT_WORKBOOK;
  const wanted = new Set([...outline.sheets.map(({ part }) => part), outline.sharedStrings, outline.styles]);
  const read = readZip(bytes, {
    ...settings,
    limitOf: (name) => (isSettings(name, outline) ? MAXIMUM_WORKBOOK_SETTINGS_BYTES : MAXIMUM_WORKBOOK_PART_BYTES),
    isWanted: (name) => wanted.has(name),
  });
  if (!read.ok) return refuseOf(read.problems);
  const parts = read.value;
  const strings = blankStrings(textOfPart(parts, outline.sharedStrings) ?? '');
  if (strings === null) return NOT_WORKBOOK;
  if (strings.count > MAXIMUM_SHARED_STRINGS) {
    return refuse(problem('workbook.tooManyTexts', '', [], { maximum: MAXIMUM_SHARED_STRINGS }));
  }
  const sheets: (TidySheet & { readonly name: string })[] = [];
  for (const { name, part } of outline.sheets) {
    const xml = textOfPart(parts, part);
    const sheet = xml === null ? null : tidySheet(xml, strings.blank);
    if (sheet === null || !isInOrder(sheet)) return NOT_WORKBOOK;
    sheets.push({ ...sheet, name });
    const far = checkGrid(sheets);
    if (far !== null) return refuse(far);
  }
  return {
    kind: 'tidy',
    bytes: rebuild(outline, sheets, parts),
    rowNumbers: sheets.map(({ rowNumbers }) => rowNumbers),
  };
}

/** What is damaged is no workbook for whoever chose it; what is too big is said with its size. */
const TOO_BIG = new Set(['file.tooBig', 'file.partTooBig', 'file.exaggerated', 'file.tooManyParts']);
function refuseOf(problems: readonly Problem[]): TidyWorkbook {
  const found = problems.filter(({ code }) => TOO_BIG.has(code));
  return found.length === 0 ? NOT_WORKBOOK : refuse(...found);
}
