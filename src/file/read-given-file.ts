import type { WorkbookSheet } from '../domain/intake/cells.ts';
import type { SheetOfAnswers } from '../domain/intake/map-columns.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { decryptFile } from './encrypted-file.ts';
import type { FileFacts } from './file-facts.ts';
import { factsOf, NO_FACTS } from './file-facts.ts';
import type { FrameworkToWrite } from './framework-file.ts';
import { parseFrameworkFile, readFrameworkToWrite } from './framework-file.ts';
import { parseFrameworkFiles, readFrameworkFolder } from './framework-folder.ts';
import { FrameworkMemory } from './framework-memory.ts';
import type { FileKind } from './file-kind.ts';
import { fileKind } from './file-kind.ts';
import { filesInZip } from './files-in-zip.ts';
import type { GivenFile } from './given-file.ts';
import { isEncrypted } from './is-encrypted.ts';
import type { ReturnedFile } from './read-returned-file.ts';
import { readReturnedFile, wrongFile } from './read-returned-file.ts';
import { readSextantFile } from './read-sextant-file.ts';
import { readWhole } from './read-whole.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SextantFile } from './sextant-file.ts';

/** What a file holds. `locked`: encrypted, to be read again with a passphrase. */
export type FileContent =
  | { readonly kind: 'locked' }
  | FrameworkToWrite
  | { readonly kind: 'assessment'; readonly file: SextantFile }
  | { readonly kind: 'workbook'; readonly sheets: readonly WorkbookSheet[] }
  | SheetOfAnswers;

/** A file, or one of those in a zip, as it was read. */
export interface NamedContent {
  readonly fileName: string;
  readonly content: Result<FileContent>;
  /** Which of the files in a zip it is; absent of a file that is none. */
  readonly part?: string;
  /** What the file says of itself; of one that could not be read nothing. */
  readonly facts?: FileFacts;
}

/** The same of what came back. */
export interface NamedReturn extends NamedContent {
  readonly content: Result<ReturnedFile>;
}

type OnShare = (share: number) => void;

const refuse = (found: Problem): Result<never> => ({ ok: false, problems: [found] });

function asContent<Value>(read: Result<Value>, wrap: (value: Value) => FileContent): Result<FileContent> {
  return read.ok ? { ...read, value: wrap(read.value) } : read;
}

async function readToOpen(bytes: Uint8Array, given: GivenFile, onshare: OnShare): Promise<Result<FileContent>> {
  const { fileName } = given;
  const kind = fileKind(bytes, fileName);
  const wrong = wrongFile(kind) ?? (kind === 'sheet' ? problem('file.isSheet', '', []) : null);
  if (wrong !== null) return refuse(wrong);
  if (kind === 'framework') {
    return asContent(parseFrameworkFile(bytes, fileName), (framework) => ({ kind: 'framework', framework }));
  }
  if (kind === 'workbook') {
    return asContent(await readWorkbook(bytes, 'workbook'), (sheets) => ({ kind: 'workbook', sheets }));
  }
  return readSealed(bytes, given, onshare, (file) => ({ kind: 'assessment', file }));
}

/** What an assessment file holds, also one with a passphrase, which is asked for. */
async function readSealed(
  bytes: Uint8Array,
  { passphrase }: GivenFile,
  onshare: OnShare,
  wrap: (file: SextantFile) => FileContent,
): Promise<Result<FileContent>> {
  const isSealed = isEncrypted(bytes);
  if (isSealed && passphrase === null) return { ok: true, value: { kind: 'locked' }, advice: [] };
  const plain = isSealed ? await decryptFile(bytes, passphrase ?? '') : null;
  if (plain !== null && !plain.ok) return plain;
  return asContent(readSextantFile(plain === null ? bytes : plain.value, new FrameworkMemory(), onshare), wrap);
}

/** What can be no framework in whatever way it is saved again. */
const NEVER_A_FRAMEWORK = new Set<FileKind>(['word', 'slides', 'openText', 'pdf', 'picture', 'film', 'page', 'mail']);

