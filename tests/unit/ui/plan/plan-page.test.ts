import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PlanDesk } from '../../../../src/state/desks/plan-desk.svelte.ts';
import { changesToWrite } from '../../../../src/state/desks/plan-import.ts';
import { textsIn } from '../../../../src/domain/framework/framework.ts';
import { institutionNames } from '../../../../src/ui/plan/institution-names.ts';
import PlanImportPreview from '../../../../src/ui/plan/PlanImportPreview.svelte';
import PlanPage from '../../../../src/ui/pages/PlanPage.svelte';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { openWith } from '../../state/open-board.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf, renderWithLanguage } from '../render-with-language.ts';

const gap = (id: string, impact: number, ease = 3): Setting[] => [
  [`rating/lead/${id}/1/answer`, { level: 'emerging' }],
  [`impact/${id}`, impact],
  [`ease/${id}`, ease],
];
const action = (id: string, order: number, fields: Record<string, string | string[]>): Setting[] =>
  Object.entries({ activity: `Do ${id}`, ...fields })
    .map(([field, value]): Setting => [`action/${id}/${field}`, value])
    .concat([[`action/${id}/order`, order]]);

beforeEach(() => {
  location.hash = '';
});

function show(item: string | null, settings: readonly Setting[], marks: Record<string, string> = {}) {
  const session = openWith(settings);
  const preferences = { stored: { planMarks: marks }, choose: vi.fn() };
  renderInApp(PlanPage, { session, item }, { preferences, files: { save: vi.fn() } });
  return { session, preferences };
}

const names = (role: string) => screen.getAllByRole(role).map((one) => one.textContent?.trim());

