import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import LevelLadder from '../../../../src/ui/components/LevelLadder.svelte';

const levels = ['no', 'partly', 'yes'].map((id, index) => ({
  id,
  symbol: String(index),
  name: id,
  tone: 1 as const,
  statements: [],
}));

describe('LevelLadder', () => {
  it('shows the level of the question it shows now, whichever was chosen for the one before', async () => {
    const rest = { legend: 'Level', levels, nextLabel: 'next', onselect: () => {}, onrequirement: () => {} };
    const { rerender } = render(LevelLadder, { ...rest, group: 'answer-a', selected: 'no' });
    for (const [group, selected] of [
      ['answer-b', 'yes'],
      ['answer-a', 'no'],
      ['answer-c', 'partly'],
      ['answer-b', 'yes'],
    ] as const) {
      await rerender({ ...rest, group, selected });
      const checked = screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked);
      expect(checked.map(({ value }) => value)).toEqual([selected]);
    }
  });

  it('marks what has begun, where it is not met', () => {
    const said: [string, boolean][] = [];
    const statements = [
      { address: 'A/yes/a', text: 'Adopted.', tickable: true, held: true },
      { address: 'A/yes/b', text: 'Published.', tickable: true, held: false },
      { address: 'A/yes/c', text: 'Reviewed.', tickable: true, held: false, underWay: true },
    ];
    render(LevelLadder, {
      legend: 'Level',
      levels: [...levels.slice(0, 2), { ...levels[2]!, statements }],
      nextLabel: 'next',
      group: 'answer',
      selected: null,
      underWayLabel: 'Under way',
      onselect: () => {},
      onrequirement: () => {},
      onunderway: (address, underWay) => said.push([address, underWay]),
    });
    const marks = screen.getAllByRole('button', { name: 'Under way' });
    expect(
      marks.map((mark) => [mark.getAttribute('aria-pressed'), mark.matches('[aria-describedby="A/yes/b-text"]')]),
    ).toEqual([
      ['false', true],
      ['true', false],
    ]);
    marks.forEach((mark) => mark.click());
    expect(said).toEqual([
      ['A/yes/b', true],
      ['A/yes/c', false],
    ]);
  });
});
