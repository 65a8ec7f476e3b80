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
});
