import { describe, expect, it } from 'vitest';
import { BoardDesk } from '../../../src/state/desks/board-desk.svelte.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { gap, kept, openWith } from './open-board.ts';

function open(settings: readonly Setting[], taken: string | null = null) {
  const session = openWith(settings);
  return { session, desk: new BoardDesk(session, taken) };
}
const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
const measuresOf = ({ measures }: BoardDesk) => measures.list.map(({ indicators }) => indicators.join('+'));

describe('BoardDesk: weighing', () => {
  it('has the first that waits in hand, and goes on to the next after two steps', () => {
    const { desk } = open([...gap('R-1'), ...gap('R-2'), ...gap('W-1', 4, 1)]);
    expect(idsOf(desk.toWeigh)).toEqual(['R-1', 'R-2']);
    expect(desk.hand?.id).toBe('R-1');
    desk.weigh(desk.scale, 3);
    expect(desk.hand).toMatchObject({ id: 'R-1', impact: 3, ease: null });
    desk.weigh(desk.scale, 2);
    expect(desk.placeOf('R-1')).toEqual({ impact: 3, ease: 2 });
    expect(desk.hand?.id).toBe('R-2');
  });

  it('shows what the vote proposes, and writes an impact only when it is taken', () => {
    const voted = [['vote/1/R-1', { dots: 6 }] as const, ['vote/1/R-2', { dots: 1 }] as const];
    const { desk, session } = open([...gap('R-1'), ...gap('R-2'), ...gap('R-3'), ...gap('W-1', 2, 2), ...voted]);
    expect(session.assessment.impacts.size).toBe(1);
    expect([desk.dotsOf('R-1'), desk.dotsOf('R-3')]).toEqual([{ indicator: 'R-1', dots: 6, impact: 4 }, null]);
    expect(idsOf(desk.proposed)).toEqual(['R-1', 'R-2']);
    desk.takeProposed(['R-1']);
    expect([desk.hand?.id, desk.hand?.impact, desk.scale], 'the next digit is for the ease').toEqual([
      'R-1',
      4,
      'ease',
    ]);
    expect(idsOf(desk.proposed)).toEqual(['R-2']);
  });

  it('takes all that the vote proposes in one act, which one undo takes back', async () => {
    const voted = [['vote/1/R-1', { dots: 6 }] as const, ['vote/1/R-2', { dots: 1 }] as const];
    const { desk, session } = open([...gap('R-1'), ...gap('R-2'), ...gap('R-3'), ...voted]);
    desk.takeProposed(idsOf(desk.proposed));
    expect([...session.assessment.impacts]).toEqual([
      ['R-1', 4],
      ['R-2', 2],
    ]);
    await session.undo();
    expect(session.assessment.impacts.size).toBe(0);
  });

  it.each([
    ['an impact', gap('R-1', 1)],
    ['an ease', [...gap('R-1'), ['ease/R-1', 1] as const]],
  ])('takes two steps too where %s was there: none of them falls on the next gap', (_, settings) => {
    const { desk } = open([...settings, ...gap('R-2')]);
    desk.weigh(desk.scale, 4);
    desk.weigh(desk.scale, 3);
    expect(desk.placeOf('R-1')).toEqual({ impact: 4, ease: 3 });
    expect(desk.hand).toMatchObject({ id: 'R-2', impact: null, ease: null });
  });

  it('begins with the impact again when another gap is taken', () => {
    const { desk } = open([...gap('R-1'), ...gap('R-2')]);
    desk.weigh(desk.scale, 4);
    desk.take('R-2');
    desk.weigh(desk.scale, 2);
    expect(desk.hand).toMatchObject({ id: 'R-2', impact: 2, ease: null });
  });

  it('goes round: after the last comes the first that waits, and none is left at the end', () => {
    const { desk } = open([...gap('R-1'), ...gap('W-1')], 'W-1');
    for (const step of [4, 4] as const) desk.weigh(desk.scale, step);
    expect(desk.hand?.id).toBe('R-1');
    for (const step of [1, 1] as const) desk.weigh(desk.scale, step);
    expect(desk.hand).toBeNull();
  });

  it('stays with what lies on the board already', () => {
    const { desk } = open([...gap('R-1'), ...gap('W-1', 4, 1)], 'W-1');
    for (const step of [2, 3] as const) desk.weigh(desk.scale, step);
    expect(desk.hand).toMatchObject({ id: 'W-1', impact: 2, ease: 3 });
  });

  it('weighs all that are ticked, each in one step a scale that is undone at once', () => {
    const { desk, session } = open([...gap('R-1'), ...gap('R-2'), ...gap('R-3')]);
    desk.tick('R-1');
    desk.tick('R-3');
    desk.weigh(desk.scale, 3);
    desk.weigh(desk.scale, 4);
    expect(idsOf(desk.gapsAt({ impact: 3, ease: 4 }))).toEqual(['R-1', 'R-3']);
    expect(desk.hand?.id).toBe('R-2');
    expect(desk.ticked).toEqual([]);
    void session.undo();
    expect(idsOf(desk.toWeigh)).toEqual(['R-1', 'R-2', 'R-3']);
  });

  it('gives a gap back to the list with all that was decided of it', () => {
    const { desk, session } = open([...kept('R-1', 4, 4), ...kept('R-2', 3, 3)]);
    desk.measures.join(['R-1', 'R-2'], null);
    desk.takeBack(['R-1']);
    expect(desk.hand).toMatchObject({ id: 'R-1', impact: null, ease: null, kept: false });
    expect(measuresOf(desk)).toEqual(['R-2']);
    void session.undo();
    expect(measuresOf(desk)).toEqual(['R-1+R-2']);
  });

  it('changes nothing in the copy of an institution', () => {
    const { desk } = open([
      ...gap('R-1'),
      ['institution/labour/name', 'Labour'],
      ['institution/labour/pack', { mode: 'answer' }],
    ]);
    expect(desk.mayDecide).toBe(false);
    desk.weigh('impact', 4);
    desk.place(['R-1'], { impact: 1, ease: 1 });
    desk.measures.keep(['R-1'], true);
    expect(desk.hand).toMatchObject({ id: 'R-1', impact: null, kept: false });
  });
});

