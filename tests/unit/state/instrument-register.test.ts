import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REGIONS, crosswalkSchema } from '../../../src/domain/framework/crosswalk-schema.ts';
import { listInstruments, regionOfRegister, statusesOf } from '../../../src/state/desks/instrument-register.ts';

const crosswalk = crosswalkSchema.parse(JSON.parse(readFileSync('indicators/crosswalks/instruments.json', 'utf8')));

describe('the register of international commitments', () => {
  it('lists the treaties, labour conventions, law of the sea and regional instruments, each once', () => {
    const groups = listInstruments(crosswalk, new Map());
    expect(groups.map(({ kind, region }) => region ?? kind)).toEqual(['un', 'ilo', 'sea', ...REGIONS, 'own']);
    const codes = groups.flatMap(({ rows }) => rows.map(({ code }) => code));
    expect([...codes].sort()).toEqual(crosswalk.codes.map(({ code }) => code).sort());
  });

  it('says of every regional instrument where its parties lie, and of no other', () => {
    const odd = crosswalk.codes.filter(({ kind, region }) => (kind === 'regional') !== (region !== undefined));
    expect(odd).toEqual([]);
  });

  it.each(REGIONS)(
    'puts the instruments of %s before all others where a country chose it, and loses none',
    (region) => {
      const groups = listInstruments(crosswalk, new Map(), region);
      expect(groups[0]).toMatchObject({ kind: 'regional', region });
      expect(groups.slice(1).map((group) => group.kind)).toContain('un');
      expect(groups.flatMap(({ rows }) => rows)).toHaveLength(crosswalk.codes.length);
    },
  );

  it('takes the region of which a country has entered most, and none before it began', () => {
    const status = 'ratified' as const;
    const entered = new Map([
      ['iccpr', { status }],
      ['echr', { status }],
      ['kampala', { status }],
      ['achpr', { status }],
    ]);
    expect(regionOfRegister(crosswalk, entered)).toBe('africa');
    expect(regionOfRegister(crosswalk, new Map([['kampala', { reservations: 'none' }]]))).toBeNull();
    expect(regionOfRegister(undefined, entered)).toBeNull();
  });

  it('has no signature for labour conventions: they are ratified or denounced', () => {
    expect(statusesOf('ilo')).toEqual(['none', 'ratified', 'denounced']);
    expect(statusesOf('un')).toContain('signed');
  });

  it('keeps what a country added under its own name, after the list', () => {
    const entered = new Map([
      ['own-1', { title: 'Bilateral convention on social security', status: 'ratified' as const }],
      ['iccpr', { status: 'acceded' as const }],
    ]);
    const groups = listInstruments(crosswalk, entered);
    expect(groups.at(-1)?.rows.map(({ ownTitle }) => ownTitle)).toEqual(['Bilateral convention on social security']);
    expect(groups[0]?.rows.find(({ code }) => code === 'iccpr')?.fields.status).toBe('acceded');
  });
});
