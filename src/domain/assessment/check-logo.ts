import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';

export type LogoKind = 'png' | 'jpeg' | 'svg';

/** More is no emblem for a page of paper, and slow to read on an old computer. */
export const MAXIMUM_LOGO_FILE_BYTES = 5 * 1024 * 1024;
/** Pixels; an image of a few kilobytes can claim billions of them. */
const MAXIMUM_PIXELS = 40_000_000;
/** How far into a file its kind is looked for. */
const HEAD_BYTES = 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

const beginsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);

function kindOf(bytes: Uint8Array): LogoKind | null {
  if (beginsWith(bytes, PNG)) return 'png';
  if (beginsWith(bytes, JPEG)) return 'jpeg';
  const text = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  // A comment ends at its first `-->`: tried further, many would never end.
  return /^\s*(<\?xml[^>]*\?>\s*)?(<!--((?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/.test(text) ? 'svg' : null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOfPng(view: DataView): Size | null {
  return view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Start of frame, baseline to lossless, without the markers between them that are none (ITU T.81, table B.1). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function sizeOfJpeg(view: DataView): Size | null {
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (isFrame(view.getUint8(at + 1))) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

/**
 * A file for the coat of arms or logo, by its bytes: what the name or the browser says it is counts for nothing. Every
 * problem at once. Codes: `logo.empty`, `logo.type`, `logo.tooBig` (bytes, maximum), `logo.tooManyPixels` (width,
 * height, maximum), `logo.unreadable` where an image has no size; each with the name.
 */
export function checkLogo(name: string, bytes: Uint8Array): Result<LogoKind> {
  const problems: Problem[] = [];
  const add = (code: string, params: Problem['params'] = {}) =>
    problems.push(problem(code, '', [], { name, ...params }));
  const kind = kindOf(bytes);
  if (bytes.length === 0) add('logo.empty');
  else if (kind === null) add('logo.type');
  if (bytes.length > MAXIMUM_LOGO_FILE_BYTES) {
    add('logo.tooBig', { bytes: bytes.length, maximum: MAXIMUM_LOGO_FILE_BYTES });
  }
  if (kind === 'png' || kind === 'jpeg') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = kind === 'png' ? sizeOfPng(view) : sizeOfJpeg(view);
    if (size === null || size.width * size.height === 0) add('logo.unreadable');
    else if (size.width * size.height > MAXIMUM_PIXELS) add('logo.tooManyPixels', { ...size, maximum: MAXIMUM_PIXELS });
  }
  return kind === null || problems.length > 0 ? { ok: false, problems } : { ok: true, value: kind, advice: [] };
}
