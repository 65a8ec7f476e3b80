import { screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import ReturnsPage from '../../../../src/ui/pages/ReturnsPage.svelte';
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
