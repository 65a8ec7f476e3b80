import type { Actor } from '../journal/entry-schema.ts';
import { sayingsOf } from '../registers/all-registers.ts';
import { parseRegister } from '../registers/register-address.ts';
import type { Task } from './find-task.ts';

/** Who is at work in a copy. */
export interface AtWork {
  /** What the copy is for; null in the facilitator's. */
  readonly task: Task | null;
  /** Id of the institution that answers. */
  readonly respondent: string;
  /** Whether that one is an observer. */
  readonly observes: boolean;
}

/**
 * Whose word a change of a register is: in the copy of an institution its own; in the facilitator's copy that of the
 * facilitator, but for what the institution that answers there says of itself.
 */
export function actorOf({ task, respondent, observes }: AtWork, address: string): Actor {
  const own: Actor = `${observes ? 'observer' : 'institution'}:${respondent}`;
  if (task !== null) return own;
  const register = parseRegister(address);
  if (register.kind === 'unknown' || sayingsOf(register).speaker === 'facilitator') return 'facilitator';
  return 'institution' in register && register.institution !== respondent ? 'facilitator' : own;
}
