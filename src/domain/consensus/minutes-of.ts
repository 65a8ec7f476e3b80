import type { Programme } from '../registers/round.ts';
import type { AgreementClass } from './measure-agreement.ts';

/** Minutes that one indicator of a class takes (docs/methodology.md section 5). */
const MINUTES_OF_CLASS: Readonly<Record<AgreementClass, number>> = {
  divided: 10,
  'to-discuss': 5,
  'information-gap': 5,
  'to-confirm': 1,
  close: 1,
  unanimous: 1,
};

/** Minutes that an indicator takes: as somebody set them, else those of its class; as for missing information without one. */
export function minutesOf(programme: Programme | undefined, indicator: string, name: AgreementClass | null): number {
  return programme?.minutes?.[indicator] ?? MINUTES_OF_CLASS[name ?? 'information-gap'];
}
