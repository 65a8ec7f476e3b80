import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { buildRegister } from '../../../../src/domain/registers/register-address.ts';
import { JoinDesk } from '../../../../src/state/desks/join-desk.svelte.ts';
import JoinInstitutions from '../../../../src/ui/institutions/JoinInstitutions.svelte';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import { openSession } from '../../state/open-session.ts';
import { localiserOf, renderWithLanguage } from '../render-with-language.ts';

it('says that one is part of another as long as it is, whichever way that is taken back', async () => {
  const session = openSession();
  const names = { labour: 'Ministry of Labour', work: 'Ministry for Labour' };
  for (const [institution, value] of Object.entries(names)) {
    await session.write([{ register: buildRegister({ kind: 'institution', institution, field: 'name' }), value }]);
  }
  const desk = new JoinDesk(session);
  const words = frameworkWords(session.framework, session.textsIn('en'), localiserOf('en'));
  renderWithLanguage(JoinInstitutions, { session, desk, words, onrestore: () => undefined });
  const said = () => screen.getByRole('status').textContent;
  const join = async () => {
    desk.choose('work', 'labour');
    flushSync();
    await userEvent.click(screen.getByRole('button', { name: 'Join them' }));
    await vi.waitFor(() => expect(said()).toContain('Ministry for Labour is now part of Ministry of Labour.'));
  };
  await join();
  await session.undo();
  flushSync();
  expect(said()?.trim()).toBe('');
  await join();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await vi.waitFor(() => expect(said()?.trim()).toBe(''));
});
