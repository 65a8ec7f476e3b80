import { foldWords } from '../domain/fold-words.ts';
import { headsOf, VAGUE_HEADS } from '../domain/intake/spelled-heads.ts';

/** What a text may be; the rest is `other`. */
export type TextKind =
  'framework' | 'sheet' | 'word' | 'openText' | 'otherTable' | 'picture' | 'page' | 'mail' | 'link' | 'other';

/** Lines that begin a mail; a table may begin with one or two of them. */
const HEADER = /^([a-z][a-z-]*):(\s|$)/i;
const OF_MAILS =
  /^(from|to|cc|subject|date|received|return-path|delivered-to|reply-to|mime-version|message-id|content-type)$/i;
const OF_NOTHING_ELSE = /^(received|return-path|mime-version|message-id|dkim-signature):|^(from|to|cc):.*\S@\S/im;

/**
 * Whether a text begins with the head of a mail: nothing but header lines up to an empty one, several of them of mails
 * only.
 */
function isMail(text: string): boolean {
  const [head = '', body] = text.replace(/^From \S.*\r?\n/, '').split(/\r?\n[ \t]*\r?\n/, 2);
  const lines = head.trimEnd().split(/\r?\n/);
  // Where the text is cut off, the last line may be too.
  const whole = body === undefined && lines.length > 2 ? lines.slice(0, -1) : lines;
  const names = whole.flatMap((line) => HEADER.exec(line)?.[1]?.toLowerCase() ?? []);
  const known = new Set(names.filter((name) => OF_MAILS.test(name)));
  return (
    known.size >= 2 && whole.every((line) => HEADER.test(line) || /^[ \t]/.test(line)) && OF_NOTHING_ELSE.test(head)
  );
}

const TELLING = headsOf('sheet', 'indicator').filter((title) => !VAGUE_HEADS.has(title));
const HEAD = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${TELLING.join('|')})(?![\p{L}\p{N}])`, 'u');
const SEPARATOR = /[,;\t|]/;
const LINES_TO_LOOK_AT = 30;

/**
 * Whether a text is a table: separators in its first lines, or in a head below a title. A letter seldom has them in
 * both.
 */
function isTable(text: string): boolean {
  if (/^"?sep=."?[ \t]*(\r|\n)/i.test(text)) return true;
  const lines = text.split(/\r\n|\r|\n/, LINES_TO_LOOK_AT).filter((line) => line.trim() !== '');
  const [first = '', second = first] = lines;
  if (SEPARATOR.test(first) && SEPARATOR.test(second)) return true;
  return lines.some((line) => SEPARATOR.test(line) && HEAD.test(foldWords(line)));
}

/** What may stand before the first element. A comment ends at its first `-->`: tried further, many would never end. */
const BEFORE_MARKUP = /^(<\?xml[^>]*>\s*)?(<!--((?!-->)[^])*-->\s*)*/i;

function kindOfMarkup(begins: string, name: string): TextKind | null {
  const element = begins.replace(BEFORE_MARKUP, '');
  if (/^<(!doctype )?svg/i.test(element)) return 'picture';
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.|opendocument\.spreadsheet/.test(begins))
    return 'otherTable';
  if (/progid="Word\.|schemas\.microsoft\.com\/office\/word\/2003/.test(begins)) return 'word';
  if (/vnd\.oasis\.opendocument/.test(begins)) return 'openText';
  if (!/^<(!doctype html|html|head|meta|body|title|style|div|table)\b/i.test(element)) return null;
  const isTable = /urn:schemas-microsoft-com:office:excel/i.test(begins) || /^<table\b/i.test(begins);
  return isTable || /\.xl\w+$/i.test(name) ? 'otherTable' : 'page';
}

/** What a text is by its beginning; `name` tells a page that a program saved as a table. */
export function kindOfText(text: string, name: string): TextKind {
  const begins = text.trimStart();
  if (begins.startsWith('{\\rtf')) return 'word';
  if (/^\[InternetShortcut\]|^\[Desktop Entry\]|^\{[^{}]*"doc_id"\s*:/i.test(begins)) return 'link';
  // A list of JSON is none either, and is told by the reader what it is not; a table seldom begins with two brackets.
  if (begins.startsWith('{') || /^\[\s*[[{\]]/.test(begins)) return 'framework';
  if (begins.startsWith('<')) {
    const kind = kindOfMarkup(begins, name);
    if (kind !== null) return kind;
  }
  if (/^snapshot-content-location:/im.test(begins)) return 'page';
  if (/^x-document-type: *workbook/im.test(begins)) return 'otherTable';
  if (isMail(begins)) return 'mail';
  return isTable(begins) ? 'sheet' : 'other';
}
