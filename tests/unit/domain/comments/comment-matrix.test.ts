import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentifiedComment } from '../../../../src/domain/comments/comment-matrix.ts';
import { answerIdOf, buildCommentMatrix } from '../../../../src/domain/comments/comment-matrix.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const INDICATORS = ['A-1', 'A-2', 'B-1'];
const comment = (id: string, more: Partial<IdentifiedComment> = {}): IdentifiedComment => ({
  id,
  indicator: 'A-1',
  institution: 'unions',
  text: `text of ${id}`,
  ...more,
});

describe('the comment–response matrix', () => {
  it('stands in the order of the framework, comments on the whole last', () => {
    const rows = buildCommentMatrix(
      [comment('w', { indicator: null }), comment('b', { indicator: 'B-1' }), comment('a', { indicator: 'A-2' })],
      INDICATORS,
    );
    expect(rows.map((row) => row.comment.id)).toEqual(['a', 'b', 'w']);
  });

  it('takes the decision of the answer; a text alone leaves it open, an older "settled" closes it', () => {
    const rows = buildCommentMatrix(
      [
        comment('c1'),
        comment(answerIdOf('c1'), { institution: 'lead', replyTo: 'c1', decision: 'partly' }),
        comment('c2'),
        comment(answerIdOf('c2'), { institution: 'lead', replyTo: 'c2' }),
        comment('c3', { settled: true }),
      ],
      INDICATORS,
    );
    expect(rows.map(({ comment: { id }, decision, open }) => [id, decision, open])).toEqual([
      ['c1', 'partly', false],
      ['c2', null, true],
      ['c3', null, false],
    ]);
    expect(rows[0]?.answers.map(({ id }) => id)).toEqual(['answer.c1']);
  });

  it('loses no comment, whatever replies to whatever, and ends in a circle', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const journal = fc.array(fc.record({ id: fc.constantFrom(...ids), replyTo: fc.constantFrom(...ids, 'gone') }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(journal, (links) => {
        const known = new Map(links.map(({ id, replyTo }) => [id, comment(id, { replyTo })]));
        const rows = buildCommentMatrix([comment('root'), ...known.values()], INDICATORS);
        const shown = new Set(rows.flatMap((row) => [row.comment.id, ...row.answers.map(({ id }) => id)]));
        const inCircle = (id: string): boolean => {
          let at = known.get(id)?.replyTo;
          for (let step = 0; step < ids.length; step += 1) at = known.get(at ?? '')?.replyTo ?? at;
          return known.has(at ?? '');
        };
        for (const id of known.keys()) expect(shown.has(id) || inCircle(id)).toBe(true);
      }),
      lawRuns(1000),
    );
  });
});
