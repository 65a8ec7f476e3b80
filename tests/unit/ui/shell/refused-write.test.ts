import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/domain/problem.ts';
import RefusedWrite from '../../../../src/ui/shell/RefusedWrite.svelte';
import { renderWithLanguage } from '../render-with-language.ts';

const REFUSED = 'This file was not taken in.';

describe('a write that did not end', () => {
  it('is said to be refused where the storage refused it', () => {
    renderWithLanguage(RefusedWrite, { refused: REFUSED, problems: [problem('storage.quotaExceeded', '', [])] });
    expect(screen.getByRole('alert').textContent).toContain(REFUSED);
  });

  it('is not said to be refused while the storage has not answered: it may still take it in', () => {
    renderWithLanguage(RefusedWrite, {
      refused: REFUSED,
      problems: [problem('storage.waiting', '', [], { seconds: 10 })],
    });
    expect(screen.getByRole('alert').textContent).not.toContain(REFUSED);
    expect(screen.getByRole('alert').textContent).toContain('has not answered for 10 seconds');
  });
});
