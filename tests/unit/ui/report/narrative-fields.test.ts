import { screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MAXIMUM_KEY_FIGURES } from '../../../../src/domain/registers/round.ts';
import NarrativeFields from '../../../../src/ui/report/NarrativeFields.svelte';
import { renderWithLanguage } from '../render-with-language.ts';

const REMITTANCES = { name: 'Remittances', value: '2.1 billion', year: '2025', source: 'Central Bank' };
const NOTHING = { foreword: null, acknowledgements: null, recommendations: null, keyFigures: null };

function show(round: object = {}, practices: { domain: string; texts: Record<string, string> }[] = []) {
  const onround = vi.fn();
  const onpractice = vi.fn();
  const domains = [
    { id: 'd1', title: 'Institutions' },
    { id: 'd2', title: 'Labour' },
  ];
  renderWithLanguage(NarrativeFields, {
    ...{ round: { ...NOTHING, ...round }, practices, domains, code: 'en', onround, onpractice },
  });
  return { onround, onpractice };
}
const field = (name: string) => screen.getByRole('textbox', { name });
async function write(box: HTMLElement, text: string) {
  await userEvent.clear(box);
  if (text !== '') await userEvent.type(box, text);
  await userEvent.tab();
}

describe('the words around the results', () => {
  it('saves a foreword beside that in another language, and says that there is one', async () => {
    const { onround } = show({ foreword: { fr: 'Avant-propos de la Ministre.' } });
    expect(field('Foreword')).toHaveAccessibleDescription(/Already written in: Français\./);
    await write(field('Foreword'), 'A word of the Minister.');
    expect(onround).toHaveBeenLastCalledWith({
      foreword: { fr: 'Avant-propos de la Ministre.', en: 'A word of the Minister.' },
    });
  });

  it('takes back a text that is emptied, and nothing of another language with it', async () => {
    const { onround } = show({ acknowledgements: { fr: 'Merci.', en: 'Thanks.' }, foreword: { en: 'A word.' } });
    await write(field('Acknowledgements'), '');
    expect(onround).toHaveBeenLastCalledWith({ acknowledgements: { fr: 'Merci.' } });
    await write(field('Foreword'), '');
    expect(onround).toHaveBeenLastCalledWith({ foreword: null });
  });

  it('keeps up to three recommendations, without the empty ones', async () => {
    const { onround } = show({ recommendations: { en: ['One.', 'Two.'] } });
    expect(screen.getAllByRole('textbox', { name: /^Recommendation/ })).toHaveLength(3);
    await write(field('Recommendation 3'), 'Three.');
    expect(onround).toHaveBeenLastCalledWith({ recommendations: { en: ['One.', 'Two.', 'Three.'] } });
    await write(field('Recommendation 1'), '');
    expect(onround).toHaveBeenLastCalledWith({ recommendations: { en: ['Two.'] } });
  });

  it('offers room for one more figure than there are, with its value, year and source, up to the most', async () => {
    const { onround } = show({ keyFigures: { en: [REMITTANCES] } });
    expect(screen.getAllByRole('group', { name: /^Figure \d/ })).toHaveLength(2);
    const second = within(screen.getByRole('group', { name: 'Figure 2' }));
    await write(second.getByRole('textbox', { name: 'Source' }), 'Census');
    const empty = { name: '', value: '', year: '', source: 'Census' };
    expect(onround).toHaveBeenLastCalledWith({ keyFigures: { en: [REMITTANCES, empty] } });
  });

  it('offers no more figures than are printed', () => {
    show({ keyFigures: { en: Array.from({ length: MAXIMUM_KEY_FIGURES }, () => REMITTANCES) } });
    expect(screen.getAllByRole('group', { name: /^Figure \d/ })).toHaveLength(MAXIMUM_KEY_FIGURES);
  });

  it('takes one good practice a domain', async () => {
    const { onpractice } = show({}, [{ domain: 'd1', texts: { en: 'A desk in every province.' } }]);
    expect(field('Institutions')).toHaveValue('A desk in every province.');
    await write(field('Labour'), 'Joint inspections.');
    expect(onpractice).toHaveBeenLastCalledWith('d2', { en: 'Joint inspections.' });
    await write(field('Institutions'), '');
    expect(onpractice).toHaveBeenLastCalledWith('d1', null);
  });
});
