import type { Measure } from '../registers/assessment-state.ts';

export type Costed = Pick<Measure, 'costOnce' | 'costYearly'>;

/** Whether somebody gave an amount. */
export const isCosted = ({ costOnce, costYearly }: Costed) => costOnce !== undefined || costYearly !== undefined;
