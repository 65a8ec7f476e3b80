import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MishapWatch } from '../../../../src/state/device/mishap-watch.svelte.ts';
import { RobustnessRunner } from '../../../../src/state/session/robustness-runner.svelte.ts';
import RobustnessSection from '../../../../src/ui/results/RobustnessSection.svelte';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import { robustnessSentences, shareWords } from '../../../../src/ui/results/robustness-words.ts';
import { robustnessOf } from '../../../../src/report/build-report.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf } from '../render-with-language.ts';
import { readingSession } from './reading-session.ts';

const framework = pairedFramework();
const answered = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const SETTINGS = [
  answered('R-1', 'emerging'),
  answered('R-2', 'nascent'),
  answered('R-3', 'emerging'),
  answered('W-1', 'mature'),
  answered('W-2', 'developed'),
  answered('W-3', 'yes'),
  answered('W-4', 'nascent'),
];
const english = localiserOf('en');
const session = readingSession(framework, SETTINGS);
const words = frameworkWords(framework, session.textsIn('en'), english);

describe('RobustnessSection', () => {
  it('computes when asked, says it in a sentence, and shows the numbers of the Report', async () => {
    const user = userEvent.setup();
    const runner = new RobustnessRunner(() => Promise.resolve(null));
    renderInApp(
      RobustnessSection,
      { session, words, runner },
      { files: { save: vi.fn() }, mishaps: new MishapWatch() },
    );
    expect(screen.queryByRole('table')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try other weightings' }));
    const table = await screen.findByRole('table');
    const robustness = robustnessOf({ framework, state: assessmentOf(framework, SETTINGS), identity: null });
    const share = robustness.domains[0]!.lowestShare!;
    expect(share).toBeGreaterThan(0.8);
    expect(
      screen.getByText(
        `Title of rights has most room for further development under ${Math.round(share * 100)}% of weightings.`,
      ),
    ).toBeInTheDocument();
    const row = within(table).getByRole('rowheader', { name: 'Title of rights' }).closest('tr')!;
    const [low, high] = [robustness.domains[0]!.low!, robustness.domains[0]!.high!].map((value) => Math.round(value));
    expect(row).toHaveTextContent(`${low}–${high}`);
    const [mover] = robustness.domains[0]!.movers;
    expect(row).toHaveTextContent(mover!.id);
    await user.click(
      screen.getByText('Indicators that move it most, and by how much if left out', { selector: 'summary' }),
    );
    expect(screen.getByRole('link', { name: `Title of ${mover!.id}` })).toHaveAttribute(
      'href',
      `#/assess/${mover!.id}`,
    );
  });

  it('can be stopped', async () => {
    const user = userEvent.setup();
    const runner = new RobustnessRunner(() => new Promise(() => {}));
    renderInApp(
      RobustnessSection,
      { session, words, runner },
      { files: { save: vi.fn() }, mishaps: new MishapWatch() },
    );
    await user.click(screen.getByRole('button', { name: 'Try other weightings' }));
    expect(screen.getByRole('progressbar')).toHaveAttribute('max', '1');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByRole('button', { name: 'Try other weightings' })).toBeEnabled();
  });
});

describe('words of robustness', () => {
  const robustness = robustnessOf({ framework, state: assessmentOf(framework, SETTINGS), identity: null });
  const withShares = (first: number | null, second: number | null) => ({
    ...robustness,
    domains: robustness.domains.map((domain, index) => ({ ...domain, lowestShare: index === 0 ? first : second })),
  });
  const said = (first: number | null, second: number | null, code = 'en') =>
    robustnessSentences(session.report, withShares(first, second), words, localiserOf(code))[0];

  it('never say "all" or "none" where it is only nearly so', () => {
    expect([1, 0.9999, 0.97, 0.0001, 0].map((share) => shareWords(share, english))).toEqual([
      '100%',
      'more than 99%',
      '97%',
      'less than 1%',
      '0%',
    ]);
  });

  it('name one domain, or several, or none', () => {
    expect(said(0.97, 0.03)).toBe('Title of rights has most room for further development under 97% of weightings.');
    expect(said(0.45, 0.4)).toBe(
      'Which domain has most room for further development depends on the weights: Title of rights under 45% and Title of work under 40% of weightings.',
    );
    expect(said(0, 0)).toBe('No domain alone has most room for further development.');
    expect(said(null, null)).toMatch(/cannot be compared yet/);
    expect(said(0.97, 0.03, 'fr')).toMatch(/garde la marge de progrès la plus grande avec 97\s%/);
  });

  it('say what another method would change', () => {
    const other = {
      ...robustness,
      variants: robustness.variants.map((variant) =>
        variant.id === 'geometric-mean'
          ? { ...variant, mostRoom: 'work' }
          : variant.id === 'missing-lowest'
            ? { ...variant, mostRoom: null }
            : variant,
      ),
    };
    expect(robustnessSentences(session.report, other, words, english).slice(1)).toEqual([
      'Geometric mean: Title of work has most room for further development.',
      'Open answers at the lowest level: no domain can be named.',
    ]);
    expect(robustnessSentences(session.report, robustness, words, english).at(-1)).toBe(
      'Under every other method tried, it is still Title of rights.',
    );
  });
});
