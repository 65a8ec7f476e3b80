import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { heatMap } from '../../../../src/charts/heat-map.ts';
import HeatMap from '../../../../src/ui/results/HeatMap.svelte';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { localiserOf, renderWithLanguage } from '../render-with-language.ts';
import { readingSession } from './reading-session.ts';

const framework = pairedFramework();

function show() {
  const session = readingSession(framework, [['rating/lead/R-1/1/answer', { level: 'emerging' }]]);
  const words = frameworkWords(framework, session.textsIn('en'), localiserOf('en'));
  renderWithLanguage(HeatMap, { session, rows: heatMap(session.report, framework.structure.scales), words });
  return session;
}

describe('the map of all indicators', () => {
  beforeEach(() => {
    location.hash = '';
  });

  it('is one stop of the tab key, and tells the active cell', async () => {
    show();
    const user = userEvent.setup();
    await user.tab();
    const grid = screen.getByRole('grid');
    expect(grid).toHaveFocus();
    const activeName = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.ariaLabel ?? '';
    const [first, second] = screen.getAllByRole('gridcell').map((cell) => cell.getAttribute('aria-label'));
    expect(activeName() || first).toBe(first);
    await user.keyboard('{ArrowRight}');
    expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')).toHaveAccessibleName(second!);
    await user.keyboard('{End}{End}{ArrowRight}{Home}');
    expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')).toHaveAccessibleName(first!);
    await user.tab();
    expect(grid).not.toHaveFocus();
  });

  it('opens an indicator by Enter and by a click', async () => {
    const session = show();
    const user = userEvent.setup();
    const second = screen.getAllByRole('gridcell')[1]!;
    const target = framework.indicators[1]!.id;
    await user.tab();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(location.hash).toBe(session.hrefOfIndicator(target));
    location.hash = '';
    await user.click(second);
    expect(location.hash).toBe(session.hrefOfIndicator(target));
  });
});
