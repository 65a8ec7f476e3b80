import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { ReportFormat } from '../export/formats.ts';
import { PAPER_FORMAT, paperFormats, REPORT_FORMAT_IDS, REPORT_FORMATS } from '../export/formats.ts';
import type { PaperId } from '../export/letters/paper-ids.ts';
import { PAPER_IDS } from '../export/letters/paper-ids.ts';
import type { DocumentOptions } from '../export/parts/document-context.ts';
import type { ReportPreset } from '../export/parts/report-presets.ts';
import { PRESET_IDS } from '../export/parts/report-presets.ts';
import type { Language } from '../i18n/languages.ts';
import { findLanguage, LANGUAGES } from '../i18n/languages.ts';
import type { Arguments, OptionKinds } from './read-arguments.ts';

/** What may be asked of a report beside its input. */
export const WISH_OPTIONS = {
  format: 'value',
  out: 'value',
  edition: 'value',
  preset: 'value',
  second: 'value',
  gaps: 'value',
  delimiter: 'value',
  paper: 'value',
} as const satisfies OptionKinds;

export interface ReportWishes {
  readonly format: ReportFormat;
  /** A paper of the round instead of the report. */
  readonly paper: PaperId | null;
  readonly out: string | undefined;
  readonly edition: 'internal' | 'public';
  readonly preset: ReportPreset;
  readonly second: Language | null;
  readonly gapTable: NonNullable<DocumentOptions['gapTable']>;
}

/** One of the words that an option takes, the first unless another is asked for. Code: `command.unknownChoice`. */
function choose<Choice extends string>(
  { values }: Arguments,
  option: string,
  known: readonly [Choice, ...Choice[]],
  problems: Problem[],
): Choice {
  const asked = values.get(option);
  const found = known.find((one) => one === asked);
  if (asked !== undefined && found === undefined) {
    const params = { option: `--${option}`, value: asked, known: known.join(', ') };
    problems.push(problem('command.unknownChoice', '', [], params));
  }
  return found ?? known[0];
}

/** Codes: `command.unknownLanguage` (language, known). */
function secondLanguage({ values }: Arguments, problems: Problem[]): Language | null {
  const code = values.get('second');
  const found = code === undefined ? undefined : findLanguage(code);
  if (code !== undefined && found === undefined) {
    const known = LANGUAGES.map((language) => language.code).join(', ');
    problems.push(problem('command.unknownLanguage', '', [], { language: code, known }));
  }
  return found ?? null;
}

/** Codes: `command.unknownPaper` (paper, known). */
function findPaper({ values }: Arguments, problems: Problem[]): PaperId | null {
  const asked = values.get('paper');
  const found = PAPER_IDS.find((id) => id === asked) ?? null;
  if (asked !== undefined && found === null) {
    problems.push(problem('command.unknownPaper', '', [], { paper: asked, known: PAPER_IDS.join(', ') }));
  }
  return found;
}

/** Codes: `command.unknownFormat` (format, available), `command.unknownDelimiter` (delimiter), `command.missingOut`. */
function findFormat({ values }: Arguments, paper: PaperId | null, problems: Problem[]): ReportFormat | undefined {
  const known: readonly ReportFormat[] =
    paper !== null ? paperFormats(paper) : values.has('paper') ? [PAPER_FORMAT] : REPORT_FORMAT_IDS;
  const asked = values.get('format') ?? (values.has('paper') ? PAPER_FORMAT : 'json');
  const found = known.find((id) => id === asked);
  if (found === undefined) {
    problems.push(problem('command.unknownFormat', '', [], { format: asked, available: known.join(', ') }));
  } else if (!values.has('out') && !REPORT_FORMATS[found].isText) {
    problems.push(problem('command.missingOut', '', []));
  }
  const delimiter = values.get('delimiter') ?? ',';
  if (delimiter !== ',' && delimiter !== ';') problems.push(problem('command.unknownDelimiter', '', [], { delimiter }));
  return found === 'csv' && delimiter === ';' ? 'csv-semicolon' : found;
}

/**
 * What is wanted of the report, with every problem at once. Codes: those of `findPaper`, `findFormat` and
 * `secondLanguage`, `command.unknownChoice` (option, value, known).
 */
export function readWishes(args: Arguments): Result<ReportWishes> {
  const problems: Problem[] = [];
  const paper = findPaper(args, problems);
  const format = findFormat(args, paper, problems);
  const edition = choose(args, 'edition', ['internal', 'public'], problems);
  const preset = choose(args, 'preset', ['full', ...PRESET_IDS.filter((id) => id !== 'full')], problems);
  const second = secondLanguage(args, problems);
  const gapTable = choose(args, 'gaps', ['compact', 'full'], problems);
  if (format === undefined || problems.length > 0) return { ok: false, problems };
  const out = args.values.get('out');
  return { ok: true, value: { format, paper, out, edition, preset, second, gapTable }, advice: [] };
}
