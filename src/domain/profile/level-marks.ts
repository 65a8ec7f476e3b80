import type { AgreementClass } from '../consensus/measure-agreement.ts';
import { positionsDiffer } from '../consensus/measure-agreement.ts';
import type { LevelStanding } from './count-grounds.ts';

/** What a reader must know of a level beside it, in this order. */
export const LEVEL_MARKS = ['undocumented', 'provisional', 'differing'] as const;
export type LevelMark = (typeof LEVEL_MARKS)[number];

interface Grounded {
  readonly level: string | null;
  readonly documented: boolean;
  readonly standing: LevelStanding | null;
  /** The class is null where nobody may read what institutions said. */
  readonly agreement: { readonly class: AgreementClass | null };
}

/** On what ground a level stands: no document shows it, nobody agreed on it yet, opinions lie apart. None without a level. */
export function marksOf({ level, documented, standing, agreement }: Grounded): LevelMark[] {
  if (level === null) return [];
  const holds = {
    undocumented: !documented,
    provisional: standing === 'provisional',
    differing: positionsDiffer(agreement),
  };
  return LEVEL_MARKS.filter((mark) => holds[mark]);
}

/** The marks that stand beside any of these levels. */
export function marksAmong(levels: readonly Grounded[]): LevelMark[] {
  const found = new Set(levels.flatMap(marksOf));
  return LEVEL_MARKS.filter((mark) => found.has(mark));
}
