import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import { frameworkText, writeFrameworkFolder } from '../../file/framework-folder.ts';
import { encodeUtf8 } from '../../file/text-bytes.ts';

/** The bytes of a framework: of a single-file form, or with the name of its folder in a zip. */
export function writeFrameworkFiles(form: Record<string, unknown>): Uint8Array;
export function writeFrameworkFiles(form: FrameworkDraft, folder: string): Uint8Array;
export function writeFrameworkFiles(form: Record<string, unknown> | FrameworkDraft, folder?: string): Uint8Array {
  if (folder === undefined) return encodeUtf8(frameworkText(form));
  return writeFrameworkFolder(form as FrameworkDraft, folder);
}
