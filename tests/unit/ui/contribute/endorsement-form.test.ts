import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import EndorsementForm from '../../../../src/ui/contribute/EndorsementForm.svelte';
import { renderWithLanguage } from '../render-with-language.ts';

const PREPARED = { state: 'prepared', function: 'Director', date: '2026-10-28', name: 'B. Diallo' } as const;

describe('EndorsementForm', () => {
  it('keeps who prepared the answers when the hierarchy endorses them, on a day of its own', async () => {
    const onendorse = vi.fn();
    renderWithLanguage(EndorsementForm, { endorsement: PREPARED, today: '2026-11-02', onendorse });
    expect(screen.getByLabelText(/Function/)).toHaveValue('Director');
    await fireEvent.change(screen.getByRole('combobox'), { target: { value: 'endorsed' } });
    expect(screen.getByLabelText(/Function/)).toHaveValue('');
    expect(screen.getByLabelText(/Date/)).toHaveValue('2026-11-02');
    await fireEvent.input(screen.getByLabelText(/Function/), { target: { value: 'Minister' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Record it' }));
    expect(onendorse).toHaveBeenCalledWith({
      state: 'endorsed',
      function: 'Minister',
      date: '2026-11-02',
      prepared: { function: 'Director', date: '2026-10-28', name: 'B. Diallo' },
    });
  });
});
