import { livingId } from '../../domain/registers/living-institution.ts';
import { listInstitutions } from '../../domain/institutions/list-institutions.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { Problem, Result } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { parseRegister } from '../../domain/registers/register-address.ts';
import type { SettledReturn } from '../../domain/returns/incoming-return.ts';
import { sha256Hex } from '../../domain/sha256.ts';
import type { ReadFile } from '../../exchange/read-file.ts';
import { planMerge } from '../../exchange/merge-plan.ts';
import { returnedSide } from '../../exchange/returned-side.ts';
import type { QrAnswers } from '../../file/qr-answers.ts';
import { decodeQrAnswers } from '../../file/qr-answers.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { FrameworkShelf } from '../library/framework-shelf.svelte.ts';
import { ReadingDesk } from '../library/reading-desk.svelte.ts';
import { placeOf, sideOf } from '../library/return-place.ts';
import type { IntakeLibrary } from './intake-desk.svelte.ts';
import { IntakeDesk } from './intake-desk.svelte.ts';

/** What a scanned code would bring. */
export interface QrPreview {
  readonly institution: string;
  readonly vote: number;
  /** Answers where this institution has none in this vote, another one, and the same. */
  readonly fresh: number;
  readonly differing: number;
  readonly same: number;
  /** What becomes of what an earlier return said. */
  readonly settled: SettledReturn | null;
  /** What else there is to say: what of an older version could not be placed. */
  readonly notices: readonly Problem[];
}

type QrLibrary = IntakeLibrary & { readonly frameworks: Pick<FrameworkShelf, 'loadAfresh'> };

const isOfOtherVersion = (result: Result<unknown>) =>
  !result.ok && result.problems.some(({ code }) => code === 'qr.otherFramework');

/**
 * Reads what contributors show as QR codes: looked at first, then taken in as the return that it is. A code does not say what
 * it was asked: one from another version of the framework is read by that version, which is on this computer, or in a file of
 * that time that a person chooses.
 */
export class QrDesk extends IntakeDesk {
  readonly #frameworks: QrLibrary['frameworks'];
  readonly #desk: ReadingDesk;
  /** Versions that stand in files which were chosen here. */
  #given: readonly Framework[] = [];
  /** The last code, as it was scanned. */
  #text = '';
  #read: QrAnswers | null = $state.raw(null);
  #problems: readonly Problem[] = $state.raw([]);

  constructor(session: AssessmentSession, library: QrLibrary, desk = new ReadingDesk()) {
    super(session, library);
    this.#frameworks = library.frameworks;
    this.#desk = desk;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Whether a file of the version of the last code would help. */
  get needsVersion(): boolean {
    return this.#problems.some(({ code }) => code === 'qr.otherFramework');
  }

  readonly preview: QrPreview | null = $derived.by(() => {
    const line = this.plan?.files[0];
    const preview = line?.preview ?? null;
    if (this.#read === null || line === undefined || preview === null) return null;
    const { institution, vote, answers } = this.#read;
    const { newEntries, newRegisters, settled } = preview;
    const [fresh, same] = [newRegisters.length, answers.size - newEntries];
    return { institution, vote, fresh, differing: newEntries - fresh, same, settled, notices: line.notices };
  });

  /** Reads the text of a code and writes nothing; resolves with false where it is none of ours. */
  async read(text: string): Promise<boolean> {
    this.putAway();
    this.#text = text;
    const { framework, journalState } = this.session;
    const own = this.#decode(text, framework);
    const [result, version] = isOfOtherVersion(own) ? await this.#decodeByOther(text, own) : [own, framework];
    if (!result.ok) {
      this.#problems = result.problems;
      return false;
    }
    const value = { kind: 'answers', form: 'qr', ...result.value, framework: version } as const;
    const given = { fileName: '', content: { ...result, value }, facts: { saved: null, hash: sha256Hex(text) } };
    const input = { mine: sideOf(this.session), nowMs: this.session.nowMs(), random: () => this.session.newId() };
    const side = returnedSide(given, placeOf(this.session));
    await this.show(async () => planMerge(input, [side]));
    const problems = this.plan?.files[0]?.problems ?? [];
    if (problems.length > 0) {
      this.putAway();
      this.#problems = problems;
      return false;
    }
    // What this version does not ask is said in a notice, and counts nowhere.
    const placed = [...result.value.answers].filter(([indicator]) => isPlaced(side, indicator));
    const institution = livingId(journalState.joins, result.value.institution);
    this.#read = { ...result.value, institution, answers: new Map(placed) };
    return true;
  }

  /** Reads the last code once more, by the version of a file that is of its time. */
  async readByVersionOf(file: File): Promise<void> {
    const contents = await this.#desk.read([{ file, fileName: file.name, use: 'open', passphrase: null }]);
    const content = contents?.[0]?.content;
    if (content === undefined) return;
    const { value } = content.ok ? content : { value: null };
    const framework =
      value?.kind === 'assessment' ? value.file.framework : value?.kind === 'framework' ? value.framework : null;
    if (framework !== null) this.#given = [...this.#given, framework];
    await this.read(this.#text);
    if (!this.needsVersion) return;
    const why = content.ok ? [problem('qr.notThatVersion', '', [], { name: file.name })] : content.problems;
    this.#problems = [...this.#problems, ...why];
  }

  #decode(text: string, framework: Framework): Result<QrAnswers> {
    const { identity, assessment, journalState } = this.session;
    const raters = new Set(listInstitutions(assessment).map(({ id }) => id));
    // A code that was made before its institution was joined with another is that other's.
    const former = [...journalState.joins].flatMap(([id, living]) => (raters.has(living) ? [id] : []));
    return decodeQrAnswers(text, { framework, assessment: identity.id, institutions: [...raters, ...former] });
  }

  async #decodeByOther(text: string, own: Result<QrAnswers>): Promise<[Result<QrAnswers>, Framework]> {
    const { framework } = this.session;
    const offers = await this.#frameworks.loadAfresh().catch(() => {
      // What cannot be loaded is not here: a file of its time helps.
      return [];
    });
    const known = offers.map((offer) => offer.framework);
    for (const other of [...this.#given, ...known].filter(({ id }) => id === framework.id)) {
      const result = this.#decode(text, other);
      if (!isOfOtherVersion(result)) return [result, other];
    }
    return [own, framework];
  }

  override putAway(): void {
    super.putAway();
    this.#read = null;
    this.#problems = [];
  }
}

/** Whether an answer of a code is asked by the version of this assessment. */
function isPlaced({ side }: ReadFile, indicator: string): boolean {
  const said = [...(side?.returned?.said.keys() ?? [])].map(parseRegister);
  return said.some((register) => register.kind === 'rating' && register.indicator === indicator);
}
