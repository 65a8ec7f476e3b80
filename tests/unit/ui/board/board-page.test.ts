import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ValidationDesk } from '../../../../src/state/desks/validation-desk.svelte.ts';
import GapsPage from '../../../../src/ui/pages/GapsPage.svelte';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { gap, kept, openWith } from '../../state/open-board.ts';
import { renderWithLanguage } from '../render-with-language.ts';

// jsdom has the element, not its methods.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
});
beforeEach(() => {
  location.hash = '';
});

function show(
  settings: readonly Setting[],
  { item = null, code = 'en' }: { item?: string | null; code?: string } = {},
) {
  const session = openWith(settings);
  renderWithLanguage(GapsPage, { session, item }, code);
  return session;
}

const decided = (session: ReturnType<typeof show>) =>
  Object.fromEntries(
    session.report.indicators
      .filter(({ impact, ease }) => impact !== null || ease !== null)
      .map(({ id, impact, ease }) => [id, [impact, ease]]),
  );
const inHand = () => screen.getByRole('heading', { level: 3 }).textContent;
const box = (id: string) => screen.getByRole('checkbox', { name: `${id} Title of ${id}` });
const chip = (id: string) => within(screen.getByRole('table')).getByRole('button', { name: new RegExp(id) });
const field = (id: string) => {
  const cell = chip(id).closest('td')!;
  const row = within(cell.closest('tr')!)
    .getByRole('rowheader')
    .textContent!.replaceAll(/[\s\d]/g, '');
  return [row, cell.dataset['label']];
};
const measures = () => within(screen.getByRole('region', { name: /^Measures/ })).queryAllByRole('listitem');

describe('the board: keys', () => {
  it('weighs a gap with two keys and has the next in hand, with the focus', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...gap('R-2'), ...gap('R-3')]);
    expect(inHand()).toBe('Title of R-1');
    await user.keyboard('43');
    expect(field('R-1')).toEqual(['Decisive', 'Within reach']);
    expect(inHand()).toBe('Title of R-2');
    expect(box('R-2')).toHaveFocus();
    await user.keyboard('12');
    expect(decided(session)).toEqual({ 'R-1': [4, 3], 'R-2': [1, 2] });
  });

  it('skips with S, moves with arrows, and ticks with the space bar what is weighed together', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...gap('R-2'), ...gap('R-3'), ...gap('W-1')]);
    await user.keyboard('s');
    expect(inHand()).toBe('Title of R-2');
    await user.keyboard(' ');
    expect(box('R-2')).toBeChecked();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp} ');
    expect(box('R-3')).toBeChecked();
    expect(inHand()).toBe('2 gaps are ticked');
    await user.keyboard('34');
    expect(decided(session)).toEqual({ 'R-2': [3, 4], 'R-3': [3, 4] });
    expect(screen.queryByRole('checkbox', { checked: true })).not.toBeInTheDocument();
  });

  it('goes from the list to the board and back, and keeps with K', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...gap('R-2', 4, 1), ...gap('R-3', 4, 4)]);
    await user.keyboard('{ArrowRight}');
    expect(chip('R-2')).toHaveFocus();
    await user.keyboard('{ArrowRight}k');
    expect(chip('R-3')).toHaveFocus();
    expect(chip('R-3')).toHaveAccessibleName(/kept$/);
    expect(session.report.priorities.map(({ id }) => id)).toEqual(['R-3']);
    expect(screen.getByRole('status')).toHaveTextContent('Kept: R-3');
    await user.keyboard('k{ArrowLeft}{ArrowLeft}');
    expect(session.report.indicators.some((one) => one.kept)).toBe(false);
    expect(box('R-1')).toHaveFocus();
  });

  it('gives back with Del, which can be undone', async () => {
    const user = userEvent.setup();
    const session = show([...kept('R-2', 4, 1)], { item: 'R-2' });
    chip('R-2').focus();
    await user.keyboard('{Delete}');
    expect(box('R-2')).toHaveFocus();
    expect(decided(session)).toEqual({});
    await session.undo();
    expect(decided(session)).toEqual({ 'R-2': [4, 1] });
  });

  it('decides nothing below an open dialogue, wherever the focus went', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...kept('R-2', 4, 1)]);
    await user.click(within(measures()[0]!).getByRole('button'));
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('43');
    expect(decided(session)).toEqual({ 'R-2': [4, 1] });
  });

  it('says what is needed first where a gap has no place yet', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1', 4)]);
    await user.keyboard('k');
    expect(screen.getByRole('status')).toHaveTextContent('First give it an impact and an ease.');
    expect(session.report.indicators.some((one) => one.kept)).toBe(false);
  });

  it('never acts while somebody types, in a list that drops down, or with another key held', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ['target/R-1', { level: 'mature' }], ...gap('R-2', 4, 4)]);
    screen.getByRole('combobox').focus();
    await user.keyboard('4');
    await user.click(screen.getByRole('button', { name: 'New measure' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the measure' }), '42 km of 1 kind');
    await user.keyboard('{Alt>}4{/Alt}{Control>}4{/Control}');
    expect(decided(session)).toEqual({ 'R-2': [4, 4] });
    expect(location.hash).toBe('');
  });

  it('leads to the table with T', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1')]);
    await user.keyboard('t');
    expect(location.hash).toBe(`${session.hrefOfStep('gaps')}/table`);
  });

  it('leads from the table back to the board with T, but not while somebody searches', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1')], { item: 'table' });
    await user.type(screen.getByRole('searchbox'), 't');
    expect(location.hash).toBe('');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('t');
    expect(location.hash).toBe(session.hrefOfStep('gaps'));
  });

  it('knows no one by a held key: one press, one step', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...gap('R-2')]);
    await user.keyboard('{4>3/}');
    expect(decided(session)).toEqual({ 'R-1': [4, null] });
  });
});

