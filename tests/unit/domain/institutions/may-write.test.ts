import { describe, expect, it } from 'vitest';
import type { Task } from '../../../../src/domain/institutions/find-task.ts';
import { mayWrite } from '../../../../src/domain/institutions/may-write.ts';

const task = (mode: Task['mode']): Task => ({ mode, institutions: ['labour'] });
const REGISTERS = [
  'round/title',
  'round/sentence-summary.levels',
  'round/publication',
  'round/lenses',
  'round/cause-A-1',
  'institution/labour/name',
  'institution/labour/pack',
  'institution/labour/no-view-A-1',
  'assignment/A-1/labour',
  'rating/labour/A-1/1/answer',
  'rating/interior/A-1/1/answer',
  'mandate/labour/A-1',
  'agreed/A-1/answer',
  'reservation/labour/A-1',
  'target/A-1',
  'impact/A-1',
  'ease/A-1',
  'evidence/e1',
  'evidence-link/A-1/labour/e1',
  'action/x/activity',
  'instrument/icrmw/status',
  'reveal/A-1',
  'endorsement/labour',
  'endorsement/interior',
  'validation',
  'something/new',
];
const own = { indicator: 'A-1', institution: 'labour', text: 'Which regions?' };

describe('mayWrite', () => {
  it('lets the facilitator write everything', () => {
    expect(REGISTERS.filter((register) => !mayWrite(null, 'lead', register, true))).toEqual([]);
  });

  it.each(['review', 'comment'] as const)('lets nothing but comments of its own through in a copy to %s', (mode) => {
    expect(REGISTERS.filter((register) => mayWrite(task(mode), 'labour', register, true))).toEqual([]);
    expect(mayWrite(task(mode), 'labour', 'comment/labour.A-1', own)).toBe(true);
    expect(mayWrite(task(mode), 'labour', 'comment/labour.A-1', null)).toBe(true);
    expect(mayWrite(task(mode), 'labour', 'comment/x', { ...own, institution: 'lead' })).toBe(false);
  });

  it('lets who answers write its own answers, evidence and endorsement', () => {
    expect(REGISTERS.filter((register) => mayWrite(task('answer'), 'labour', register, true))).toEqual([
      'institution/labour/no-view-A-1',
      'rating/labour/A-1/1/answer',
      'mandate/labour/A-1',
      'reservation/labour/A-1',
      'evidence/e1',
      'evidence-link/A-1/labour/e1',
      'endorsement/labour',
    ]);
  });
});
