import type { Problem } from '../../problem.ts';
import type { FrameworkStructure } from '../framework-schema.ts';
import { advise } from './writing-code.ts';

type Silenced = NonNullable<FrameworkStructure['silenced']>[number];

/**
 * Whether an entry of `silenced` speaks of a problem: the same code, and a path `<file>:<keys and positions by dots>`
 * that is the problem's or above it. `*` stands for one key, `*.json` for every language.
 */
function covers({ rule, path }: Silenced, found: Problem): boolean {
  if (rule !== found.code) return false;
  const [file = '', dotted = ''] = path.split(/:(.*)/s);
  if (file !== found.file && !(file === '*.json' && found.file !== 'framework.json')) return false;
  const keys = dotted === '' ? [] : dotted.split('.');
  return (
    keys.length <= found.path.length && keys.every((key, index) => key === '*' || key === String(found.path[index]))
  );
}

/**
 * Leaves out the advice that the framework silences; errors stay. An entry that silences nothing is itself advised
 * against (`writing.uselessSilence`), unless its rule is in `notRun`.
 */
export function applySilence(
  problems: readonly Problem[],
  silenced: readonly Silenced[],
  notRun: ReadonlySet<string> = new Set(),
): Problem[] {
  const used = new Set<Silenced>();
  const loud = problems.filter((found) => {
    const entries = found.severity === 'error' ? [] : silenced.filter((entry) => covers(entry, found));
    for (const entry of entries) used.add(entry);
    return entries.length === 0;
  });
  const useless = silenced.flatMap((entry, index) =>
    used.has(entry) || notRun.has(entry.rule)
      ? []
      : [
          advise(
            'writing.uselessSilence',
            { file: 'framework.json', path: ['silenced', index] },
            { rule: entry.rule, path: entry.path },
          ),
        ],
  );
  return [...loud, ...useless];
}
