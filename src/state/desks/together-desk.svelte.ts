import { findTask } from '../../domain/institutions/find-task.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import type { Candidate, Participants } from '../../domain/together/choose-participants.ts';
import { chooseParticipants } from '../../domain/together/choose-participants.ts';
import type { NamedContent } from '../../file/read-given-file.ts';
import { buildReport } from '../../report/build-report.ts';
import { inputOfFile } from '../../report/input-of-file.ts';
import type { Reading } from '../library/reading-desk.svelte.ts';
import { ReadingDesk } from '../library/reading-desk.svelte.ts';

/** So many files are in memory at a time. */
const FILES_AT_A_TIME = 8;

function candidateOf({ fileName, content }: NamedContent): Candidate | Problem[] {
  if (!content.ok) return content.problems.map((found) => ({ ...found, file: fileName }));
  if (content.value.kind !== 'assessment') return [problem('together.noAssessment', fileName, [])];
  const { file } = content.value;
  const input = inputOfFile(file);
  const { status, indicators } = buildReport(input);
  return {
    fileName,
    assessment: file.assessment,
    framework: file.framework,
    isValidated: status === 'validated',
    isPart: findTask(input.state) !== null,
    levels: new Map(indicators.map(({ id, level }) => [id, level])),
  };
}

/**
 * Several files looked at together. They are read a few at a time, and of each only its levels are kept, as long as the page
 * is open; nothing is stored.
 */
export class TogetherDesk {
  #participants: Participants | null = $state.raw(null);
  #progress: { readonly done: number; readonly of: number } | null = $state.raw(null);
  readonly #files: ReadingDesk;
  #run = 0;

  constructor(files = new ReadingDesk()) {
    this.#files = files;
  }

  /** Null before files were chosen. */
  get participants(): Participants | null {
    return this.#participants;
  }

  /** Null where nothing is being read. */
  get reading(): Reading | null {
    const { reading } = this.#files;
    if (this.#progress === null) return null;
    const { done, of } = this.#progress;
    return {
      done: done + (reading?.done ?? 0),
      of,
      share: reading?.share ?? 0,
      isLong: done > 0 || reading?.isLong === true,
    };
  }

  /** Looks at these files, in the place of those before: one more file could be told by what changes. */
  async read(files: readonly File[]): Promise<void> {
    this.stop();
    const run = this.#run;
    const candidates: Candidate[] = [];
    const unread: Problem[] = [];
    for (let done = 0; done < files.length; done += FILES_AT_A_TIME) {
      this.#progress = { done, of: files.length };
      const given = files
        .slice(done, done + FILES_AT_A_TIME)
        .map((file) => ({ file, fileName: file.name, use: 'return' as const, passphrase: null }));
      const contents = await this.#files.read(given);
      if (run !== this.#run) return;
      for (const content of contents ?? []) {
        const candidate = candidateOf(content);
        if (Array.isArray(candidate)) unread.push(...candidate);
        else candidates.push(candidate);
      }
    }
    const participants = chooseParticipants(candidates);
    this.#participants = { ...participants, leftOut: [...unread, ...participants.leftOut] };
    this.#progress = null;
  }

  stop(): void {
    this.#run += 1;
    this.#files.stop();
    this.#progress = null;
  }
}
