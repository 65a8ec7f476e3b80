import { lstatSync, mkdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { CollectedTable } from '../export/tables/table.ts';
import { CommandFailure, reasonOf } from './command-failure.ts';
import type { ParquetTable } from './parquet-table.ts';
import { openParquetTable } from './parquet-table.ts';
import { kindOfPath } from './read-path.ts';
import { checkOutput } from './write-output.ts';

/** Name of the file of a table. */
export const fileOf = (table: Pick<CollectedTable, 'name'>) => `${table.name}.parquet`;

/** A folder, or a place for a new one. */
function checkFolder(folder: string): Problem | null {
  const kind = kindOfPath(folder);
  if (kind === 'folder') return null;
  if (kind !== 'nothing') return problem('command.outNoFolder', folder, []);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() === true) {
    return problem('command.outIsLink', folder, [], { target: readlinkSync(folder) });
  }
  const around = dirname(folder);
  return kindOfPath(around) === 'folder' ? null : problem('command.noFolder', folder, [], { folder: around });
}

/**
 * Why the tables cannot be written into a folder: none where they can. What is no table there stays; nothing that the command
 * reads is written over. Codes: `command.outNoFolder`, and those of `checkOutput`.
 */
export function checkTableFolder(
  folder: string,
  tables: readonly CollectedTable[],
  inputs: readonly string[],
): Problem[] {
  try {
    const wrong = checkFolder(folder);
    if (wrong !== null) return [wrong];
    if (kindOfPath(folder) === 'nothing') return [];
    return tables.flatMap((table) => checkOutput(join(folder, fileOf(table)), inputs) ?? []);
  } catch (error) {
    if (error instanceof CommandFailure) return [error.problem];
    return [problem('command.notWritten', folder, [], { reason: reasonOf(error) })];
  }
}

/**
 * The tables of a folder while they are written: in a hidden folder inside, from where all of them are moved to their places
 * when they are whole. Throws `command.notWritten` (reason).
 */
export class TableFolder {
  readonly #folder: string;
  readonly #beside: string;
  /** What this run made itself, and takes away again where it cannot end. */
  #made: string | null = null;
  readonly #files = new Map<string, ParquetTable>();

  constructor(folder: string, tables: readonly CollectedTable[], notes: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#beside = join(folder, `.collect.${process.pid}.part`);
    this.#trying(() => {
      if (kindOfPath(folder) === 'nothing') {
        mkdirSync(folder);
        this.#made = folder;
      }
      mkdirSync(this.#beside);
      this.#made ??= this.#beside;
      for (const table of tables) {
        const path = join(this.#beside, fileOf(table));
        this.#files.set(table.name, openParquetTable(path, table.columns, notes));
      }
    });
  }

  /** Rows of a table so far. */
  rows(table: CollectedTable): number {
    return this.#files.get(table.name)?.rows ?? 0;
  }

  add(table: CollectedTable, rows: ReturnType<CollectedTable['rowsOf']>): void {
    this.#trying(() => {
      for (const row of rows) this.#files.get(table.name)?.add(row);
    });
  }

  /** Finishes every table and moves them to their places. */
  finish(): void {
    this.#trying(() => {
      for (const file of this.#files.values()) file.finish();
      for (const name of this.#files.keys()) {
        renameSync(join(this.#beside, fileOf({ name })), join(this.#folder, fileOf({ name })));
      }
      rmSync(this.#beside, { recursive: true });
      this.#made = null;
    });
  }

  /** Leaves everything as it was before. */
  discard(): void {
    for (const file of this.#files.values()) file.close();
    if (this.#made !== null) rmSync(this.#made, { recursive: true, force: true });
    this.#made = null;
  }

  #trying(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.discard();
      throw new CommandFailure(problem('command.notWritten', this.#folder, [], { reason: reasonOf(error) }));
    }
  }
}
