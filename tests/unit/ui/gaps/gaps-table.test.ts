import { fireEvent, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import GapsTable from '../../../../src/ui/gaps/GapsTable.svelte';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { renderWithLanguage } from '../render-with-language.ts';
import { readingSession } from '../results/reading-session.ts';

const answered = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const framework = pairedFramework();

function show(...settings: Setting[]) {
  const verbs = { setTarget: vi.fn(), setTargets: vi.fn(), setHorizon: vi.fn(), setImpact: vi.fn(), setEase: vi.fn() };
  const facilitator = { isReadOnly: false, task: null, respondent: 'lead' };
  renderWithLanguage(GapsTable, { session: { ...readingSession(framework, settings), ...facilitator, ...verbs } });
  return verbs;
}

const rowOf = (id: string) => screen.getByRole('link', { name: `Title of ${id}` }).closest('tr')!;
const targetOf = (id: string) => screen.getByRole('combobox', { name: `Target of ${id} Title of ${id}` });

describe('GapsTable', () => {
  it('says that no gap can be said where nothing is rated: words, never 0', () => {
    show(answered('R-1', 'emerging'), ['rating/lead/R-2/1/answer', { unknown: true }]);
    expect(rowOf('R-1')).toHaveTextContent('1 step');
    expect(rowOf('R-2')).toHaveTextContent('Cannot be said: not known');
    expect(rowOf('R-3')).toHaveTextContent('Cannot be said: unanswered');
    for (const id of ['R-2', 'R-3']) expect(rowOf(id)).not.toHaveTextContent(/\b0\b|reached/);
  });

  it('shows beside the impact what the last vote proposes, which one act takes', async () => {
    const voted: Setting = ['vote/1/R-1', { dots: 3 }];
    const { setImpact } = show(answered('R-1', 'emerging'), voted);
    expect(rowOf('R-1')).toHaveTextContent('Proposed by the vote: 3 dots · 4 Decisive');
    expect(rowOf('R-2')).not.toHaveTextContent('Proposed');
    await userEvent.setup().click(within(rowOf('R-1')).getByRole('button', { name: 'Take it' }));
    expect(setImpact).toHaveBeenCalledWith('R-1', 4);
  });

  it('offers the next level, each level above, and none', () => {
    show(answered('R-1', 'emerging'));
    expect(
      within(targetOf('R-1'))
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Next level: 3 Level developed', '3 Level developed', '4 Level mature', 'No target this round …']);
  });

  it('names what is missing for the target', () => {
    show(answered('R-1', 'emerging'), ['target/R-1', { level: 'mature' }]);
    const section = rowOf('R-1').closest('tbody')!;
    expect(section).toHaveTextContent('Missing for the target (4)');
    expect(
      within(section)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['R-1 developed a', 'R-1 developed b', 'R-1 mature a', 'R-1 mature b']);
  });

  it('counts "no target" only with a reason, by keyboard alone', async () => {
    const user = userEvent.setup();
    const { setTarget } = show(answered('R-1', 'emerging'));
    await user.selectOptions(targetOf('R-1'), 'No target this round …');
    const reason = screen.getByRole('textbox', { name: /Why no target this round/ });
    expect(reason).toHaveFocus();
    expect(reason).toBeInvalid();
    expect(rowOf('R-1')).toHaveTextContent('Not counted yet: a reason is needed.');
    await user.keyboard('   {Enter}');
    expect(setTarget).not.toHaveBeenCalled();
    await user.keyboard('Awaits the new law{Enter}');
    expect(setTarget).toHaveBeenCalledExactlyOnceWith('R-1', { state: 'none', reason: 'Awaits the new law' });
  });

  it('sets a level, goes back to the next one, and takes impact and ease as numbers or nothing', async () => {
    const user = userEvent.setup();
    const { setTarget, setImpact, setEase } = show(answered('R-1', 'nascent'), ['ease/R-1', 2]);
    await user.selectOptions(targetOf('R-1'), '4 Level mature');
    expect(setTarget).toHaveBeenLastCalledWith('R-1', { state: 'level', level: 'mature' });
    await user.selectOptions(targetOf('R-1'), 'Next level: 2 Level emerging');
    expect(setTarget).toHaveBeenLastCalledWith('R-1', null);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Impact of closing the gap of R-1' }), '4 Decisive');
    expect(setImpact).toHaveBeenLastCalledWith('R-1', 4);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ease of closing the gap of R-1' }), '–');
    expect(setEase).toHaveBeenLastCalledWith('R-1', null);
  });

  it('sets targets by domain or lens on a press of the button, and leaves what stands there already', async () => {
    const user = userEvent.setup();
    const { setTargets } = show(answered('W-1', 'nascent'), answered('W-2', 'mature'));
    const apply = screen.getByRole('button', { name: 'Apply' });
    const [group, target] = [
      screen.getByRole('combobox', { name: 'Targets of' }),
      screen.getByRole('combobox', { name: 'Target' }),
    ];
    await user.selectOptions(group, 'Title of work');
    await user.selectOptions(target, '3 Level developed');
    expect(setTargets).not.toHaveBeenCalled();
    await user.click(apply);
    expect(setTargets).toHaveBeenLastCalledWith(['W-1', 'W-4'], { state: 'level', level: 'developed' });
    expect(screen.getByText('Title of work: the targets of 2 indicators are set.')).toBeInTheDocument();

    const lens = within(group).getByRole('group', { name: 'gcm' });
    const [code] = within(lens).getAllByRole<HTMLOptionElement>('option');
    await user.selectOptions(group, code!.value);
    await user.selectOptions(target, 'The next level of each');
    await user.click(apply);
    expect(setTargets.mock.lastCall?.[1]).toBeNull();
  });

  it('takes no target in bulk without a reason', async () => {
    const user = userEvent.setup();
    const { setTargets } = show();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Targets of' }), 'Title of rights');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Target' }), 'No target this round …');
    expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Why no target this round?' }), 'Law under review{Enter}');
    expect(setTargets).toHaveBeenLastCalledWith(['R-1', 'R-2', 'R-3'], { state: 'none', reason: 'Law under review' });
  });

  it('keeps the day by which targets are to be reached', async () => {
    const { setHorizon } = show();
    const day = screen.getByLabelText(/Targets are to be reached by/);
    await fireEvent.input(day, { target: { value: '2030-12-31' } });
    await fireEvent.blur(day);
    expect(setHorizon).toHaveBeenLastCalledWith('2030-12-31');
  });

  it('filters by gap, timing and words, and says how many are left', async () => {
    const user = userEvent.setup();
    show(
      answered('R-1', 'nascent'),
      answered('R-2', 'mature'),
      ['target/R-1', { level: 'mature' }],
      ['impact/R-1', 4],
      ['ease/R-1', 4],
    );
    expect(screen.getByText('7 of 7 indicators shown')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Only with a gap' }));
    expect(screen.getByText('1 of 7 indicators shown')).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'When to do it' }), 'Later (0)');
    expect(screen.getByText('No indicator matches. Clear the search or the filter.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    await user.type(screen.getByRole('searchbox'), 'w-3');
    expect(screen.getByText('1 of 7 indicators shown')).toBeInTheDocument();
  });

  it('ranks by impact what to decide first, and says why there is nothing yet', () => {
    show(answered('R-1', 'nascent'));
    expect(screen.getByText('Once gaps have an impact, those that come first stand here.')).toBeInTheDocument();
  });

  it('puts the greater impact first, with its timing', () => {
    show(
      answered('R-1', 'emerging'),
      answered('R-3', 'nascent'),
      ['impact/R-1', 2],
      ['ease/R-1', 4],
      ['target/R-3', { level: 'mature' }],
      ['impact/R-3', 4],
      ['ease/R-3', 1],
    );
    const list = screen.getByRole('heading', { name: 'First things to decide' }).closest('section')!;
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Title of R-3.*impact 4.*Major reform \(high impact, hard to do\)/);
    expect(second).toHaveTextContent(/Title of R-1.*impact 2.*Easy improvement/);
  });
});
