/** What the container of older office programs may hold. */
export type CompoundFileKind = 'oldOffice' | 'word' | 'slides' | 'mail' | 'olderFile';

/** By the parts that only one kind has. A newer file with a password is wrapped in the same container. */
const PARTS: readonly (readonly [RegExp, CompoundFileKind])[] = [
  [/^__(substg1\.0_|properties_version1\.0|nameid_version1\.0)/, 'mail'],
  [/^WordDocument$/, 'word'],
  [/^PowerPoint Document$/, 'slides'],
  [/^(Workbook|Book|EncryptedPackage)$/i, 'oldOffice'],
];
const ENTRY_BYTES = 128;
/** More than any of the parts that matter stands behind. */
const MAXIMUM_SECTORS = 512;
const NAMES = new TextDecoder('utf-16le');

/** The names in its directory, in their order, as far as they are there. Source: [MS-CFB] sections 2.2 to 2.6. */
function* partNames(bytes: Uint8Array): Generator<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numberAt = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : -1);
  const sectorBytes = bytes[30] === 12 ? 4096 : 512;
  const startOf = (sector: number) => (sector + 1) * sectorBytes;
  const perSector = sectorBytes / 4;
  let sector = numberAt(48);
  for (let count = 0; count < MAXIMUM_SECTORS && sector >= 0 && startOf(sector) < bytes.length; count += 1) {
    for (let at = startOf(sector); at < startOf(sector + 1); at += ENTRY_BYTES) {
      const length = Math.min(64, bytes[at + 64] ?? 0);
      yield NAMES.decode(bytes.subarray(at, at + Math.max(0, length - 2)));
    }
    const table = numberAt(76 + 4 * Math.floor(sector / perSector));
    sector = table < 0 ? -1 : numberAt(startOf(table) + 4 * (sector % perSector));
  }
}

/** What a file in the container of older office programs is; `olderFile` where its directory does not tell, or is not there. */
export function compoundFileKind(bytes: Uint8Array): CompoundFileKind {
  for (const name of partNames(bytes)) {
    const found = PARTS.find(([part]) => part.test(name));
    if (found !== undefined) return found[1];
  }
  return 'olderFile';
}
