import type { JsonValue } from '../journal/entry-schema.ts';
import { sayingsOf } from '../registers/all-registers.ts';
import { commentSchema } from '../registers/comment.ts';
import { parseRegister } from '../registers/register-address.ts';
import type { Task } from './find-task.ts';

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
  if (register.kind === 'unknown') return false;
  switch (sayingsOf(register).contributor) {
    case 'own-comment':
      return isOwnComment(value, institution);
    case 'own':
      return task.mode === 'answer' && 'institution' in register && register.institution === institution;
    case 'any':
      return task.mode === 'answer';
    case 'nothing':
      return false;
  }
}
