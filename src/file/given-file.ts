/**
 * What somebody chose a file for: to open, as a return (or a zip of them), as the workbook of a plan, as a framework,
 * as a table.
 */
export type FileUse = 'open' | 'return' | 'plan' | 'framework' | 'table';

/** A file that somebody chose, and what for. */
export interface GivenFile {
  readonly file: Blob;
  readonly fileName: string;
  readonly use: FileUse;
  /** Of a table, which of the files in a zip it is, by the name that `readReturns` gave it. */
  readonly part?: string;
  /** Null asks for it where the file is encrypted. */
  readonly passphrase: string | null;
}
