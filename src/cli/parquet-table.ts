import { closeSync, openSync, writeSync } from 'node:fs';
import type { SchemaElement } from 'hyparquet-writer';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { CellValue, Column, ColumnType } from '../export/tables/table.ts';

/** A row group is written when so many rows, or so many characters of text, wait: what is held stays the same however many come. */
const ROWS_PER_GROUP = 20_000;
const TEXT_PER_GROUP = 8_000_000;

const TYPES: Readonly<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  'yes-no': { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const own = columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] }));
  return [{ name: 'root', num_children: own.length }, ...own];
}

/** Writes to an open file and empties itself after every row group. */
function writerTo(file: number): ByteWriter & { flush(): void } {
  const flush = () => {
    const bytes = writer.getBytes();
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    writer.index = 0;
  };
  const writer = Object.assign(new ByteWriter(), { flush, finish: flush });
  return writer;
}

export interface ParquetTable {
  readonly rows: number;
  add(row: readonly CellValue[]): void;
  /** Writes what waits and the end of the file, and closes it. */
  finish(): void;
  /** Closes a file that will not be finished. */
  close(): void;
}

/** A new Parquet file, written as rows come. Throws the error of the system where the file cannot be written. */
export function openParquetTable(path: string, columns: readonly Column[], notes: Readonly<Record<string, string>>) {
  const file = openSync(path, 'wx');
  const kvMetadata = Object.entries(notes).map(([key, value]) => ({ key, value }));
  const parquet = new ParquetWriter({ writer: writerTo(file), schema: schemaOf(columns), kvMetadata });
  let waiting: CellValue[][] = columns.map(() => []);
  let text = 0;
  let rows = 0;
  let isOpen = true;
  const valueOf = (value: CellValue, type: ColumnType) =>
    type === 'date' && typeof value === 'string' ? new Date(value) : value;
  const write = () => {
    if (waiting[0] === undefined || waiting[0].length === 0) return;
    const columnData = columns.map(({ name, type }, index) => ({
      name,
      data: (waiting[index] ?? []).map((value) => valueOf(value, type)),
    }));
    void parquet.write({ columnData, rowGroupSize: ROWS_PER_GROUP });
    waiting = columns.map(() => []);
    text = 0;
  };
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    get rows() {
      return rows;
    },
    add(row: readonly CellValue[]) {
      for (const [index, value] of row.entries()) {
        waiting[index]?.push(value);
        if (typeof value === 'string') text += value.length;
      }
      rows += 1;
      if ((waiting[0]?.length ?? 0) >= ROWS_PER_GROUP || text >= TEXT_PER_GROUP) write();
    },
    finish() {
      write();
      void parquet.finish();
      close();
    },
    close,
  } satisfies ParquetTable;
}
