import { checkLogo } from '../../domain/assessment/check-logo.ts';
import type { Logo } from '../../domain/registers/round.ts';
import { MAXIMUM_LOGO_LENGTH } from '../../domain/registers/round.ts';
import type { Result } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';

/** 60 mm on paper at 300 dots an inch. */
const LONGEST_SIDE_PIXELS = 720;
const SMALLEST_SIDE_PIXELS = 60;
const SHRINK = 0.75;
const MEDIA_TYPES = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** As a data URL: a policy that lets no other origin in lets it in, and an SVG image in it can fetch nothing. */
function readDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/**
 * A PNG, JPEG or SVG file as a small PNG: drawn anew, so that neither scripts nor the data that cameras hide in pictures
 * stay in it. Codes: those of `checkLogo`, and `logo.unreadable` (name) for what the browser cannot draw, or not small enough.
 */
export async function readLogo(file: File): Promise<Result<Logo>> {
  const { name } = file;
  const unreadable: Result<Logo> = { ok: false, problems: [problem('logo.unreadable', '', [], { name })] };
  try {
    const checked = checkLogo(name, new Uint8Array(await file.arrayBuffer()));
    if (!checked.ok) return checked;
    const typed = new Blob([file], { type: MEDIA_TYPES[checked.value] });
    const image = await loadImage(await readDataUrl(typed));
    // An SVG image without a size of its own has none here.
    const width = image.naturalWidth || LONGEST_SIDE_PIXELS;
    const height = image.naturalHeight || LONGEST_SIDE_PIXELS;
    const isDrawing = checked.value === 'svg';
    let scale = LONGEST_SIDE_PIXELS / Math.max(width, height);
    if (!isDrawing) scale = Math.min(1, scale);
    for (; Math.max(width, height) * scale >= SMALLEST_SIDE_PIXELS || scale === 1; scale *= SHRINK) {
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(width * scale));
      canvas.height = Math.max(1, Math.round(height * scale));
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      const dataUrl = canvas.toDataURL('image/png');
      if (dataUrl.length <= MAXIMUM_LOGO_LENGTH)
        return {
          ok: true,
          value: { dataUrl, widthPixels: canvas.width, heightPixels: canvas.height },
          advice: [],
        };
    }
    return unreadable;
  } catch {
    return unreadable;
  }
}
