import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { DocumentOptions } from '../export/parts/document-context.ts';
import type { PaperId } from '../export/letters/build-paper.ts';
import { PAPER_IDS } from '../export/letters/build-paper.ts';
import type { ReportPreset } from '../export/parts/report-presets.ts';
import { REPORT_PRESETS } from '../export/parts/report-presets.ts';
import type { Language } from '../i18n/languages.ts';
import { findLanguage, LANGUAGES } from '../i18n/languages.ts';
import type { Arguments, OptionKinds } from './read-arguments.ts';
import type { Writer } from './report-writers.ts';
import { paperWriter, WRITERS } from './report-writers.ts';

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
  readonly write: Writer;
  readonly out: string | undefined;
  readonly edition: 'internal' | 'public';
  readonly preset: ReportPreset;
  readonly second: Language | null;
  readonly gapTable: NonNullable<DocumentOptions['gapTable']>;
  readonly delimiter: ',' | ';';
}

const PAPER_FORMAT = 'docx';
/** What a terminal can show; the others need a file. */
const TEXT_FORMATS: readonly string[] = ['json', 'csv'];

const PRESETS = Object.keys(REPORT_PRESETS) as ReportPreset[];

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

/** Codes: `command.unknownPaper` (paper, known), `command.unknownFormat` (format, available), `command.missingOut`. */
function findWriter({ values }: Arguments, problems: Problem[]): Writer | undefined {
  const paper = values.get('paper');
  const wanted: PaperId | undefined = PAPER_IDS.find((id) => id === paper);
  if (paper !== undefined && wanted === undefined) {
    problems.push(problem('command.unknownPaper', '', [], { paper, known: PAPER_IDS.join(', ') }));
  }
  const formats = paper === undefined ? Object.keys(WRITERS) : [PAPER_FORMAT];
  const format = values.get('format') ?? (paper === undefined ? 'json' : PAPER_FORMAT);
  if (!formats.includes(format)) {
    problems.push(problem('command.unknownFormat', '', [], { format, available: formats.join(', ') }));
  } else if (values.get('out') === undefined && !TEXT_FORMATS.includes(format)) {
    problems.push(problem('command.missingOut', '', []));
  }
  return wanted === undefined ? WRITERS[format] : paperWriter(wanted);
}

/**
 * What is wanted of the report, with every problem at once. Codes: those of `findWriter` and `secondLanguage`,
 * `command.unknownChoice` (option, value, known), `command.unknownDelimiter` (delimiter).
 */
export function readWishes(args: Arguments): Result<ReportWishes> {
  const problems: Problem[] = [];
  const write = findWriter(args, problems);
  const edition = choose(args, 'edition', ['internal', 'public'], problems);
  const preset = choose(args, 'preset', ['full', ...PRESETS.filter((id) => id !== 'full')], problems);
  const second = secondLanguage(args, problems);
  const gapTable = choose(args, 'gaps', ['compact', 'full'], problems);
  const delimiter = args.values.get('delimiter') ?? ',';
  if (delimiter !== ',' && delimiter !== ';') problems.push(problem('command.unknownDelimiter', '', [], { delimiter }));
  if (write === undefined || problems.length > 0) return { ok: false, problems };
  const out = args.values.get('out');
  const separator = delimiter === ';' ? ';' : ',';
  return { ok: true, value: { write, out, edition, preset, second, gapTable, delimiter: separator }, advice: [] };
}
