import { describe, expect, it } from 'vitest';
import { makeReviewCopy } from '../../../src/domain/copies/make-review-copy.ts';
import { makePack } from '../../../src/domain/copies/make-pack.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { ON_THE_WHOLE } from '../../../src/state/session/assessment-view.svelte.ts';
import { CommentDesk } from '../../../src/state/desks/comment-desk.svelte.ts';
import { openSession } from './open-session.ts';
import { EvidenceDesk } from '../../../src/state/desks/evidence-desk.ts';

async function facilitator() {
  const session = openSession();
  session.rate('SO-19', { state: 'level', level: 'emerging' });
  await session.write(
    [
      { register: 'institution/iom/name', value: 'IOM' },
      { register: 'institution/iom/role', value: 'observer' },
      { register: 'institution/iom/pack', value: { mode: 'review' } },
      { register: 'round/packs', value: { institutions: ['iom'] } },
    ],
    'facilitator',
  );
  return session;
}

describe('a review', () => {
  it('goes out, is commented and comes back; nothing else can be written in it', async () => {
    const mine = await facilitator();
    const desk = new CommentDesk(mine);
    const theirs = openSession(makeReviewCopy(journalOf(mine.entries), 'iom').entries, Date.UTC(2026, 10, 22));
    expect(theirs.steps).toEqual(['assess', 'results', 'report', 'return']);
    expect(theirs.mayRate).toBe(false);
    expect(theirs.answerOf('SO-19')).toEqual({ state: 'level', level: 'emerging' });
    const before = theirs.entries.length;
    theirs.rate('SO-19', { state: 'level', level: 'mature' });
    theirs.tick('SO-19', 'SO-19/mature/a', true);
    theirs.setConfidence('SO-19', 'high');
    theirs.setRound({ title: 'Other', publication: { by: 'me', date: '2026-01-01', parts: [] } });
    theirs.setSentence('summary.levels', { text: 'x', factsHash: '' });
    theirs.setTarget('SO-19', { state: 'level', level: 'mature' });
    theirs.setImpact('SO-19', 4);
    new EvidenceDesk(theirs).save('SO-19', null, {
      title: 'x',
      kind: null,
      holder: null,
      date: null,
      reference: null,
      access: 'public',
    });
    expect(theirs.entries).toHaveLength(before);

    await theirs.saveComment('SO-19', 'Not yet in the regions.');
    await theirs.saveComment(ON_THE_WHOLE, 'Well written.');
    expect(theirs.entries).toHaveLength(before + 2);
    mine.receive(makePack(journalOf(theirs.entries), 'iom').entries);
    expect(desk.lines.map(({ comment }) => [comment.indicator, comment.institution, comment.text])).toEqual([
      ['SO-19', 'iom', 'Not yet in the regions.'],
      [null, 'iom', 'Well written.'],
    ]);
    expect(desk.open).toBe(2);
    expect(theirs.savedCommentOf(ON_THE_WHOLE)).toBe('Well written.');
  });

  it('is answered with a decision; a comment changed afterwards is marked', async () => {
    const mine = await facilitator();
    const desk = new CommentDesk(mine);
    desk.add('iom', 'SO-19', ' Not in the regions. ');
    const [first] = desk.lines;
    desk.answer(first!.comment.id, 'partly', 'In two of five.');
    expect(desk.lines[0]).toMatchObject({
      decision: 'partly',
      answer: 'In two of five.',
      open: false,
      changedSince: false,
    });
    expect(mine.report.comments).toContainEqual({
      id: `answer.${first!.comment.id}`,
      indicator: 'SO-19',
      institution: 'lead',
      text: 'In two of five.',
      replyTo: first!.comment.id,
      decision: 'partly',
    });
    await mine.write([
      { register: `comment/${first!.comment.id}`, value: { indicator: 'SO-19', institution: 'iom', text: 'In none.' } },
    ]);
    expect(desk.lines[0]).toMatchObject({ changedSince: true });
    desk.answer(first!.comment.id, null, '');
    expect(desk.lines[0]).toMatchObject({ decision: null, answer: '', open: true });
  });
});
