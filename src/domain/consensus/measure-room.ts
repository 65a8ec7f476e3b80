import type { RoomOpinions } from '../registers/meeting.ts';
import type { Scale } from '../framework/framework-schema.ts';
import type { Agreement } from './measure-agreement.ts';
import { measureAgreement } from './measure-agreement.ts';
import type { Opinion } from './opinion.ts';

/** Opinions in the room as opinions of nobody in particular: no lead, no document. */
function anonymousOpinions({ counts, unknown = 0 }: RoomOpinions, scale: Scale): Opinion[] {
  const nobody = { institution: '', isLead: false, documented: false };
  const rated = scale.levels.flatMap(({ id }) =>
    Array.from({ length: counts[id] ?? 0 }, (): Opinion => ({ ...nobody, answer: { state: 'level', level: id } })),
  );
  return [...rated, ...Array.from({ length: unknown }, (): Opinion => ({ ...nobody, answer: { state: 'unknown' } }))];
}

/** Agreement of opinions counted in the room, measured as those of institutions are. docs/methodology.md section 5. */
export function measureRoom(scale: Scale, opinions: RoomOpinions): Agreement {
  return measureAgreement(scale, anonymousOpinions(opinions, scale));
}
