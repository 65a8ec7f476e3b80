import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import LibraryNotices from '../../../../src/ui/library/LibraryNotices.svelte';
import { takePageFocus } from '../../../../src/ui/components/take-page-focus.ts';
import { renderInApp } from '../render-in-app.ts';

const summaryOf = (id: string, title: string | null) => ({ id, title }) as never;
const MERGED = { assessment: 'b', record: { added: [], displaced: [], damagedLines: [], evidence: [] } };
const none = { deleted: [], justDeleted: null, lastMerge: null };

describe('the notice of what can be undone', () => {
  it.each([
    ['en', 'Taken into “Meridia · Round 2026”.'],
    ['fr', 'Importé dans « Meridia · Round 2026 ».'],
  ])('names the assessment that something was taken into (%s)', (code, words) => {
    const assessments = [summaryOf('a', 'Another'), summaryOf('b', 'Meridia · Round 2026')];
    renderInApp(LibraryNotices, {}, { library: { ...none, assessments, lastMerge: MERGED } }, code);
    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(screen.getByRole('button')).toHaveAccessibleDescription(/Meridia · Round 2026/);
  });

  it('names the assessment that was deleted, also where it has no title, and has the focus that its card had', async () => {
    const justDeleted = summaryOf('a', null);
    renderInApp(LibraryNotices, {}, { library: { ...none, assessments: [], justDeleted } });
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo).toHaveAccessibleDescription(/^“.+” was deleted\.$/);
    await vi.waitFor(() => expect(undo).toHaveFocus());
  });

  it.each([
    ['the card of what came back', '<h1>Assessments</h1><a href="#/assessment/a">Meridia</a>', 'a'],
    ['the heading, where no card came', '<h1>Assessments</h1>', 'h1'],
  ])('gives the focus on to %s', async (_what, page, focused) => {
    const content = document.createElement('main');
    content.id = 'content';
    content.innerHTML = page;
    document.body.append(content);
    takePageFocus();
    const justDeleted = summaryOf('a', 'Meridia');
    const bringBack = vi.fn(() => Promise.resolve(screen.getByRole('button', { name: 'Undo' }).remove()));
    renderInApp(LibraryNotices, {}, { library: { ...none, assessments: [], justDeleted, bringBack } });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await vi.waitFor(() => expect(content.querySelector(focused)).toHaveFocus());
    content.remove();
  });
});