/** A framework in whatever form it comes: a file, a folder in a zip, or what an assessment stands on. */
async function readFramework(bytes: Uint8Array, given: GivenFile, onshare: OnShare): Promise<Result<FileContent>> {
  const { fileName } = given;
  const kind = fileKind(bytes, fileName);
  if (kind === 'sextant' || kind === 'encrypted') {
    return readSealed(bytes, given, onshare, ({ framework }) => ({ kind: 'framework', framework }));
  }
  if (kind === 'framework' || kind === 'zip') return readFrameworkToWrite(bytes, fileName, onshare);
  if (NEVER_A_FRAMEWORK.has(kind)) return refuse(problem('framework.otherFile', '', []));
  return refuse(wrongFile(kind) ?? problem('file.isOtherJson', '', []));
}

const factsFor = (bytes: Uint8Array, content: Result<FileContent>) =>
  content.ok ? factsOf(bytes, content.value.kind) : NO_FACTS;

/** What came back, of a zip every file in it. Codes: those of `readReturnedFile` and `filesInZip`. */
export async function readReturns(
  bytes: Uint8Array,
  fileName: string,
  memory = new FrameworkMemory(),
  onshare: OnShare = () => {},
): Promise<readonly NamedReturn[]> {
  const inside = filesInZip(bytes);
  if (inside !== null && !inside.ok) return [{ fileName, content: inside }];
  const files =
    inside === null
      ? [{ named: { fileName }, given: { ok: true, value: bytes, advice: [] } as const }]
      : [...inside.value].map(([part, given]) => ({
          named: { fileName: part === '' ? fileName : `${fileName} / ${part}`, part },
          given,
        }));
  const [read, all]: [NamedReturn[], number] = [[], files.length];
  for (const { named, given } of files) {
    const share = (done: number) => onshare((read.length + done) / all);
    if (given.ok) {
      const content = await readReturnedFile(given.value, named.fileName, memory, share);
      read.push({ ...named, content, facts: factsFor(given.value, content) });
    } else read.push({ ...named, content: given, facts: NO_FACTS });
    share(0);
  }
  return read;
}

/**
 * The one file that a zip holds, or the file itself where it is none. Codes: those of `filesInZip`, `file.severalInZip`
 * (count).
 */
export function unwrap(bytes: Uint8Array): Result<Uint8Array> {
  const inside = filesInZip(bytes);
  if (inside === null || !inside.ok) return inside ?? { ok: true, value: bytes, advice: [] };
  const [only, ...others] = inside.value.values();
  if (only !== undefined && others.length === 0) return only;
  return refuse(problem('file.severalInZip', '', [], { count: inside.value.size }));
}

/**
 * Reads a chosen file; of a zip of returns every one. Its size is looked at before it is. `onshare` hears how much is
 * read, 0 to 1. Codes: `document.unreadable` (name), and those of `refuseBySize`, `parseFrameworkFile`, `readWorkbook`,
 * `decryptFile`, `readSextantFile` and `readReturnedFile`; `framework.otherFile` where a framework is wanted and this
 * can be none.
 */
export async function readGivenFile(
  given: GivenFile,
  memory = new FrameworkMemory(),
  onshare: OnShare = () => {},
): Promise<readonly NamedContent[]> {
  const { fileName, use } = given;
  const one = (content: Result<FileContent>): readonly NamedContent[] => [{ fileName, content }];
  const [refused, bytes] = await readWhole(given);
  if (refused !== null) return one(refuse(refused));
  if (use === 'return') return readReturns(bytes, fileName, memory, onshare);
  if (use === 'framework') return one(await readFramework(bytes, given, onshare));
  const folder = use === 'open' ? readFrameworkFolder(bytes) : null;
  if (folder !== null) {
    const read = folder.ok ? parseFrameworkFiles(folder.value) : folder;
    return one(asContent(read, (framework) => ({ kind: 'framework', framework })));
  }
  const own = unwrap(bytes);
  if (!own.ok) return one(own);
  if (use === 'open') {
    const content = await readToOpen(own.value, given, onshare);
    return [{ fileName, content, facts: factsFor(own.value, content) }];
  }
  const wrong = wrongFile(fileKind(own.value, fileName));
  if (wrong !== null) return one(refuse(wrong));
  return one(asContent(await readWorkbook(own.value, 'plan'), (sheets) => ({ kind: 'workbook', sheets })));
}
