import { fireEvent, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import LaterDetails from '../../../../src/ui/components/LaterDetails.svelte';
import { renderWithLanguage } from '../render-with-language.ts';

const snippet = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

function show(open?: boolean) {
  renderWithLanguage(LaterDetails, { heading: snippet('Agreed: 88'), children: snippet('IC-01'), open } as never);
  return screen.getByText('Agreed: 88');
}

describe('LaterDetails', () => {
  it('makes what it holds when it is opened', async () => {
    const summary = show();
    expect(screen.queryByText('IC-01')).toBeNull();
    await userEvent.click(summary);
    expect(await screen.findByText('IC-01')).toBeVisible();
  });

  it('is whole on paper, and afterwards as it was', async () => {
    show();
    await fireEvent(window, new Event('beforeprint'));
    expect(screen.getByText('IC-01')).toBeInTheDocument();
    await fireEvent(window, new Event('afterprint'));
    expect(screen.queryByText('IC-01')).toBeNull();
  });

  it('stands open where there is little of it', () => {
    show(true);
    expect(screen.getByText('IC-01')).toBeInTheDocument();
  });
});