describe('BoardDesk: measures', () => {
  it('reads each kept gap as a measure of its own title, by rank, and names none while nothing is kept', () => {
    expect(measuresOf(open([...gap('R-1', 4, 4)]).desk)).toEqual([]);
    const { desk } = open([...kept('R-1', 3, 4), ...kept('R-2', 4, 1), ...gap('R-3', 4, 4)]);
    expect(measuresOf(desk)).toEqual(['R-2', 'R-1']);
    expect(desk.measures.list.every(({ title, written }) => title === null && !written)).toBe(true);
  });

  it('keeps every other measure when the first is written', () => {
    const { desk } = open([...kept('R-1', 3, 4), ...kept('R-2', 4, 1), ...kept('R-3', 4, 4)]);
    expect(measuresOf(desk)).toEqual(['R-3', 'R-2', 'R-1']);
    desk.measures.edit('R-2', { lead: 'lead' });
    expect(measuresOf(desk)).toEqual(['R-3', 'R-2', 'R-1']);
    expect(desk.measures.list.map(({ lead, written }) => [lead, written])).toEqual([
      [null, true],
      ['lead', true],
      [null, true],
    ]);
  });

  it('joins gaps in one, which keeps them, and takes each out of where it was', () => {
    const { desk } = open([...kept('R-1', 3, 4), ...kept('R-2', 4, 1), ...gap('R-3', 4, 4)]);
    desk.measures.join(['R-1', 'R-3'], 'R-2');
    expect(measuresOf(desk)).toEqual(['R-2+R-1+R-3']);
    expect(idsOf(desk.measures.kept).sort()).toEqual(['R-1', 'R-2', 'R-3']);
    const own = desk.measures.join(['R-3'], null);
    expect(measuresOf(desk)).toEqual(['R-2+R-1', 'R-3']);
    expect(desk.measures.list[1]?.id).toBe(own);
  });

  it('takes a gap out: it stays kept, and is named as one without a measure', () => {
    const { desk } = open([...kept('R-1', 3, 4), ...kept('R-2', 4, 1)]);
    const id = desk.measures.join(['R-1', 'R-2'], null);
    desk.measures.takeOut('R-1');
    expect(measuresOf(desk)).toEqual(['R-2']);
    expect(idsOf(desk.measures.loose)).toEqual(['R-1']);
    desk.measures.join(['R-1'], id);
    desk.measures.keep(['R-2'], false);
    expect(measuresOf(desk)).toEqual(['R-1']);
  });

  it('names more than eight kept gaps: those beyond stand in no measure until they are joined', () => {
    const { desk } = open([
      ...['R-1', 'R-2', 'R-3', 'W-1', 'W-2', 'W-4'].flatMap((id) => kept(id, 3, 3)),
      ['rating/lead/W-3/1/answer', { level: 'no' }],
      ['impact/W-3', 1],
      ['ease/W-3', 1],
      ['kept/W-3', true],
    ]);
    expect(desk.measures.list).toHaveLength(7);
    for (const at of [1, 2, 3]) desk.measures.edit(`new-${at}`, { title: `Measure ${at}` });
    expect(desk.measures.list.map(({ title }) => title).slice(-3)).toEqual(['Measure 1', 'Measure 2', 'Measure 3']);
  });

  it('moves a measure by one place and stays within the list', () => {
    const { desk } = open([...kept('R-1', 3, 4), ...kept('R-2', 4, 1)]);
    desk.measures.move('R-2', -1);
    desk.measures.move('R-1', -1);
    expect(measuresOf(desk)).toEqual(['R-1', 'R-2']);
  });

  it('takes a measure apart, one with a name too', () => {
    const { desk } = open([...kept('R-1', 3, 4), ...kept('R-2', 4, 1)]);
    desk.measures.edit('R-2', { title: 'One desk', costOnce: 5 });
    desk.measures.dissolve('R-2');
    expect(measuresOf(desk)).toEqual(['R-1']);
    expect(idsOf(desk.measures.loose)).toEqual(['R-2']);
  });
});
