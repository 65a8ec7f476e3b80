import { readFileSync } from 'node:fs';
import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Crosswalk } from '../../../../src/domain/framework/crosswalk-schema.ts';
import { crosswalkSchema } from '../../../../src/domain/framework/crosswalk-schema.ts';
import LensSection from '../../../../src/ui/results/LensSection.svelte';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf } from '../render-with-language.ts';
import { readingSession } from './reading-session.ts';

const crosswalkOf = (key: string): [string, Crosswalk] => [
  key,
  crosswalkSchema.parse(JSON.parse(readFileSync(`indicators/crosswalks/${key}.json`, 'utf8'))),
];
const crosswalks = new Map([crosswalkOf('gcm'), crosswalkOf('strategy12')]);
const framework = pairedFramework();
const RATED: Setting[] = [
  ['rating/lead/R-1/1/answer', { level: 'mature' }],
  ['rating/lead/R-2/1/answer', { level: 'emerging' }],
];

function show(settings: readonly Setting[] = RATED) {
  const written: unknown[] = [];
  const write = (changes: unknown) => {
    written.push(changes);
    return Promise.resolve([]);
  };
  const session = readingSession(framework, settings, { crosswalks, write });
  const words = frameworkWords(framework, session.textsIn('en'), localiserOf('en'));
  renderInApp(LensSection, { session, words, open: true }, { files: { save: vi.fn() } });
  return written;
}

describe('LensSection', () => {
  it('counts the indicators related to each code, without the historical lens', () => {
    show();
    expect(within(screen.getByRole('combobox', { name: 'System' })).getAllByRole('option')).toHaveLength(1);
    const seven = screen.getByRole('heading', { name: /^7 /, level: 4 }).closest('li')!;
    expect(seven).toHaveTextContent('1 of 2');
    expect(seven).toHaveTextContent('2 related indicators');
    expect(within(seven).getByRole('img')).toHaveAccessibleName(/1 at 2 Level emerging, 1 at 4 Level mature/);
    expect(screen.getByText('5 indicators are not related to anything here.')).toBeInTheDocument();
  });

  it('switches a lens on and off for everybody, and labels the historical one', async () => {
    const user = userEvent.setup();
    const written = show();
    await user.click(screen.getByText('Which systems are shown'));
    await user.click(screen.getByRole('checkbox', { name: /Twelve points .* \(historical\)/ }));
    await user.click(screen.getByRole('checkbox', { name: /Global Compact/ }));
    expect(written).toEqual([
      [{ register: 'round/lenses', value: ['gcm', 'strategy12'] }],
      [{ register: 'round/lenses', value: [] }],
    ]);
  });

  it('shows what the assessment says, and says when nothing is switched on', () => {
    show([...RATED, ['round/lenses', []]]);
    expect(screen.getByText('No other system is switched on.')).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('changes the lens by the select', async () => {
    const user = userEvent.setup();
    show([...RATED, ['round/lenses', ['gcm', 'strategy12']]]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'System' }), 'strategy12');
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('(historical)');
    expect(screen.getByRole('heading', { name: /^3 /, level: 4 })).toBeInTheDocument();
  });
});