describe('the board: pointer', () => {
  it('weighs with the buttons, in any order', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...gap('R-2')]);
    await user.click(screen.getByRole('button', { name: /Hard$/ }));
    await user.click(screen.getByRole('button', { name: /Decisive/ }));
    expect(decided(session)).toEqual({ 'R-1': [4, 2] });
    expect(inHand()).toBe('Title of R-2');
  });

  it('takes in hand by the words of a line, and ticks by its box', async () => {
    const user = userEvent.setup();
    show([...gap('R-1'), ...gap('R-2'), ...gap('R-3')]);
    await user.click(within(screen.getByRole('list', { name: 'Gaps to weigh' })).getByText('Title of R-3'));
    expect(inHand()).toBe('Title of R-3');
    expect(box('R-3')).not.toBeChecked();
    await user.click(box('R-1'));
    expect(box('R-1')).toBeChecked();
  });

  it('keeps, and joins several in a measure', async () => {
    const user = userEvent.setup();
    const session = show([...kept('R-1', 4, 4), ...gap('R-2', 4, 3)]);
    await user.click(chip('R-2'));
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(measures().map((one) => one.textContent)).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'To a measure …' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /^Title of R-1/ }));
    expect(session.report.measures.map(({ indicators }) => indicators)).toEqual([['R-1', 'R-2']]);
    expect(screen.getByRole('button', { name: 'To a measure …' })).toHaveFocus();
    expect(measures()[0]).toHaveTextContent('R-1, R-2 · no lead yet');
  });

  it('gives a measure its name, lead and cost, and takes a gap out of it', async () => {
    const user = userEvent.setup();
    const session = show([...kept('R-1', 4, 4), ...kept('R-2', 4, 3)]);
    session.setRound({ lead: 'Ministry of the Interior' });
    await user.click(within(measures()[0]!).getByRole('button'));
    await user.type(screen.getByRole('textbox', { name: 'Name of the measure' }), 'One desk');
    await user.type(screen.getByRole('combobox', { name: 'Lead institution' }), 'Ministry of Labour');
    await user.type(screen.getByRole('spinbutton', { name: 'Cost, once' }), '1500');
    await user.click(screen.getByRole('checkbox', { name: /^R-2/ }));
    expect(session.report.measures).toMatchObject([
      { title: 'One desk', lead: 'Ministry of Labour', indicators: ['R-1', 'R-2'], cost: { once: 1500, yearly: null } },
    ]);
    await user.click(screen.getByRole('checkbox', { name: /^R-1/ }));
    expect(session.report.measures).toMatchObject([{ title: 'One desk', indicators: ['R-2'] }]);
    await user.clear(screen.getByRole('spinbutton', { name: 'Cost, once' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Cost, once' }), '-1');
    await user.tab();
    expect(screen.getByText(/not below zero/)).toBeInTheDocument();
    expect(session.report.measures).toMatchObject([{ cost: { once: 1500 } }]);
  });
});

describe('the board: states', () => {
  it('counts from the gaps to the measures, and shows the first where nothing is weighed', () => {
    show([...gap('R-1'), ...gap('R-2')]);
    expect(screen.getByText('2 gaps')).toBeInTheDocument();
    expect(screen.getByText('0 weighed')).toBeInTheDocument();
    expect(inHand()).toBe('Title of R-1');
  });

  it('folds the list when every gap is weighed, until one is taken in hand', async () => {
    const user = userEvent.setup();
    show([...gap('R-1')]);
    await user.keyboard('44');
    expect(screen.queryByRole('heading', { level: 3 })).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    await user.click(chip('R-1'));
    expect(inHand()).toBe('Title of R-1');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('heading', { level: 3 })).not.toBeInTheDocument();
  });

  it('takes in hand the gap that the address names', () => {
    show([...gap('R-1'), ...gap('R-3')], { item: 'R-3' });
    expect(inHand()).toBe('Title of R-3');
  });

  it('is only read in a copy that may not decide: keys do nothing, nothing can be pressed', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...kept('R-2', 4, 4), ['institution/labour/pack', { mode: 'answer' }]]);
    await user.keyboard('43k');
    expect(decided(session)).toEqual({ 'R-2': [4, 4] });
    expect(screen.queryByRole('group', { name: 'Impact' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'New measure' })).not.toBeInTheDocument();
    expect(screen.getByText(/it can be read, not changed/)).toBeInTheDocument();
    await user.click(within(measures()[0]!).getByRole('button'));
    expect(screen.getByRole('textbox', { name: 'Name of the measure' })).toBeDisabled();
  });

  it('is only read once the report is validated, and open again in a correction', async () => {
    const user = userEvent.setup();
    const session = show([...gap('R-1'), ...kept('R-2', 4, 4)]);
    await new ValidationDesk(session).validate({ forum: 'Workshop', date: '2026-11-20', by: 'A. Koné', function: '-' });
    await user.keyboard('43k{Delete}');
    expect(decided(session)).toEqual({ 'R-2': [4, 4] });
    expect(box('R-1')).toBeDisabled();
    expect(session.refusal).toBeNull();
    session.startCorrecting();
    await tick();
    await user.keyboard('43');
    expect(decided(session)).toEqual({ 'R-1': [4, 3], 'R-2': [4, 4] });
  });

  it('says that nothing stands below its target where nothing does', () => {
    show([]);
    expect(screen.getByText('No rated indicator stands below its target.')).toBeInTheDocument();
  });

  it('speaks French as an official does', () => {
    show([...gap('R-1'), ...kept('R-2', 4, 1)], { code: 'fr' });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Par quoi commencer');
    expect(
      within(screen.getByRole('table'))
        .getAllByRole('columnheader')
        .map((one) => one.textContent),
    ).toEqual(['Très difficile', 'Difficile', 'À portée', 'Facile']);
    expect(screen.getByText('1 retenu')).toBeInTheDocument();
  });
});
