/** What a file may hold at most: far above any real assessment, far below what would exhaust a small laptop. */
const MEBIBYTE = 1024 * 1024;

export const MAXIMUM_PARTS = 5000;
export const MAXIMUM_TOTAL_BYTES = 512 * MEBIBYTE;
export const MAXIMUM_MANIFEST_BYTES = 64 * 1024;
export const MAXIMUM_FRAMEWORK_BYTES = 16 * MEBIBYTE;
export const MAXIMUM_JOURNAL_BYTES = 128 * MEBIBYTE;
export const MAXIMUM_EVIDENCE_BYTES = 100 * MEBIBYTE;
export const MAXIMUM_SHEET_BYTES = 16 * MEBIBYTE;
/** Unpacked over packed size, looked at beyond `RATIO_FROM_BYTES`: repeated text packs well, a thousandfold nothing. */
export const MAXIMUM_RATIO = 200;
export const RATIO_FROM_BYTES = 16 * MEBIBYTE;
