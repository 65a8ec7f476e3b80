import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { AssessmentSession } from '../../../../src/state/session/assessment-session.svelte.ts';
import { CHANGES_BEFORE_REMINDER } from '../../../../src/state/library/file-reminder.ts';
import SaveStatusBadge from '../../../../src/ui/shell/SaveStatusBadge.svelte';
import { STORAGE_PATIENCE_MS } from '../../../../src/storage/storage-patience.ts';
import { FakeStore } from '../../state/fake-store.ts';
import { openSession } from '../../state/open-session.ts';
import { renderInApp } from '../render-in-app.ts';

function show(session: AssessmentSession): void {
  const files = {
    lastFileOf: () => null,
    missingFrom: () => [],
    givenAt: () => null,
    taskOf: () => ({ isBusy: false }),
    changesSince: () => CHANGES_BEFORE_REMINDER,
    holdsAll: () => false,
  };
  renderInApp(
    SaveStatusBadge,
    { session },
    { library: { files: files as never }, preferences: { stored: {}, loadWords: () => Promise.resolve() } },
  );
}

function leave(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

const REMINDER = /changes are not in a file yet/;

describe('SaveStatusBadge', () => {
  it('asks before the page is left, and reminds, where changes are in no file', async () => {
    show(openSession());
    expect(leave()).toBe(true);
    expect(await screen.findByText(REMINDER)).toBeInTheDocument();
    const buttons = screen.getAllByRole('button', { name: /^Save (a file|it now)/ });
    for (const button of buttons) expect(button).toHaveAccessibleDescription(/whole history, also what was withdrawn/);
  });

  it.each(['deleted', 'erased'] as const)('neither asks nor reminds of an assessment that was %s', async (standing) => {
    const session = openSession();
    show(session);
    await screen.findByText(REMINDER);
    session.stand(standing);
    await expect.poll(() => screen.queryByText(REMINDER)).toBeNull();
    expect(leave()).toBe(false);
  });

  it('says so where the storage does not answer, and offers the file', async () => {
    const store = new FakeStore();
    const session = openSession(undefined, undefined, store);
    store.gate = new Promise(() => {});
    vi.useFakeTimers();
    show(session);
    session.setImpact('IC-01', 3);
    vi.advanceTimersByTime(STORAGE_PATIENCE_MS);
    vi.useRealTimers();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('has not answered for 10 seconds');
    expect([...alert.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Download a copy']);
    expect(screen.queryByText('Saving …')).toBeNull();
    expect(session.entries.at(-1)).toMatchObject({ register: 'impact/IC-01', value: 3 });
  });

  it('says on the button itself that the file holds what was withdrawn', () => {
    show(openSession());
    expect(screen.getByRole('button', { name: 'Save a file' })).toHaveAccessibleDescription(
      /whole history, also what was withdrawn/,
    );
  });
});
