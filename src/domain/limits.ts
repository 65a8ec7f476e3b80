/**
 * What a file may hold at most, for whoever reads it and whoever writes it: what the app writes, it can read. Far above
 * any real assessment, and set by what was measured for a computer with four gigabytes (docs/file-formats.md section
 * 13).
 */
const MEBIBYTE = 1024 * 1024;
/** In which sizes are told, as every file manager does. */
export const MEGABYTE = 1_000_000;

/** Of an assessment file, unpacked. Its parts are manifest, framework, journal, and one for each document. */
export const MAXIMUM_TOTAL_BYTES = 512 * MEBIBYTE;
/** Of the file as it is, packed or encrypted: what a zip and a passphrase add. Looked at before it is read. */
export const MAXIMUM_FILE_BYTES = MAXIMUM_TOTAL_BYTES + 4 * MEBIBYTE;
export const MAXIMUM_PARTS = 5000;
export const MAXIMUM_MANIFEST_BYTES = 64 * 1024;
/** A framework in one file: the words of all its languages. */
export const MAXIMUM_FRAMEWORK_BYTES = 64 * MEBIBYTE;
/** Of one list of an indicator: kinds of evidence, sources, articles, terms. */
export const MAXIMUM_LIST_LENGTH = 500;
export const MAXIMUM_JOURNAL_BYTES = 128 * MEBIBYTE;
/** Empty lines count: each costs whoever splits them. */
export const MAXIMUM_JOURNAL_LINES = 250_000;
/** Of one part that is a document: larger than what is attached here, as other programs may write them. */
export const MAXIMUM_EVIDENCE_BYTES = 100 * MEBIBYTE;

/** Of a document that somebody attaches: a file that still goes by e-mail in most ministries. */
export const MAXIMUM_DOCUMENT_BYTES = 20 * MEBIBYTE;
/** Of all documents of an assessment: what a file has left beside the largest framework and journal. */
export const MAXIMUM_DOCUMENTS_BYTES =
  MAXIMUM_TOTAL_BYTES - MAXIMUM_MANIFEST_BYTES - MAXIMUM_FRAMEWORK_BYTES - MAXIMUM_JOURNAL_BYTES;
const PARTS_BESIDE_DOCUMENTS = 3;
export const MAXIMUM_DOCUMENTS = MAXIMUM_PARTS - PARTS_BESIDE_DOCUMENTS;

/**
 * Unpacked over packed size of a part, looked at beyond `RATIO_FROM_BYTES`: repeated text packs well, a thousandfold
 * nothing. What packs better is written unpacked.
 */
export const MAXIMUM_RATIO = 200;
export const RATIO_FROM_BYTES = 16 * MEBIBYTE;

/** An answer sheet, in characters, and a workbook, in bytes of its file. */
export const MAXIMUM_SHEET_BYTES = 16 * MEBIBYTE;
/** Of a workbook, unpacked: of one part that is read, and of all of them. */
export const MAXIMUM_WORKBOOK_PART_BYTES = 64 * MEBIBYTE;
export const MAXIMUM_WORKBOOK_BYTES = 128 * MEBIBYTE;
/** Of its parts that hold no cells: list of sheets, formats. */
export const MAXIMUM_WORKBOOK_SETTINGS_BYTES = 8 * MEBIBYTE;
export const MAXIMUM_SHEETS = 100;
export const MAXIMUM_SHARED_STRINGS = 500_000;
/** Of all sheets: every row up to the last one, and in the filled ones every cell up to the last column, takes room. */
export const MAXIMUM_GRID_CELLS = 4_000_000;
/** Rows of one table of answers, and of a plan. */
export const MAXIMUM_ANSWER_ROWS = 5000;
export const MAXIMUM_PLAN_ROWS = 2000;
/** Lines of one list of institutions, each compared with all others; more is some other text. */
export const MAXIMUM_INSTITUTION_LINES = 2000;

/** Of one text that a person writes, in characters, and of one cell of Excel. */
export const MAXIMUM_TEXT_LENGTH = 100_000;
export const MAXIMUM_CELL_LENGTH = 32_767;

/** Of an amount of money, in whatever currency: numbers hold its units exactly. */
export const MAXIMUM_AMOUNT = 1_000_000_000_000_000;

/** Of an entry: its register in characters, and how many entries it may name as replaced. */
export const MAXIMUM_REGISTER_LENGTH = 300;
export const MAXIMUM_REPLACES = 1000;
/** As many of them as one cell of a workbook's key holds. */
export const MAXIMUM_BASE_HEADS = 600;
/** Deeper values than anything we write would exhaust the stack of whoever reads them. */
export const MAXIMUM_JSON_DEPTH = 64;

/** Of a passphrase, as the power of two of scrypt: 18 is what the `age` program writes, and takes 256 MiB. */
export const MAXIMUM_WORK_FACTOR = 18;

/** Of what a problem repeats from the input, in characters. */
export const MAXIMUM_REPEATED_LENGTH = 500;
