import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import LibraryNotices from '../../../../src/ui/library/LibraryNotices.svelte';
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
});
