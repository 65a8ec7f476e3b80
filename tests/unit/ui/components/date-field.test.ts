import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { ROUND_DAYS } from '../../../../src/domain/day-span.ts';
import { MemoryStore } from '../../../../src/storage/memory-store.ts';
import DateField from '../../../../src/ui/components/DateField.svelte';
import { keepInMemory } from '../keep-in-memory.ts';
import { renderWithLanguage } from '../render-with-language.ts';

function show(value = '2026-11-30') {
  const typing = keepInMemory([], new MemoryStore());
  const onsave = vi.fn();
  const props = { keep: 'round/closingDate', label: 'Closing date', span: ROUND_DAYS, value, onsave, typing };
  renderWithLanguage(DateField, props as never);
  const field = screen.getByLabelText<HTMLInputElement>('Closing date');
  /** As browsers do: a change at every digit that makes a date. */
  async function type(...days: string[]) {
    for (const day of days) {
      await fireEvent.input(field, { target: { value: day } });
      await fireEvent.change(field);
    }
  }
  return { field, type, typing, onsave };
}

describe('a field for a date', () => {
  it('is saved once, when it is left', async () => {
    const { field, type, onsave } = show();
    await type('0002-12-15', '0020-12-15', '0202-12-15', '2026-12-15');
    expect(onsave).not.toHaveBeenCalled();
    await fireEvent.blur(field);
    expect(onsave.mock.calls).toEqual([['2026-12-15']]);
  });

  it('says the date in words, for its figures stand in the order of the browser', async () => {
    const { type } = show();
    expect(screen.getByText('30 November 2026')).toBeVisible();
    await type('2026-12-01');
    expect(screen.getByText('1 December 2026')).toBeVisible();
    await type('0002-12-01');
    expect(screen.queryByText(/December/)).toBeNull();
  });

  it('says it once where it has no label, and the field is described by it', () => {
    const props = { keep: 'a', 'aria-label': 'Date', span: ROUND_DAYS, value: '2026-11-30' };
    renderWithLanguage(DateField, { ...props, typing: keepInMemory([], new MemoryStore()) } as never);
    expect(screen.getAllByText('30 November 2026')).toHaveLength(1);
    expect(screen.getByLabelText('Date')).toHaveAccessibleDescription('30 November 2026');
  });

  it('asks about a year of two digits, and takes it only from the answer', async () => {
    const { field, type, typing, onsave } = show();
    await type('0026-12-15');
    await fireEvent.blur(field);
    expect(onsave).not.toHaveBeenCalled();
    expect(screen.getByRole('status')).toHaveTextContent('between 1990 and 2100');
    expect(typing.textOf('round/closingDate')).toBe('0026-12-15');
    await fireEvent.click(screen.getByRole('button', { name: 'Do you mean 15 December 2026?' }));
    expect(onsave.mock.calls).toEqual([['2026-12-15']]);
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('saves no day out of its span and proposes nothing for it', async () => {
    const { field, type, onsave } = show();
    await type('1889-05-01');
    await fireEvent.blur(field);
    expect(onsave).not.toHaveBeenCalled();
    expect(screen.queryByRole('button')).toBeNull();
    await type('');
    await fireEvent.blur(field);
    expect(onsave.mock.calls).toEqual([['']]);
  });

  it('takes no date away because another one is half written', async () => {
    const { field, type, onsave } = show();
    await type('');
    Object.defineProperty(field, 'validity', { value: { badInput: true } });
    await fireEvent.blur(field);
    expect(onsave).not.toHaveBeenCalled();
    expect(screen.getByRole('status')).toHaveTextContent('not complete');
  });
});
