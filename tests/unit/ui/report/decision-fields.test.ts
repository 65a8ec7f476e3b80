import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import DecisionFields from '../../../../src/ui/report/DecisionFields.svelte';
import { renderWithLanguage } from '../render-with-language.ts';

const PROPOSED = { points: ['Adopt it.', 'Have it costed.'], proposed: true, outdated: false, factsHash: 'now' };

function show(more: object = {}) {
  const onround = vi.fn();
  renderWithLanguage(DecisionFields, {
    ...{ decision: PROPOSED, written: {}, pointCharacters: 130, code: 'en', currency: null, onround },
    ...more,
  });
  return onround;
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the decision sought', () => {
  it('confirms what is proposed, beside what was written in another language', async () => {
    const french = { points: ['Adopter.'], factsHash: 'then' };
    const onround = show({ written: { fr: french } });
    expect(screen.getByText('Proposed, not yet confirmed')).toBeVisible();
    await press('Confirm as they stand');
    expect(onround).toHaveBeenLastCalledWith({
      decision: { fr: french, en: { points: ['Adopt it.', 'Have it costed.'], factsHash: 'now' } },
    });
  });

  it('keeps the other points when one is written over, and leaves out an empty one', async () => {
    const onround = show();
    const first = screen.getByLabelText('Point 1');
    await userEvent.clear(first);
    await userEvent.tab();
    expect(onround).toHaveBeenLastCalledWith({
      decision: { en: { points: ['Have it costed.'], factsHash: 'now' } },
    });
  });

  it('goes back to the proposal, and says when figures have changed', async () => {
    const own = { points: ['Ours.'], factsHash: 'then' };
    const onround = show({
      decision: { points: ['Ours.'], proposed: false, outdated: true, factsHash: 'now' },
      written: { en: own },
    });
    expect(screen.getByText('The figures have changed since this was written')).toBeVisible();
    await press('It still holds');
    expect(onround).toHaveBeenLastCalledWith({ decision: { en: { points: ['Ours.'], factsHash: 'now' } } });
    await press('Back to the proposal');
    expect(onround).toHaveBeenLastCalledWith({ decision: null });
  });

  it('asks for nothing once the report is validated, but for the currency', async () => {
    const onround = show({ decision: null });
    expect(screen.queryByLabelText('Point 1')).toBeNull();
    await userEvent.type(screen.getByLabelText('Currency of the amounts'), 'crowns');
    await userEvent.tab();
    expect(onround).toHaveBeenLastCalledWith({ currency: 'crowns' });
  });
});
