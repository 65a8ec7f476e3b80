/** What a file says of itself by its name, beside the assessment: one word each, in the reader's language. */
export type FileEdition = 'whole' | 'clean' | 'internal' | 'public' | 'pack' | 'packs' | 'review' | 'answers';
export type FileStatus = 'draft' | 'under-review' | 'validated';

/** The word of an edition or a status. */
export type FileWords = (key: `app.fileName.${FileEdition | FileStatus}`) => string;

export interface NamedFile {
  /** Whose it is, or what: an institution, a paper, a picture. */
  readonly subject?: string;
  /** Country and title of the round, as far as they are known. */
  readonly assessment: readonly string[];
  readonly edition: FileEdition;
  /** The ready choice of parts, in a word. */
  readonly preset?: string | null;
  readonly status: FileStatus;
  /** Code of its language, where it is there in several. */
  readonly language?: string;
  /** The local day on which it is made, ISO 8601. */
  readonly day: string;
  /** Without its first dot. */
  readonly extension: string;
}

/**
 * What a whole name and a folder in a zip cost at the most: then a file in a folder of an unpacked zip, in the downloads of a
 * person of twenty letters, has a path that Windows takes (259 letters), and a name that Linux does (255 bytes).
 */
export const FILE_NAME_LENGTH = 90;
export const FOLDER_NAME_LENGTH = 32;
const PRESET_LENGTH = 20;
const FALLBACK = 'sextant';
/** Windows takes them for devices, whatever follows their first dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)/i;

/** Whether Windows would take a file name for a device. */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);

/** By UTF-16 units, which Windows counts, and by half the bytes of UTF-8, which Linux counts. */
function costOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x800 ? 1 : point < 0x10000 ? 1.5 : 2;
}

/** Words that join what was cut off: "and", "of the", "et de". */
const JOINING_WORDS = /(?:-\p{Ll}{1,3})+$/u;

/** As many whole words as there is room for, none of them one that joins; of a single long one its beginning. */
function cut(name: string, room: number): string {
  let kept = '';
  let left = room;
  for (const character of name) {
    left -= costOf(character);
    if (left < 0) break;
    kept += character;
  }
  if (kept === name) return kept;
  const words = (name.charAt(kept.length) === '-' ? kept : kept.replace(/-[^-]*$/, '')).replace(JOINING_WORDS, '');
  return (words.length > kept.length / 2 ? words : kept).replaceAll(/-+$/g, '');
}

const lengthOf = (name: string): number => [...name].reduce((sum, character) => sum + costOf(character), 0);

/**
 * A text as letters, digits and hyphens, which every system takes; '' where nothing of it is left. Latin letters lose their
 * accents, which computers write in two ways; in other scripts marks are part of the word and stay.
 */
export function plainName(text: string, room: number): string {
  const plain = text.normalize('NFKD').replaceAll(/(\p{Script=Latin})\p{M}+/gu, '$1');
  const name = plain
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/(^|-)\p{M}+/gu, '$1')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^-|-$/g, '');
  return cut(name, room);
}

/** What is one name to a file system that knows no case and no accents. */
function sameTo(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

/** A short name for each, no two of them the same to any file system; `fallback` where a text leaves none. */
export function distinctNames(texts: readonly { readonly text: string; readonly fallback: string }[]): string[] {
  const taken = new Set<string>();
  return texts.map(({ text, fallback }) => {
    const plain = plainName(text, FOLDER_NAME_LENGTH) || plainName(fallback, FOLDER_NAME_LENGTH) || FALLBACK;
    const base = isDeviceName(plain) ? `${plain}-${FALLBACK}` : plain;
    let name = base;
    for (let number = 2; taken.has(sameTo(name)); number += 1) {
      name = `${cut(base, FOLDER_NAME_LENGTH - String(number).length - 1)}-${number}`;
    }
    taken.add(sameTo(name));
    return name;
  });
}

/**
 * The name of a file that leaves the app: what it is, of which assessment, edition, ready choice, status and day, never cut but
 * for the first two; a short name (`distinctNames`) is not. Any machine takes it.
 */
export function fileName(words: FileWords, file: NamedFile): string {
  const { subject = '', assessment, edition, preset = null, status, language, day, extension } = file;
  const marks = [preset ?? '', words(`app.fileName.${edition}`), words(`app.fileName.${status}`), language ?? '', day];
  const end = marks.flatMap((mark) => plainName(mark, PRESET_LENGTH) || []).join('-');
  const room = FILE_NAME_LENGTH - lengthOf(`-${end}.${extension}`);
  const whole = plainName(assessment.join(' '), room) || (subject === '' ? FALLBACK : '');
  const short = plainName(subject, Math.max(FOLDER_NAME_LENGTH, room - 1 - lengthOf(whole)));
  const rest = plainName(whole, short === '' ? room : room - 1 - lengthOf(short));
  const begin = [short, rest].filter((part) => part !== '').join('-') || FALLBACK;
  return `${begin}-${end}.${extension}`;
}
