/**
 * Institutions that were joined with another, by id, and which one they are now (docs/file-formats.md section 3). What is
 * said under the former id stays where it was written, and is read as said of the living one.
 */
export type Joins = ReadonlyMap<string, string>;

export const NO_JOINS: Joins = new Map();

/** The institution that is meant by an id: itself, or the one it was joined with. */
export function livingId(joins: Joins, institution: string): string {
  return joins.get(institution) ?? institution;
}

/** The same of who speaks: `institution:<id>` or `observer:<id>`; anybody else as they are. */
export function livingActor(joins: Joins, actor: string): string {
  const at = actor.indexOf(':') + 1;
  return at === 0 ? actor : actor.slice(0, at) + livingId(joins, actor.slice(at));
}
