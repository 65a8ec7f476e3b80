import { screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { AssessmentSession } from '../../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../../src/state/session/reporting.ts';
import AssessPage from '../../../../src/ui/pages/AssessPage.svelte';
import { FakeStore, fakeSurroundings } from '../../state/fake-store.ts';
import { framework, IDENTITY } from '../../state/open-session.ts';
import { readFramework } from '../../state/read-main-framework.ts';
import { renderInApp } from '../render-in-app.ts';

it('has the same neighbours before and after the rest of the framework is here', async () => {
  const session = new AssessmentSession({
    identity: IDENTITY,
    framework,
    rest: () => Promise.resolve({ framework: readFramework(), crosswalks: new Map(), reporting }),
    entries: [],
    tab: '1',
    drafts: [],
    store: new FakeStore(),
    surroundings: fakeSurroundings(),
  });
  const props = { session, item: null, typing: session.typing };
  renderInApp(AssessPage, props, { preferences: { loadWords: () => Promise.resolve() } });
  const [first, second] = session.indicatorsInScope;
  const next = () => document.querySelector('a[rel="next"]')?.getAttribute('href');
  const hrefOfSecond = session.hrefOfIndicator(second!.id);
  expect(next()).toBe(hrefOfSecond);
  await session.complete();
  await vi.waitFor(() => expect(session.framework).not.toBe(framework));
  await screen.findByRole('textbox', { name: 'Comment' });
  expect([next(), document.title.startsWith(first!.id)]).toEqual([hrefOfSecond, true]);
});
