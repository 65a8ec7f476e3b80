import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crosswalkSchema } from '../../../src/domain/framework/crosswalk-schema.ts';
import { listInstruments, statusesOf } from '../../../src/state/instrument-register.ts';

const crosswalk = crosswalkSchema.parse(JSON.parse(readFileSync('indicators/crosswalks/instruments.json', 'utf8')));

describe('the register of international commitments', () => {
  it('lists the treaties, labour conventions, law of the sea and regional instruments, each once', () => {
    const groups = listInstruments(crosswalk, new Map());
    expect(groups.map(({ kind }) => kind)).toEqual(['un', 'ilo', 'sea', 'regional', 'own']);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(crosswalk.codes.length);
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
