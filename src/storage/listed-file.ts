/** A file of the build as the list of the build says it is: made when the build is (build/offline.ts). */
export interface ListedFile {
  /** Within the folder of the build. */
  readonly url: string;
  readonly bytes: number;
  /** In lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** What a server may call a file, by the end of its name. Others may be called anything but a page. */
const TYPES: readonly (readonly [name: RegExp, type: RegExp])[] = [
  [/\.js$/, /^(text|application)\/(x-)?(java|ecma)script\b/i],
  [/\.css$/, /^text\/css\b/i],
  [/\.html$/, /^text\/html\b/i],
  [/(?:)/, /^(?!\s*text\/html\b)/i],
];

/** Whether a content type is one of those under which a file of this name comes: never a page for a script. */
export function fitsName(address: string, contentType: string | null): boolean {
  const [name = ''] = address.split(/[?#]/);
  return TYPES.find(([ending]) => ending.test(name))?.[1].test(contentType ?? '') ?? false;
}

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether a response is this very file: answered by the server itself, not sent on elsewhere, with a fitting type, the
 * length in bytes and the SHA-256. The response can still be read. Needs a secure context. Never throws.
 */
export async function isListedFile(response: Response, file: ListedFile): Promise<boolean> {
  const { status, redirected, type, headers } = response;
  if (status !== 200 || redirected || type !== 'basic') return false;
  if (!fitsName(file.url, headers.get('content-type'))) return false;
  try {
    const bytes = await response.clone().arrayBuffer();
    return bytes.byteLength === file.bytes && (await sha256Of(bytes)) === file.sha256;
  } catch {
    // The body broke off.
    return false;
  }
}
