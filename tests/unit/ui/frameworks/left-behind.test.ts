import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import LeftBehind from '../../../../src/ui/frameworks/LeftBehind.svelte';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { renderInApp } from '../render-in-app.ts';

const framework = tinyFramework();
const assessment = assessmentOf(framework, [['institution/labour/name', 'Ministry of Labour']]);
const session = { framework, assessment, textsIn: () => framework.texts['en'] };
const left = [
  { register: 'rating/labour/A-1/1/answer', value: { level: 'emerging' } },
  { register: 'rating/labour/A-1/1/requirements', value: ['A-1/emerging/a'] },
];

describe('what a carry-over leaves behind', () => {
  it('is listed in words, and saved as a table', async () => {
    const save = vi.fn((file: { make: (signal: AbortSignal) => Promise<Uint8Array> }) =>
      file.make(new AbortController().signal).then((bytes) => {
        written = new TextDecoder().decode(bytes);
        return { kind: 'written', handle: null };
      }),
    );
    let written = '';
    renderInApp(
      LeftBehind,
      { session, left, version: '2.0.0' },
      { files: { save } as never, preferences: { loadWords: () => Promise.resolve() } },
    );
    expect(screen.getByText('What stays in the earlier one (2)')).toBeInTheDocument();
    const [answer, ticks] = screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent);
    expect(answer).toMatch(/Ministry of Labour.*: 2 emerging/);
    expect(ticks).toMatch(/A-1\/emerging\/a/);
    await userEvent.click(screen.getByRole('button', { name: 'Save this list (CSV)' }));
    await vi.waitFor(() => expect(written).toContain('Ministry of Labour'), { timeout: 10_000 });
    expect(written.trim().split('\r\n')).toHaveLength(3);
  });
});
