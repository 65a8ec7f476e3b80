import type { Result } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { sha256Hex } from '../../domain/sha256.ts';
import { compareVersions, FIRST_APP } from '../../file/oldest-app.ts';

/** The app as one file, for those who are to open a pack. */
export interface AppFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** As build/put-portable-beside.ts lays it beside the hosted files. */
export const APP_FILE_NAME = 'sextant.html';
export const CHECKSUM_FILE_NAME = `${APP_FILE_NAME}.sha256`;
/** As build/portable-page.ts writes it into the head. */
const OF_SEXTANT = /<meta name="generator" content="Sextant (\d+\.\d+\.\d+)"/;
const HEAD_BYTES = 4096;
/** Several times what it is. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

const refused = (code: string, params: Record<string, string> = {}): Result<never> => ({
  ok: false,
  problems: [problem(code, '', [], { name: APP_FILE_NAME, ...params })],
});

/** `<64 hexadecimal digits>  sextant.html`, as sha256sum writes and reads it. */
export const checksumLine = (sha256: string): string => `${sha256}  ${APP_FILE_NAME}\n`;

/** The sum that a checksum file names; null where it names none. */
const sumIn = (text: string): string | null => /^([0-9a-f]{64})\b/i.exec(text.trim())?.[1]?.toLowerCase() ?? null;

/** Whether the bytes are the app, and those of the checksum where there is one. */
function check(bytes: Uint8Array, checksum: string | null, oldest: string): Result<AppFile> {
  const sha256 = sha256Hex(bytes);
  const sum = checksum === null ? sha256 : sumIn(checksum);
  if (sum === null) return refused('appFile.noChecksum', { checksum: CHECKSUM_FILE_NAME });
  if (sum !== sha256) return refused('appFile.changed', { checksum: CHECKSUM_FILE_NAME });
  const [, version] = OF_SEXTANT.exec(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))) ?? [];
  if (version === undefined) return refused('appFile.notSextant');
  if (compareVersions(version, oldest) < 0) return refused('appFile.tooOld', { version, oldest });
  return { ok: true, value: { bytes, sha256 }, advice: [] };
}

/**
 * Fetches the app from beside the hosted files (`folder`: their address) when somebody asks for it, past every copy that is
 * kept, and compares it with its checksum. Codes: `appFile.missing` (file), `appFile.noChecksum`, `appFile.changed` (checksum),
 * `appFile.notSextant`.
 */
export async function fetchAppFile(folder: string, get: typeof fetch, signal?: AbortSignal): Promise<Result<AppFile>> {
  const wanted: RequestInit = { cache: 'no-store', redirect: 'error', ...(signal === undefined ? {} : { signal }) };
  // Null where it is not there, or breaks off on its way.
  const ask = async (name: string): Promise<Uint8Array | null> => {
    try {
      const response = await get(new URL(name, folder), wanted);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    } catch {
      return null;
    }
  };
  const checksum = await ask(CHECKSUM_FILE_NAME);
  if (checksum === null) return refused('appFile.missing', { file: CHECKSUM_FILE_NAME });
  const bytes = await ask(APP_FILE_NAME);
  if (bytes === null) return refused('appFile.missing', { file: APP_FILE_NAME });
  return check(bytes, new TextDecoder().decode(checksum), FIRST_APP);
}

/**
 * The app of the files that a person chose, because a page opened from disk cannot read itself: compared with the checksum,
 * where it was chosen too. Codes: those of `fetchAppFile` but `appFile.missing`, and `appFile.tooOld` (version, oldest).
 */
export async function readAppFile(files: readonly File[], oldest = FIRST_APP): Promise<Result<AppFile>> {
  const isChecksum = ({ name }: File) => name.toLowerCase().endsWith('.sha256');
  const [page, checksum] = [files.find((file) => !isChecksum(file)), files.find(isChecksum)];
  try {
    if (page === undefined || page.size > MAXIMUM_BYTES) return refused('appFile.notSextant');
    const sum = checksum === undefined ? null : await checksum.slice(0, HEAD_BYTES).text();
    return check(new Uint8Array(await page.arrayBuffer()), sum, oldest);
  } catch {
    return refused('appFile.notSextant');
  }
}
