import { screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import ReturnsPage from '../../../../src/ui/pages/ReturnsPage.svelte';
import { PaperDesk } from '../../../../src/state/desks/paper-desk.svelte.ts';
import { ValidationDesk } from '../../../../src/state/desks/validation-desk.svelte.ts';
import { openSession } from '../../state/open-session.ts';
import { renderInApp } from '../render-in-app.ts';

const RECEIVED = '2026-11-28T10:00:00.000Z';

it('lists who sent something without having been asked, and shows no table of nobody', async () => {
  const session = openSession();
  renderInApp(ReturnsPage, { session }, { library: {} });
  const board = () => screen.queryByRole('group', { name: 'Returns' });
  expect(board()).toBeNull();
  const record = { institution: 'labour', form: 'workbook', received: RECEIVED, entries: [] };
  await session.write([
    { register: 'institution/labour/name', value: 'Ministry of Labour' },
    { register: 'return/0123456789abcdef', value: record },
  ]);
  flushSync();
  const cells = within(board()!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent.trim());
  expect(cells.slice(0, 2)).toEqual(['not asked', '–']);
  expect(cells).toContain('workbook, 28 November 2026');
});

it('does not call missing what came after the validation, and writes no reminder for it', async () => {
  const session = openSession();
  await session.write([
    { register: 'institution/labour/name', value: 'Ministry of Labour' },
    { register: 'institution/justice/name', value: 'Ministry of Justice' },
    { register: 'assignment/SO-19/labour', value: 'lead' },
    { register: 'assignment/SO-19/justice', value: 'contributor' },
  ]);
  await new ValidationDesk(session).validate({
    ...{ forum: 'Workshop', date: '2026-11-20', by: 'A. Koné', function: 'Minister', signatories: [] },
  });
  const paper = new PaperDesk(session);
  paper.choose('labour');
  paper.enter(session.framework.indicatorById.get('SO-19')!, '4');
  renderInApp(ReturnsPage, { session }, { library: {} });
  expect(screen.getByText(/1 missing, 1 after the validation\.$/)).toBeTruthy();
  const row = screen.getByRole('row', { name: /^Ministry of Labour/ });
  expect(within(row).getAllByRole('cell')[0]?.textContent).toBe('after the validation');
  expect(screen.getByText('Reminder letter: one institution')).toBeTruthy();
});
