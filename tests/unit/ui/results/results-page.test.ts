import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { BrowserFileSaver } from '../../../../src/storage/file-saver.ts';
import type { ResultsSession } from '../../../../src/ui/results/results-session.ts';
import ResultsPage from '../../../../src/ui/pages/ResultsPage.svelte';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { FakeSavingBrowser } from '../../../fixtures/fake-saving-browser.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { frameworkOf, PLAIN_METHOD, structureOf } from '../../domain/framework-of.ts';
import { renderInApp } from '../render-in-app.ts';
import { localiserOf } from '../render-with-language.ts';
import { readingSession } from './reading-session.ts';

const answered = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const framework = pairedFramework();
const saving = new FakeSavingBrowser('gives');
const files = new BrowserFileSaver(saving.browser);
const showSession = (session: ResultsSession, code = 'en') =>
  renderInApp(ResultsPage, { session }, { files, preferences: { loadWords: async () => {} } }, code);
const show = (settings: readonly Setting[], code = 'en') => showSession(readingSession(framework, settings), code);

/** jsdom knows the dialog element but not its methods. */
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

describe('ResultsPage', () => {
  it('opens with counts, then law against practice, then what is rated', () => {
    show([answered('R-1', 'mature'), answered('R-2', 'emerging'), answered('R-3', 'developed')]);
    const lead = document.querySelector('.lead');
    expect(lead).toHaveTextContent(
      'On the one topic assessed in law and in practice, the law is ahead of practice. 3 of 7 indicators are rated; none rests on a document yet.',
    );
  });

  it('says "insufficient data" instead of a number below the minimum coverage, and shows no 0', () => {
    show([answered('W-1', 'developed'), answered('R-1', 'mature')]);
    const row = screen.getAllByRole('heading', { name: 'Title of work', level: 3 })[0]!.closest('li')!;
    expect(row).toHaveTextContent('Insufficient data: 1 of 4 rated, the method needs 50%.');
    expect(row).not.toHaveTextContent(/position/);
  });

  it('says that there is no answer yet instead of counting none of them', () => {
    show([answered('R-1', 'mature'), answered('R-2', 'mature')]);
    const row = screen.getAllByRole('heading', { name: 'Title of work', level: 3 })[0]!.closest('li')!;
    expect(row).toHaveTextContent('No answer yet');
    expect(row).not.toHaveTextContent('0 of');
  });

  it('names every indicator of the map in full', () => {
    show([answered('R-1', 'mature'), ['rating/lead/W-1/1/answer', { unknown: true }]]);
    expect(
      screen.getByRole('gridcell', { name: 'R-1 Title of R-1: 4 Level mature, without a document' }),
    ).toBeVisible();
    expect(screen.getByRole('gridcell', { name: 'W-1 Title of W-1: not known' })).toHaveTextContent('?');
    expect(screen.getByRole('gridcell', { name: 'W-2 Title of W-2: unanswered' })).toHaveTextContent('');
  });

  it('turns the profile into a table by one key', async () => {
    const user = userEvent.setup();
    show([answered('R-1', 'mature'), answered('R-2', 'emerging')]);
    const [toggle] = screen.getAllByRole('button', { name: 'Show as table' });
    toggle!.focus();
    await user.keyboard('{Enter}');
    const [table] = screen.getAllByRole('table');
    const row = within(table!).getByRole('rowheader', { name: 'Title of rights' }).closest('tr')!;
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent?.trim()),
    ).toEqual(['0', '1', '0', '1', '0', '1', '0', '1 of 3', '2 Level emerging', '3 Level developed', '67', '33–83']);
  });

  it('turns any picture into its table and back by the key T, and writes its numbers as data', async () => {
    const user = userEvent.setup();
    show([answered('R-1', 'mature'), answered('R-2', 'emerging')]);
    const cell = screen.getByRole('grid');
    cell.focus();
    await user.keyboard('t');
    const section = screen.getByRole('region', { name: 'All indicators' });
    const row = within(section).getByRole('rowheader', { name: 'Title of R-1' }).closest('tr')!;
    expect(row).toHaveTextContent('R-1Title of R-14 Level matureno');
    expect(within(section).getByRole('button', { name: 'Show as picture' })).toHaveFocus();
    await user.keyboard('T');
    expect(within(section).queryByRole('table')).toBeNull();

    // The click itself: what asks later than that is refused by browsers.
    saving.click(() => within(section).getByRole('button', { name: 'CSV: save “All indicators” as data' }).click());
    const name = saving.asked.at(-1) ?? '';
    expect(name).toMatch(/^All-indicators-internal-draft-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(await within(section).findByText(`Saved: ${name}`)).toBeVisible();
    const csv = new TextDecoder().decode(saving.files.get(name)?.bytes);
    expect(csv).toContain('Title of rights,R-1,Title of R-1,4 Level mature,no');
  });

  it('says so where the browser draws no image', async () => {
    show([answered('R-1', 'mature')]);
    saving.click(() => screen.getByRole('button', { name: 'PNG: save “Profile by domain” as an image' }).click());
    const name = saving.asked.at(-1) ?? '';
    expect(name).toMatch(/^Profile-by-domain-internal-draft-\d{4}-\d{2}-\d{2}\.png$/);
    const refused = await screen.findByText(new RegExp(`Not saved: ${name} could not be made`));
    expect(refused.closest('[role=status]')).toBeVisible();
  });

  it('explains a number down to the indicator', async () => {
    const user = userEvent.setup();
    show([answered('R-1', 'mature'), answered('R-2', 'emerging')]);
    await user.click(screen.getByRole('button', { name: 'How was this computed? Title of rights' }));
    const dialog = screen.getByRole('dialog', { name: 'How was this computed? Title of rights' });
    expect(dialog).toHaveTextContent('2 of 3 applicable indicators are rated (67%); the method needs 50%.');
    expect(dialog).toHaveTextContent('left out: no answer');
    await user.click(within(dialog).getByRole('button', { name: 'Title of standards' }));
    await user.click(within(dialog).getByRole('button', { name: 'R-2 Title of R-2' }));
    expect(dialog).toHaveTextContent('Points: 1 of 3 = 33.3333 of 100.');
  });

  it('speaks French after the switch, with the same numbers', async () => {
    const { language, findByText } = show([answered('R-1', 'mature'), answered('R-2', 'emerging')]);
    language.change(localiserOf('fr'));
    expect(await findByText(/2 indicateurs sur 7 sont évalués/)).toBeInTheDocument();
  });
});

