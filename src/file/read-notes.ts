import type { CellNote } from '../domain/intake/cells.ts';
import { decodeUtf8, withoutByteOrderMark } from './text-bytes.ts';
import { readXml, textOfXml } from './xml-tokens.ts';

/** Parts of a workbook that say which notes belong to a sheet, and those that hold them. */
export const NOTE_PART = /^xl\/(?:.*comment[^/]*\.xml|worksheets\/_rels\/[^/]*\.rels)$/i;

type Parts = ReadonlyMap<string, Uint8Array>;

function textOf(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? '' : withoutByteOrderMark(decodeUtf8(bytes) ?? '');
}

/** The name of a part that another one names from where it stands. */
function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Notes by address in one part, with the replies to them a line each. */
function notesOf(xml: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  let [cell, isText]: [string | null, boolean] = [null, false];
  const isLine = (name: string) => name === 't' || name === 'text';
  readXml(xml, {
    onopen(name, attributes) {
      if (name === 'comment' || name === 'threadedComment') {
        cell = attributes().get('ref') ?? null;
        const before = cell === null ? undefined : notes.get(cell);
        if (cell !== null && before !== undefined) notes.set(cell, `${before}\n`);
      } else if (isLine(name)) isText = true;
    },
    onclose(name) {
      if (isLine(name)) isText = false;
      else if (name === 'comment' || name === 'threadedComment') cell = null;
    },
    ontext(text) {
      if (cell !== null && isText) notes.set(cell, `${notes.get(cell) ?? ''}${textOfXml(text)}`);
    },
  });
  return notes;
}

/** What people attached to the cells of a sheet, by the parts of the workbook that `NOTE_PART` finds; in the order of its parts. */
export function notesOfSheet(parts: Parts, sheet: string): readonly CellNote[] {
  const found = new Map<string, string>();
  const named: [type: string, part: string][] = [];
  readXml(textOf(parts, sheet.replace(/([^/]*)$/, '_rels/$1.rels')), {
    onopen(name, attributes) {
      if (name !== 'Relationship') return;
      const [type = '', target = ''] = ['Type', 'Target'].map((one) => attributes().get(one));
      named.push([type.split('/').at(-1) ?? '', resolve(sheet, textOfXml(target))]);
    },
    onclose: () => {},
    ontext: () => {},
  });
  // Newer programs write beside theirs a note for older ones, which says so.
  for (const type of ['comments', 'threadedComment']) {
    for (const [, part] of named.filter(([own]) => own === type)) {
      for (const [cell, text] of notesOf(textOf(parts, part))) found.set(cell, text.trim());
    }
  }
  return [...found].flatMap(([cell, text]) =>
    text === '' ? [] : [{ cell, text, line: Number(/\d+$/.exec(cell)?.[0] ?? 1) }],
  );
}
