import type { Problem } from '../domain/problem.ts';

/** An assessment has grown beyond what a reader of its file would take: nothing was written, and why. */
export class UnwritableFile extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}
