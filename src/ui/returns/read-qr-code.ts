/** What some browsers have built in; others read with jsqr. */
interface NativeDetector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: readonly string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Longest side in pixels at which a picture is looked at, one after the other: fine ones for small codes. */
const SIDES = [900, 1600, 500] as const;

let native: Promise<NativeDetector | null> | null = null;

async function findNative(): Promise<NativeDetector | null> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  if (Detector === undefined) return null;
  // A detector that says nothing of itself is not used: our own reader is there.
  const formats = await Detector.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes('qr_code') ? new Detector({ formats: ['qr_code'] }) : null;
}

function sizeOf(source: HTMLVideoElement | ImageBitmap): { width: number; height: number } {
  return source instanceof HTMLVideoElement ? { width: source.videoWidth, height: source.videoHeight } : source;
}

async function readPixels(source: HTMLVideoElement | ImageBitmap, side: number): Promise<string | null> {
  const { width, height } = sizeOf(source);
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0 || canvas.height === 0) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsQR } = await import('jsqr');
  return jsQR(data, canvas.width, canvas.height)?.data ?? null;
}

/** The text of a QR code in what a camera sees now, or in a picture; null where there is none. */
export async function readQrCode(source: HTMLVideoElement | ImageBitmap): Promise<string | null> {
  native ??= findNative();
  const detector = await native;
  const found = (await detector?.detect(source).catch(() => [])) ?? [];
  const [first] = found;
  if (first !== undefined) return first.rawValue;
  const isVideo = source instanceof HTMLVideoElement;
  if (isVideo && detector !== null) return null;
  for (const side of isVideo ? SIDES.slice(0, 1) : SIDES) {
    const text = await readPixels(source, side);
    if (text !== null && text !== '') return text;
  }
  return null;
}
