import { valueAt } from './at-path.ts';
import type { DraftNode } from './draft-nodes.ts';
import { locateNodes } from './draft-nodes.ts';
import type { DraftPlace } from './draft-places.ts';
import { textPathOf } from './draft-places.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import type { LeftOut } from './left-out.ts';
import { leftOutSchema } from './left-out.ts';

const keyOf = ({ kind, id }: DraftNode) => `${kind}/${id}`;
const MOST_LETTERS = 200;

/** A value as JSON, cut where it only has to be recognised; '' for none. */
export function asStood(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}

/** What a draft says at places; undefined where that is nothing, or the part went. Its parts are looked for once. */
export function readingPlaces({ structure, texts }: FrameworkDraft): (place: DraftPlace) => unknown {
  const paths = new Map(locateNodes(structure).map(({ node, path }) => [keyOf(node), path]));
  return ({ part, language, field }) => {
    if (language !== null) return valueAt(texts, [language, ...textPathOf(part), ...field]);
    const path = part.kind === 'section' ? [] : paths.get(keyOf(part));
    return path === undefined ? undefined : valueAt(structure, [...path, ...field]);
  };
}

/** What nobody has put in again yet. One of a list is not known by its position: it stays until it is said to be seen to. */
export function stillLeftOut(draft: FrameworkDraft): readonly LeftOut[] {
  const { leftOut = [] } = draft;
  if (leftOut.length === 0) return leftOut;
  const valueAtPlace = readingPlaces(draft);
  return leftOut.filter(
    ({ place, instead }) =>
      place.field.some((key) => typeof key === 'number') || asStood(valueAtPlace(place)) === instead,
  );
}

/** A draft with what stood beside it in a row of the browser; without that where it is damaged. */
export function withLeftOut(draft: FrameworkDraft, row: unknown): FrameworkDraft {
  const read = leftOutSchema.safeParse(valueAt(row, ['leftOut']));
  return read.success && read.data.length > 0 ? { ...draft, leftOut: read.data } : draft;
}
