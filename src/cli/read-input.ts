import { assessmentOfRows } from '../domain/assessment/assessment-of-rows.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { parseAnswerSheet } from '../file/answer-sheet.ts';
import { decodeText } from '../file/text-bytes.ts';
import type { ReportInput } from '../report/build-report.ts';
import { inputOfFile } from '../report/input-of-file.ts';
import type { Arguments, OptionKinds } from './read-arguments.ts';
import { readFrameworkAt } from './read-framework.ts';
import { readBytes } from './read-path.ts';
import { PASSPHRASE_OPTION, readPassphrase, readSextantAt } from './read-sextant-path.ts';

/** What `score` and `report` read: a framework with an answer sheet, or an assessment file. */
export const INPUT_OPTIONS = {
  framework: 'value',
  answers: 'value',
  file: 'value',
  ...PASSPHRASE_OPTION,
} as const satisfies OptionKinds;

/** The paths that `score` and `report` read, as they were given. */
export function inputPaths({ values, positionals }: Arguments): string[] {
  const named = ['framework', 'answers', 'file', 'passphrase-file', 'previous'].flatMap(
    (name) => values.get(name) ?? [],
  );
  return [...named, ...positionals];
}

function readSheet(path: string): Result<string> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value);
  if (text === null) return { ok: false, problems: [problem('file.notText', path, [])] };
  return { ok: true, value: text, advice: [] };
}

function fromSheet(frameworkPath: string, sheetPath: string): Result<ReportInput> {
  const framework = readFrameworkAt(frameworkPath);
  const text = readSheet(sheetPath);
  if (!framework.ok || !text.ok) {
    const errors = (framework.ok ? [] : framework.problems).filter(({ severity }) => severity === 'error');
    return { ok: false, problems: [...errors, ...(text.ok ? [] : text.problems)] };
  }
  const sheet = parseAnswerSheet(text.value, framework.value);
  const named = (found: readonly Problem[]) => found.map((one) => ({ ...one, file: sheetPath }));
  if (!sheet.ok) return { ok: false, problems: named(sheet.problems) };
  const state = assessmentOfRows(sheet.value.rows, sheet.value);
  return { ok: true, value: { framework: framework.value, state, identity: null }, advice: named(sheet.advice) };
}

/** The assessment in a file, as `inputOfFile` reads it. Codes: those of `readSextantAt`. */
export async function readFileInput(path: string, args: Arguments): Promise<Result<ReportInput>> {
  const file = await readSextantAt(path, args);
  return file.ok ? { ...file, value: inputOfFile(file.value) } : file;
}

/**
 * The assessment that the options name, by the same path for both kinds of input. Codes: `command.missingInput`,
 * `command.inputTwice`, and those of the files; a validated file is read as it was validated.
 */
export async function readInput(args: Arguments): Promise<Result<ReportInput>> {
  const { values } = args;
  const [framework, answers, file] = [values.get('framework'), values.get('answers'), values.get('file')];
  if (file !== undefined) {
    if (framework === undefined && answers === undefined) return readFileInput(file, args);
    return { ok: false, problems: [problem('command.inputTwice', '', [])] };
  }
  if (framework !== undefined && answers !== undefined) {
    const named = values.get('passphrase-file');
    const passphrase = named === undefined ? null : readPassphrase(named);
    const read = fromSheet(framework, answers);
    if (passphrase?.ok !== false) return read;
    return { ok: false, problems: [...(read.ok ? [] : read.problems), ...passphrase.problems] };
  }
  const missing = framework === undefined ? (answers === undefined ? '--file' : '--framework') : '--answers';
  return { ok: false, problems: [problem('command.missingInput', '', [], { missing })] };
}
