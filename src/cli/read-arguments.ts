import { parseArgs } from 'node:util';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';

/** Options of a command by name: one that takes a value, or one that stands alone. */
export type OptionKinds = Readonly<Record<string, 'value' | 'flag'>>;

export interface Arguments {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

/** Every command has these. */
const COMMON_OPTIONS = { lang: 'value', help: 'flag' } as const satisfies OptionKinds;

/**
 * The arguments of a command line, every problem at once. Codes: `command.unknownOption` (option, known),
 * `command.missingValue`, `command.noValue`, `command.twice` (option), `command.unexpectedArgument` (argument).
 */
export function readArguments(argv: readonly string[], kinds: OptionKinds, takesFiles: boolean): Result<Arguments> {
  const all: OptionKinds = { ...COMMON_OPTIONS, ...kinds };
  const options = Object.fromEntries(
    Object.entries(all).map(([name, kind]) => [
      name,
      { type: kind === 'value' ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  const problems: Problem[] = [];
  const known = Object.keys(all)
    .map((name) => `--${name}`)
    .join(', ');
  /** Where the value of an unknown option would stand: one mistake is named once. */
  let afterUnknown = -1;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (token.index === afterUnknown) continue;
      if (takesFiles) positionals.push(token.value);
      else problems.push(problem('command.unexpectedArgument', '', [], { argument: token.value }));
      continue;
    }
    const { name, rawName: option, value, inlineValue } = token;
    const kind = Object.hasOwn(all, name) ? all[name] : undefined;
    const looksLikeOption = inlineValue !== true && value?.startsWith('--') === true;
    if (kind === undefined) {
      problems.push(problem('command.unknownOption', '', [], { option, known }));
      if (inlineValue !== true) afterUnknown = token.index + 1;
    } else if (kind === 'flag' && value !== undefined) problems.push(problem('command.noValue', '', [], { option }));
    else if (kind === 'flag') flags.add(name);
    else if (value === undefined || value === '' || looksLikeOption) {
      problems.push(problem('command.missingValue', '', [], { option }));
    } else if (values.has(name)) problems.push(problem('command.twice', '', [], { option }));
    else values.set(name, value);
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { values, flags, positionals }, advice: [] };
}
