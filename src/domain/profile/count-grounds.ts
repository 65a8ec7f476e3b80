import type { AgreementClass } from '../consensus/measure-agreement.ts';
import type { Standing } from './standing.ts';

/** How a level came about: the meeting agreed on it, it stands until the meeting does, or one institution answers alone. */
export type LevelStanding = 'agreed' | 'provisional' | 'alone';

interface Grounded extends Pick<Standing, 'status'> {
  /** Null without a level. */
  readonly standing: LevelStanding | null;
  readonly agreement: { readonly n: number; readonly class: AgreementClass | null };
}

/** On what ground levels stand: counts of indicators. */
export interface Grounds {
  readonly agreed: number;
  readonly provisional: number;
  readonly alone: number;
  /** Opinions lie two steps or more apart. */
  readonly differing: number;
}

/** On how many indicators opinions lie two steps or more apart, of those on which several institutions gave a level. */
export function countDiffering(indicators: readonly Omit<Grounded, 'standing'>[]) {
  const several = indicators.filter(({ status, agreement }) => status !== 'out-of-scope' && agreement.n > 1);
  const inClass = (name: AgreementClass) => several.filter(({ agreement }) => agreement.class === name).length;
  return { divided: inClass('divided'), toDiscuss: inClass('to-discuss'), of: several.length };
}

/** Levels by how they came about, and on how many positions differ. docs/methodology.md section 5. */
export function countGrounds(indicators: readonly Grounded[]): Grounds {
  const count = (standing: LevelStanding) => indicators.filter((one) => one.standing === standing).length;
  const { divided, toDiscuss } = countDiffering(indicators);
  return {
    agreed: count('agreed'),
    provisional: count('provisional'),
    alone: count('alone'),
    differing: divided + toDiscuss,
  };
}
