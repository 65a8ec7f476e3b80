import type { Custody, RoundFields } from '../../domain/registers/round.ts';
import { roundFields } from '../../domain/registers/round.ts';
import type { FrameworkCard } from '../../content/framework-source.ts';
import type { FrameworkReference } from '../../domain/framework/framework.ts';
import { fold } from '../../domain/registers/fold.ts';
import type { LibraryStore, StoredAssessment } from './library-store.ts';

export interface AssessmentSummary {
  readonly id: string;
  readonly title: string | null;
  readonly framework: FrameworkReference;
  /** Titles of the framework by language. */
  readonly frameworkTitles: Readonly<Record<string, string>>;
  readonly changedAt: string;
  readonly fictional: boolean;
  /** Who holds the file that counts; null while nobody said. */
  readonly custody: Custody | null;
}

/** Country and title of a round, as a list names it; null where neither was given. */
export function titleOfRound(round: RoundFields): string | null {
  const parts = [round.country, round.title].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(' · ') : null;
}

/** `card`: of the built-in one of that hash, which may not be stored yet. */
async function readTitles(store: LibraryStore, hash: string, card: FrameworkCard | null) {
  const stored = (await store.readFramework(hash)) as { texts?: Record<string, { title?: string }> } | undefined;
  if (stored?.texts === undefined) return card?.titles ?? {};
  return Object.fromEntries(Object.entries(stored.texts).map(([code, { title }]) => [code, title ?? '']));
}

/** What a list says of an assessment; only entries of the round are folded, or a long list would take long. */
export async function summariseAssessment(
  store: LibraryStore,
  stored: StoredAssessment,
  card: FrameworkCard | null = null,
): Promise<AssessmentSummary> {
  const entries = await store.readEntries(stored.id);
  const rounds = fold(entries.filter(({ register }) => register.startsWith('round/'))).registers;
  const field = (name: string): unknown => rounds.get(`round/${name}`)?.value ?? undefined;
  const text = (name: string) => (typeof field(name) === 'string' ? { [name]: field(name) } : {});
  const changedAt = entries.reduce((latest, { id }) => (id > latest ? id : latest), stored.createdAt).slice(0, 24);
  const custody = roundFields.custody.value.safeParse(field('custody'));
  return {
    id: stored.id,
    frameworkTitles: await readTitles(store, stored.framework.hash, card),
    title: titleOfRound({ ...text('country'), ...text('title') }),
    framework: stored.framework,
    changedAt,
    fictional: field('fictional') === true,
    custody: custody.success && custody.data.holder !== '' ? custody.data : null,
  };
}
