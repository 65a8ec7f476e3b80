import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildRegister } from '../../../../src/domain/registers/register-address.ts';
import AssessmentHabits from '../../../../src/ui/habits/AssessmentHabits.svelte';
import { framework, openSession } from '../../state/open-session.ts';
import { openWith } from '../../state/open-board.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf } from '../render-with-language.ts';

beforeEach(() => {
  location.hash = '';
  document.body.replaceChildren();
});

function show(code = 'en', session = openWith([])) {
  const chosen = {};
  renderInApp(
    AssessmentHabits,
    { session, page: 'results' },
    { library: {}, preferences: { chosen, loadWords: () => Promise.resolve() } },
    code,
  );
  return session;
}

const ctrlZ = () => userEvent.keyboard('{Control>}z{/Control}');
const said = () => screen.getByRole('status').textContent;

describe('Ctrl+Z on a screen of an assessment', () => {
  it('takes back the last act, says which, and goes to its place', async () => {
    const session = show();
    session.rate('R-1', { state: 'level', level: 'emerging' });
    await ctrlZ();
    await waitFor(() => expect(said()).toMatch(/^Undone: R-1, level \S/));
    expect(session.answerOf('R-1')).toBe(undefined);
    expect(location.hash).toBe(session.hrefOfIndicator('R-1'));
    await userEvent.keyboard('x');
    expect(said(), 'the next key clears it').toBe('');
  });

  it.each([
    ['joinedInto', 'labour', 'Ministry of Labour'],
    ['role', 'observer', localiserOf('fr').t('institutions.observer')],
    ['type', 'interior', framework.texts['fr']?.institutionTypes?.['interior'] ?? ''],
  ] as const)('says in words what it takes back of an institution, never a code: %s', async (field, value, named) => {
    const session = show('fr', openSession());
    const set = (institution: string, name: 'name' | typeof field, own: string) =>
      session.write([{ register: buildRegister({ kind: 'institution', institution, field: name }), value: own }]);
    await set('labour', 'name', 'Ministry of Labour');
    await set('work', 'name', 'Department of Work');
    await set('work', field, value);
    await ctrlZ();
    await waitFor(() => expect(said()).toMatch(/^Annulé/));
    expect(said()).toContain(`Institution, ${named}`);
  });

  it('names of the round what it takes back, and goes to the page of it', async () => {
    const session = show('fr');
    session.setRound({ participants: 40 });
    await ctrlZ();
    const { t } = localiserOf('fr');
    await waitFor(() => expect(said()).toContain(`${t('validation.field.participants')}, 40`));
    expect(location.hash).toBe(session.hrefOfStep('evaluation'));
  });

  it('says no more of what was sent than that it was', async () => {
    const session = show('en');
    session.setRound({ packs: { institutions: ['labour'] } });
    await ctrlZ();
    await waitFor(() => expect(said()).toBe(`Undone: ${localiserOf('en').t('validation.field.packs')}`));
  });

  it('says it in French, and of an act on several indicators their codes', async () => {
    const session = show('fr');
    await session.write(['R-1', 'R-2', 'R-3'].map((id) => ({ register: `impact/${id}`, value: 3 })));
    await ctrlZ();
    await waitFor(() => expect(said()).toMatch(/^Annulé\s: R-1, R-2…, Impact, 3$/));
    expect(session.report.indicators.every(({ impact }) => impact === null)).toBe(true);
  });

  it('is left to a field in which somebody types, not to a list', async () => {
    const session = show();
    await session.write([{ register: 'impact/R-1', value: 3 }]);
    const [field, list] = [document.createElement('input'), document.createElement('select')];
    document.body.append(field, list);
    field.focus();
    await ctrlZ();
    expect(session.canUndo).toBe(true);
    list.focus();
    await ctrlZ();
    await waitFor(() => expect(session.canUndo).toBe(false));
  });

  it('says that there is nothing to take back', async () => {
    show();
    await ctrlZ();
    await waitFor(() => expect(said()).toMatch(/^Nothing to undo/));
  });

  it('stays at the table of gaps, which shows what was taken back', async () => {
    const session = show();
    location.hash = `${session.hrefOfStep('gaps')}/table`;
    await session.write([{ register: 'impact/R-1', value: 3 }]);
    await ctrlZ();
    await waitFor(() => expect(said()).toMatch(/^Undone/));
    expect(location.hash).toBe(`${session.hrefOfStep('gaps')}/table`);
  });
});
