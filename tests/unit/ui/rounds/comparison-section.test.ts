import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { textsIn } from '../../../../src/domain/framework/framework.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import ComparisonSection from '../../../../src/ui/rounds/ComparisonSection.svelte';
import { frameworkChoices } from '../../../../src/ui/rounds/framework-choices.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf } from '../render-with-language.ts';
import { readingSession } from '../results/reading-session.ts';

const framework = pairedFramework();
const rated = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const BEFORE = [rated('R-1', 'nascent'), rated('R-2', 'mature'), rated('R-3', 'emerging'), rated('W-1', 'emerging')];
const NOW = [rated('R-1', 'developed'), rated('R-2', 'developed'), rated('R-3', 'emerging')];

function show(previousFramework: Framework = framework, now: readonly Setting[] = NOW) {
  const write = vi.fn(() => Promise.resolve([]));
  const state = assessmentOf(framework, now);
  const previous = {
    framework: previousFramework,
    state: assessmentOf(previousFramework, [['round/title', 'Round 2026'], ...BEFORE]),
    identity: null,
  };
  const { comparison } = buildReport({ framework, state, identity: null, previous });
  const words = frameworkWords(framework, textsIn(framework, 'en'), localiserOf('en'));
  renderInApp(
    ComparisonSection,
    { session: readingSession(framework, now, { write }), comparison: comparison!, words },
    { files: { save: vi.fn() } },
  );
  return write;
}

const rowOf = (id: string) => screen.getByRole('link', { name: `Title of ${id}` }).closest('tr')!;

describe('ComparisonSection', () => {
  it('says what moved by arrow, digit and words, and holds back what has no answer yet', () => {
    show();
    expect(screen.getByRole('heading', { name: 'Compared with “Round 2026”' })).toBeInTheDocument();
    expect(screen.getByText('1 higher, 1 lower, 1 the same')).toBeInTheDocument();
    expect(rowOf('R-1')).toHaveTextContent('▲ 2');
    expect(rowOf('R-1')).toHaveTextContent('2 steps higher');
    expect(rowOf('R-2')).toHaveTextContent('▼ 1');
    expect(screen.queryByRole('link', { name: 'Title of W-1' })).not.toBeInTheDocument();
    expect(screen.getByText(/earlier levels are held back/)).toBeInTheDocument();
  });

  it('shows what stayed the same only when asked', async () => {
    const user = userEvent.setup();
    show();
    expect(screen.queryByRole('link', { name: 'Title of R-3' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Only what changed' }));
    expect(rowOf('R-3')).toHaveTextContent('the same');
  });

  it('asks for the cause of each change', async () => {
    const user = userEvent.setup();
    const write = show(framework, [...NOW, ['round/cause-R-2', { cause: 'earlier-error' }]]);
    expect(screen.getByText(/1 change has no cause yet/)).toBeInTheDocument();
    expect(within(rowOf('R-2')).getByRole('combobox')).toHaveDisplayValue('Earlier error');
    await user.selectOptions(within(rowOf('R-1')).getByRole('combobox'), 'Better evidence');
    expect(write).toHaveBeenCalledExactlyOnceWith([
      { register: 'round/cause-R-1', value: { cause: 'better-evidence' } },
    ]);
  });

  it('subtracts nothing between incompatible versions', () => {
    show({ ...framework, version: '2.0.0', hash: 'other' });
    expect(screen.getByText(/Nothing is subtracted/)).toBeInTheDocument();
    expect(rowOf('R-1')).toHaveTextContent('1 Level nascent');
    expect(rowOf('R-1')).toHaveTextContent('3 Level developed');
    expect(screen.queryByText(/▲|▼|steps? higher/)).not.toBeInTheDocument();
    expect(screen.queryByRole('columnheader', { name: 'Position before' })).not.toBeInTheDocument();
  });
});

describe('frameworkChoices', () => {
  const versionOf = (version: string) => ({ ...framework, version, hash: version });

  it('offers the same framework first and only newer versions of it, saying whether they can be compared', () => {
    const offered = [
      versionOf('0.9.0'),
      versionOf('1.0.1'),
      versionOf('1.10.0'),
      { ...versionOf('9.0.0'), id: 'other' },
    ];
    expect(
      frameworkChoices(framework, offered).map(({ framework: { version }, isSame, comparable }) => [
        version,
        isSame,
        comparable,
      ]),
    ).toEqual([
      ['1.0.0', true, true],
      ['1.0.1', false, true],
      ['1.10.0', false, false],
    ]);
  });
});
