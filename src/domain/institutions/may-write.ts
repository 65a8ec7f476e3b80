import { parseRegister } from '../journal/registers.ts';
import type { JsonValue } from '../journal/fold.ts';
import { commentSchema } from '../assessment/register-values.ts';
import type { Task } from './find-task.ts';

const NO_VIEW_PREFIX = 'no-view-';

function isOwnComment(value: JsonValue, institution: string): boolean {
  // What is withdrawn names nobody; only one's own can be withdrawn on the screen.
  if (value === null) return true;
  const comment = commentSchema.safeParse(value);
  return comment.success && comment.data.institution === institution;
}

/**
 * Whether the copy of an institution may set a register: who answers its own answers, evidence and endorsement, who
 * comments or reviews nothing but comments of its own; everything in the facilitator's copy, which has no task. A way of
 * working, not access control (docs/methodology.md section 13).
 */
export function mayWrite(task: Task | null, institution: string, address: string, value: JsonValue): boolean {
  if (task === null) return true;
  const register = parseRegister(address);
  if (register.kind === 'comment') return isOwnComment(value, institution);
  if (task.mode !== 'answer') return false;
  switch (register.kind) {
    case 'rating':
    case 'mandate':
    case 'evidence-link':
    case 'endorsement':
    case 'reservation':
      return register.institution === institution;
    case 'institution':
      return register.institution === institution && register.field.startsWith(NO_VIEW_PREFIX);
    case 'evidence':
      return true;
    default:
      return false;
  }
}
