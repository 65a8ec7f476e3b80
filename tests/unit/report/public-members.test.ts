import { describe, expect, it } from 'vitest';
import { onlyPublic, Private, PUBLIC_MEMBERS } from '../../../src/report/public-members.ts';

type Tree = true | Private<unknown> | { readonly [member: string]: Tree };

interface Planted {
  readonly value: unknown;
  /** Words by whether the list lets them out. */
  readonly open: readonly string[];
  readonly shut: readonly string[];
}

const NEW_FIELD = 'unheardOf';
const word = (place: string) => `qz7${place.replaceAll(/[^A-Za-z]/g, '').toLowerCase()}7zq`;
const wordsIn = (value: unknown) => (JSON.stringify(value).match(/qz7[a-z]+7zq/g) ?? []).sort();

/** A word in every field that the list speaks of, and in one more that it does not, in every object. */
function plant(members: Tree, place: string): Planted {
  if (members === true) return { value: word(place), open: [word(place)], shut: [] };
  if (members instanceof Private) return { value: word(place), open: [], shut: [word(place)] };
  const below = Object.entries(members).map(([name, own]) => [name, plant(own, `${place}.${name}`)] as const);
  const added = word(`${place}.${NEW_FIELD}`);
  return {
    value: { ...Object.fromEntries(below.map(([name, { value }]) => [name, value])), [NEW_FIELD]: added },
    open: below.flatMap(([, { open }]) => open),
    shut: [added, ...below.flatMap(([, { shut }]) => shut)],
  };
}

describe('what may go out of a report', () => {
  const { value, open, shut } = plant(PUBLIC_MEMBERS as Tree, 'report');

  it('is what the list names, of every field of the report', () => {
    expect(new Set([...open, ...shut]).size).toBe(open.length + shut.length);
    expect(open.length).toBeGreaterThan(200);
    expect(wordsIn(value)).toEqual([...open, ...shut].sort());
    expect(wordsIn(onlyPublic(value, PUBLIC_MEMBERS))).toEqual([...open].sort());
  });

  it('is not a field of a later day, at whatever place', () => {
    expect(shut.filter((one) => one.includes(NEW_FIELD.toLowerCase())).length).toBeGreaterThan(30);
    expect(JSON.stringify(onlyPublic(value, PUBLIC_MEMBERS))).not.toContain(NEW_FIELD);
  });

  it('keeps the order of members, and nothing of what was not there', () => {
    const members = { b: true, a: new Private(null), c: { d: true }, e: new Private(undefined) } as const;
    expect(JSON.stringify(onlyPublic([{ c: { d: 1, x: 2 }, a: 3, e: 4, b: 5 }, {}], members))).toBe(
      '[{"c":{"d":1},"a":null,"b":5},{}]',
    );
  });
});
