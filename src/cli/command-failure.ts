import type { Problem } from '../domain/problem.ts';

/** What stops a command from anywhere in it, in the form that it refuses with. */
export class CommandFailure extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.name = 'CommandFailure';
    this.problem = found;
  }
}

/** The code that the system gives for what it could not do (`EACCES`); '' for another error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
