import { fireEvent, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ValidationDesk } from '../../../../src/state/desks/validation-desk.svelte.ts';
import type { AssessmentSession } from '../../../../src/state/session/assessment-session.svelte.ts';
import IndicatorQuestion from '../../../../src/ui/assess/IndicatorQuestion.svelte';
import { openSession } from '../../state/open-session.ts';
import { renderInApp } from '../render-in-app.ts';
import { EvidenceDesk } from '../../../../src/state/desks/evidence-desk.ts';

const PIECE = {
  title: 'Decree 12',
  kind: null,
  holder: 'Ministry',
  date: null,
  reference: null,
  access: 'internal',
} as const;
const EVIDENCE = /Decree 12/;

let session: AssessmentSession;

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  session = openSession();
  const [indicator] = session.indicatorsInScope;
  if (indicator === undefined) throw new Error('nothing to answer');
  session.rate(indicator.id, { state: 'not-applicable', reason: 'There is no sea.' });
  session.saveComment(indicator.id, 'As the decree says.');
  await new EvidenceDesk(session).save(indicator.id, null, PIECE, undefined);
  const props = { session, indicator, previous: undefined, next: undefined, showsRules: false, typing: session.typing };
  renderInApp(IndicatorQuestion, props, {});
  // What stands beside the question comes after it.
  await session.complete();
  await screen.findByRole('textbox', { name: 'Comment' });
});

const validate = () =>
  new ValidationDesk(session).validate({ forum: 'Workshop', date: '2026-11-20', by: 'A. Koné', function: '-' });

/** Whatever a person could type into or choose; what is only looked at (the rules) is none. */
function changeable(): string[] {
  const controls = [...document.querySelectorAll('input, textarea, select')];
  return controls.filter((one) => !one.matches(':disabled, [readonly]')).map(({ outerHTML }) => outerHTML);
}

describe('the question of a validated assessment', () => {
  it('looks and is read-only in every field, its documents too', async () => {
    expect(changeable().length).toBeGreaterThan(5);
    await validate();
    await vi.waitFor(() => expect(changeable()).toEqual([]));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' }).value).toBe('As the decree says.');
    expect(screen.queryByRole('button', { name: /Add/ })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: EVIDENCE }));
    await screen.findByDisplayValue('Decree 12');
    expect(changeable()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('is open again in a correction', async () => {
    await validate();
    session.startCorrecting();
    await vi.waitFor(() => expect(changeable().length).toBeGreaterThan(5));
    expect(screen.getByRole('button', { name: /Add/ })).toBeTruthy();
  });

  it('keeps a form open that was begun before, to be saved in a correction', async () => {
    await fireEvent.click(screen.getByRole('button', { name: EVIDENCE }));
    await screen.findByDisplayValue('Decree 12');
    await validate();
    expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy();
    expect(screen.getByDisplayValue('Decree 12').matches(':disabled')).toBe(false);
  });
});