describe('ResultsPage of a method with an official category', () => {
  const official = frameworkOf(
    structureOf({
      method: {
        ...PLAIN_METHOD,
        missing: 'zero',
        notApplicable: 'forbid',
        bands: [
          { id: 'requires-further-progress', from: 0 },
          { id: 'meets', from: 80 },
        ],
      },
      domains: [
        {
          id: 'd1',
          indicators: [
            { id: '1a', scale: 'yes-no' },
            { id: '1b', scale: 'yes-no' },
          ],
        },
      ],
    }),
  );

  it('keeps the category back while one answer is open, and says how that is counted', () => {
    showSession(readingSession(official, [answered('1a', 'yes')]));
    const overall = screen.getByRole('heading', { name: 'All domains together' }).closest('section')!;
    expect(overall).toHaveTextContent('1 open answer is counted as 0 by the method');
    expect(overall).toHaveTextContent('The category is shown once all 2 are answered; 1 are.');
    expect(document.body).not.toHaveTextContent('Band requires-further-progress');
  });

  it('shows it once all are answered', () => {
    showSession(readingSession(official, [answered('1a', 'yes'), answered('1b', 'yes')]));
    const overall = screen.getByRole('heading', { name: 'All domains together' }).closest('section')!;
    expect(overall).toHaveTextContent('100 of 100');
    expect(overall).toHaveTextContent('Band meets');
  });
});
