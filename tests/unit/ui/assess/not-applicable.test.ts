import { fireEvent, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../src/domain/framework/framework.ts';
import type { AssessmentSession } from '../../../../src/state/session/assessment-session.svelte.ts';
import IndicatorQuestion from '../../../../src/ui/assess/IndicatorQuestion.svelte';
import { openSession } from '../../state/open-session.ts';
import { renderInApp } from '../render-in-app.ts';

let session: AssessmentSession;
let [first, second]: (Indicator | undefined)[] = [];
let shown: ReturnType<typeof renderInApp>;

const propsOf = (indicator: Indicator | undefined) => ({
  ...{ session, indicator, previous: undefined, next: undefined, showsRules: false, typing: session.typing },
});
const choice = () => screen.getByRole<HTMLInputElement>('radio', { name: /^Not applicable/ });

beforeEach(() => {
  session = openSession();
  [first, second] = session.indicatorsInScope.filter(({ id }) => session.mayBeNotApplicable(id));
  shown = renderInApp(IndicatorQuestion, propsOf(first), {});
});

describe('choosing “Not applicable”', () => {
  it('and moving on without a reason keeps the choice, and says that the reason is missing', async () => {
    await fireEvent.click(choice());
    expect(session.answerOf(first!.id)).toEqual({ state: 'not-applicable', reason: '' });
    await shown.rerender(propsOf(second) as never);
    expect(choice().checked).toBe(false);
    expect(session.answerOf(second!.id)).toBeUndefined();
    await shown.rerender(propsOf(first) as never);
    expect(choice().checked).toBe(true);
    expect(session.answerOf(first!.id)).toEqual({ state: 'not-applicable', reason: '' });
    expect(screen.getByRole('textbox', { name: /^Why/ })).toHaveAccessibleDescription(/reason/i);
  });

  it('keeps the reason that was typed, and is taken back by another answer only', async () => {
    await fireEvent.click(choice());
    const reason = screen.getByRole('textbox', { name: /^Why/ });
    await fireEvent.input(reason, { target: { value: 'There is no sea.' } });
    await fireEvent.blur(reason);
    await shown.rerender(propsOf(second) as never);
    await shown.rerender(propsOf(first) as never);
    expect(session.answerOf(first!.id)).toEqual({ state: 'not-applicable', reason: 'There is no sea.' });
    await fireEvent.click(screen.getByRole('radio', { name: /know/ }));
    expect(session.answerOf(first!.id)).toEqual({ state: 'unknown' });
  });
});