describe('PlanPage: what comes first', () => {
  it('draws numbered points in named quadrants, with the same as a table', async () => {
    const user = userEvent.setup();
    show('choose', [...gap('R-1', 4), ...gap('W-1', 2, 1), ['round/pin-W-1', 'Political priority']]);
    expect(screen.getByRole('img', { name: /Matrix of impact and ease: 2 numbered priorities/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'W-1 Title of W-1 (Put first: Political priority)',
      'R-1 Title of R-1',
    ]);
  });

  it('puts an indicator first only with a reason', async () => {
    const user = userEvent.setup();
    const { session } = show('choose', [...gap('R-1', 4), ...gap('R-2', 1)]);
    await user.click(screen.getByRole('button', { name: 'Put first … (R-2)' }));
    const reason = screen.getByRole('textbox', { name: /Why does it come first/ });
    expect(reason).toHaveFocus();
    await user.keyboard('  {Enter}');
    expect(session.report.priorities[0]!.id).toBe('R-1');
    await user.keyboard('Decided in council{Enter}');
    expect(session.report.priorities[0]).toMatchObject({ id: 'R-2', pinReason: 'Decided in council' });
    await user.click(screen.getByRole('button', { name: 'Take back (R-2)' }));
    expect(session.report.priorities[0]!.id).toBe('R-1');
  });

  it('drafts one row for each level, or for each missing requirement, of what is ticked', async () => {
    const user = userEvent.setup();
    const { session } = show('choose', [...gap('R-1', 4), ...gap('R-2', 3), ['target/R-1', { level: 'mature' }]]);
    expect(screen.getByRole('button', { name: 'Draft 3 rows' })).toBeEnabled();
    await user.click(screen.getByRole('checkbox', { name: 'Plan R-2 Title of R-2' }));
    await user.click(screen.getByRole('radio', { name: 'missing requirement' }));
    await user.click(screen.getByRole('button', { name: 'Draft 4 rows' }));
    expect(session.report.plan.map(({ activity, indicators }) => [activity, indicators])).toEqual(
      ['developed a', 'developed b', 'mature a', 'mature b'].map((name) => [`Put in place: R-1 ${name}`, ['R-1']]),
    );
    expect(session.report.plan[0]!.successIndicator).toBe('R-1 developed a');
    expect(location.hash).toBe('#/assessment/a/plan/actions');
  });

  it('says what to do while nothing is ranked', () => {
    show('choose', [['rating/lead/R-1/1/answer', { level: 'nascent' }]]);
    expect(screen.getByText(/Nothing is ranked yet/)).toBeInTheDocument();
    expect(screen.getByText(/1 gap has no impact yet/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Draft rows' })).toBeDisabled();
  });
});

describe('PlanPage: actions', () => {
  const plan = [...action('x', 1, { end: '2027-01-31', lead: 'lead' }), ...action('y', 2, {})];

  it('warns beside the row of what is missing', () => {
    show('actions', plan);
    const rows = screen.getAllByRole('rowheader');
    expect(rows[0]).not.toHaveTextContent('No lead');
    expect(rows[1]).toHaveTextContent('No lead: nobody answers for it.');
    expect(rows[1]).toHaveTextContent('No end: nobody can say that it is late.');
  });

  it('is edited by keyboard, field by field', async () => {
    const user = userEvent.setup();
    const { session } = show('actions', [...plan, ['institution/labour/name', 'Ministry of Labour']]);
    screen.getByRole('button', { name: 'Edit row 2' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: 'Activity' })).toHaveFocus();
    await user.type(screen.getByRole('combobox', { name: /Lead institution/ }), 'ministry of labour');
    await user.tab();
    await user.type(screen.getByRole('textbox', { name: 'Other partners, one a line' }), 'Town of Port\nUnion');
    await user.tab();
    expect(session.report.plan[1]).toMatchObject({ lead: 'labour', partners: ['Town of Port', 'Union'] });
    await user.click(
      screen.getByRole('button', { name: 'Done: row 2' }).closest('.editor')!.querySelector('p button')!,
    );
    expect(screen.getByRole('button', { name: 'Edit row 2' })).toHaveFocus();
  });

  it('moves rows and keeps the focus on the row that moved', async () => {
    const user = userEvent.setup();
    const { session } = show('actions', [...plan, ...action('z', 3, {})]);
    await user.click(screen.getByRole('button', { name: 'Move row 3 up' }));
    expect(session.report.plan.map(({ id }) => id)).toEqual(['x', 'z', 'y']);
    expect(screen.getByRole('button', { name: 'Move row 2 up' })).toHaveFocus();
    expect(screen.getByText('Now row 2.')).toBeInTheDocument();
  });

  it('gives a removed row back, and keeps the focus where one goes on', async () => {
    const user = userEvent.setup();
    const { session } = show('actions', plan);
    await user.click(screen.getByRole('button', { name: 'Remove row 1' }));
    expect(session.report.plan.map(({ id }) => id)).toEqual(['y']);
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(session.report.plan.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(screen.getByRole('button', { name: 'Edit row 1' })).toHaveFocus();
  });
});

describe('PlanPage: what it brings and how far it is', () => {
  it('counts first, and follows the ticks', async () => {
    const user = userEvent.setup();
    show('projection', [...gap('R-1', 4), ...gap('R-2', 4), ...action('x', 1, { indicators: ['R-1'] })]);
    expect(screen.getByText('from 0 to 1 of 3')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: /Do x/ }));
    expect(screen.queryByText('from 0 to 1 of 3')).not.toBeInTheDocument();
    expect(screen.getByText('No indicator comes to its target.')).toBeInTheDocument();
  });

  it('says what is done, overdue on the day given, and what changed since the last look', () => {
    const settings = [
      ...action('x', 1, { end: '2026-11-01' }),
      ...action('y', 2, { status: 'done' }),
      ['action/x/status', 'ongoing'] as const,
    ];
    const mark = entriesOf(settings).at(-2)!.id;
    const { preferences } = show('follow-up', settings, { a: mark });
    expect(screen.getByText('1 of 2 actions done')).toBeInTheDocument();
    expect(screen.getByText(/was due 1 November 2026/)).toBeInTheDocument();
    expect(screen.getByText(/Status \(facilitator/)).toBeInTheDocument();
    expect(preferences.choose).toHaveBeenCalledWith({ planMarks: { a: entriesOf(settings).at(-1)!.id } });
  });

  it('draws the timeline by month and gives the same as a table', async () => {
    const user = userEvent.setup();
    show('timeline', [...action('x', 1, { start: '2027-01-01', end: '2027-03-31' }), ...action('y', 2, {})]);
    expect(screen.getByText(/1 action has no dates that can be drawn: row 2/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(names('row')[1]).toMatch(/Do x.*1 January 2027.*31 March 2027/s);
  });
});

describe('PlanImportPreview', () => {
  const change = {
    action: 'x',
    line: 2,
    field: 'end',
    here: '2027-07-31',
    file: '2027-08-31',
    conflict: true,
  } as const;
  const row = { action: 'new:4', line: 4, field: 'activity', here: null, file: 'Third', conflict: false } as const;

  it('shows every change, takes what is ticked, and leaves conflicts to a person', async () => {
    const user = userEvent.setup();
    const session = openWith([...action('x', 1, { end: '2027-07-31' })]);
    const ontake = vi.fn();
    renderWithLanguage(PlanImportPreview, {
      desk: new PlanDesk(session, null),
      names: institutionNames(session.report, textsIn(session.framework, 'en'), localiserOf('en')),
      comparison: { changes: [change, row], newRows: ['new:4'], missing: ['y'], removedHere: [] },
      ontake,
      oncancel: vi.fn(),
    });
    expect(screen.getByText(/2 changes and 1 new row/)).toBeInTheDocument();
    expect(screen.getByText(/1 row of the plan is not in the file; it stays/)).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Take End of row 1' })).not.toBeChecked();
    expect(screen.getByRole('row', { name: /31 July 2027 31 August 2027/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Take in 1 change' }));
    expect([...ontake.mock.calls[0]![0]]).toEqual(['new:4/activity']);
  });

  it('writes what was taken in one go, new rows at the end', () => {
    const session = openWith([...action('x', 1, { end: '2027-07-31' })]);
    const comparison = { changes: [change, row], newRows: ['new:4'], missing: [], removedHere: [] };
    const desk = new PlanDesk(session, null);
    void desk.apply(changesToWrite(comparison, new Set(['x/end', 'new:4/activity']), session));
    expect(session.report.plan.map(({ activity, end }) => [activity, end])).toEqual([
      ['Do x', '2027-08-31'],
      ['Third', null],
    ]);
    session.undo();
    expect(session.report.plan.map(({ activity, end }) => [activity, end])).toEqual([['Do x', '2027-07-31']]);
  });
});
