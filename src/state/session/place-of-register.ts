import type { RegisterKind } from '../../domain/registers/all-registers.ts';
import type { roundFields } from '../../domain/registers/round.ts';
import { parseRegister } from '../../domain/registers/register-address.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { SidePage, Step } from './steps.ts';

/** The page on which each kind of register is set. */
const PAGES: Readonly<Record<RegisterKind, Step | SidePage>> = {
  round: 'setup',
  sentence: 'report',
  practice: 'report',
  cause: 'plan',
  pin: 'plan',
  evaluation: 'evaluation',
  room: 'workshop',
  vote: 'gaps',
  institution: 'institutions',
  assignment: 'institutions',
  rating: 'assess',
  mandate: 'assess',
  'no-view': 'assess',
  agreed: 'workshop',
  reservation: 'workshop',
  target: 'gaps',
  impact: 'gaps',
  ease: 'gaps',
  kept: 'gaps',
  measure: 'gaps',
  evidence: 'assess',
  'evidence-link': 'assess',
  action: 'plan',
  comment: 'comments',
  instrument: 'instruments',
  reveal: 'workshop',
  endorsement: 'return',
  return: 'returns',
  validation: 'validate',
};

/** The page of what is said of the round elsewhere than among its first facts. */
const PAGE_OF_FIELD: Readonly<Partial<Record<keyof typeof roundFields, Step | SidePage>>> = {
  packs: 'institutions',
  confidentiality: 'institutions',
  instructions: 'institutions',
  returnsDue: 'institutions',
  workshopDate: 'institutions',
  programme: 'agree',
  present: 'agree',
  participants: 'evaluation',
  lenses: 'results',
  horizon: 'plan',
  status: 'validate',
  underReview: 'validate',
  reportLanguage: 'report',
  publication: 'report',
  version: 'report',
  logo: 'report',
  currency: 'report',
  decision: 'report',
  foreword: 'report',
  acknowledgements: 'report',
  recommendations: 'report',
  keyFigures: 'report',
};
/** By a field as it is written, which a later version may have. */
const ROUND_PAGES: ReadonlyMap<string, Step | SidePage> = new Map(Object.entries(PAGE_OF_FIELD));

/** Pages that show one indicator at a time, under its id. */
const OF_ONE_INDICATOR: readonly (Step | SidePage)[] = ['assess', 'workshop', 'gaps'];

/** Where a register is shown and set; null for registers of another version, and where this copy lacks the page. */
export function hrefOfRegister(
  session: Pick<AssessmentSession, 'hasPage' | 'hrefOfStep'>,
  address: string,
): string | null {
  const register = parseRegister(address);
  if (register.kind === 'unknown') return null;
  const page = (register.kind === 'round' ? ROUND_PAGES.get(register.field) : undefined) ?? PAGES[register.kind];
  if (!session.hasPage(page)) return null;
  const href = session.hrefOfStep(page);
  const isOfOne = OF_ONE_INDICATOR.includes(page) && 'indicator' in register;
  return isOfOne ? `${href}/${encodeURIComponent(register.indicator)}` : href;
}
