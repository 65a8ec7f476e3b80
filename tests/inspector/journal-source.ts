import type { Journal } from '../../src/domain/journal/journal.ts';
import { EMPTY_JOURNAL } from '../../src/domain/journal/journal.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { problem } from '../../src/domain/problem.ts';
import { readGivenFile } from '../../src/file/read-given-file.ts';
import type { AssessmentDatabase } from '../../src/storage/assessment-database.ts';

/** A journal to look at, and what is to be said of it: where it could not be read it is empty. */
export interface JournalFound {
  readonly name: string;
  readonly journal: Journal;
  readonly problems: readonly Problem[];
}

/** The journal of an assessment in this browser, as it is stored now. */
export async function journalInBrowser(database: AssessmentDatabase, assessmentId: string): Promise<JournalFound> {
  const entries = await database.readEntries(assessmentId);
  return {
    name: assessmentId,
    journal: { entries, damagedLines: await database.listDamagedLines(assessmentId) },
    problems: [],
  };
}

/** The journal of an assessment file, encrypted or not. */
export async function journalInFile(file: File, passphrase: string): Promise<JournalFound> {
  const { name } = file;
  const nothing = (problems: readonly Problem[]): JournalFound => ({ name, journal: EMPTY_JOURNAL, problems });
  const [read] = await readGivenFile({ file, fileName: name, use: 'open', passphrase });
  if (read === undefined) return nothing([]);
  if (!read.content.ok) return nothing(read.content.problems);
  const { value, advice } = read.content;
  if (value.kind !== 'assessment') return nothing([problem('file.notSextant', name, [])]);
  return { name, journal: value.file.journal, problems: advice };
}
