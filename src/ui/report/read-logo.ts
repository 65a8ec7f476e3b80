import type { Logo } from '../../domain/assessment/register-values.ts';
import { MAXIMUM_LOGO_LENGTH } from '../../domain/assessment/register-values.ts';

/** 60 mm on paper at 300 dots an inch. */
const LONGEST_SIDE_PIXELS = 720;
const SMALLEST_SIDE_PIXELS = 60;
const SHRINK = 0.75;

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
 * stay in it. Null for a file that is no image, or one that will not become small enough.
 */
export async function readLogo(file: Blob): Promise<Logo | null> {
  try {
    const image = await loadImage(await readDataUrl(file));
    // An SVG image without a size of its own has none here.
    const width = image.naturalWidth || LONGEST_SIDE_PIXELS;
    const height = image.naturalHeight || LONGEST_SIDE_PIXELS;
    const isDrawing = file.type === 'image/svg+xml';
    let scale = LONGEST_SIDE_PIXELS / Math.max(width, height);
    if (!isDrawing) scale = Math.min(1, scale);
    for (; Math.max(width, height) * scale >= SMALLEST_SIDE_PIXELS || scale === 1; scale *= SHRINK) {
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(width * scale));
      canvas.height = Math.max(1, Math.round(height * scale));
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      const dataUrl = canvas.toDataURL('image/png');
      if (dataUrl.length <= MAXIMUM_LOGO_LENGTH)
        return { dataUrl, widthPixels: canvas.width, heightPixels: canvas.height };
    }
    return null;
  } catch {
    return null;
  }
}
