import { fireEvent, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildReport } from '../../../../src/report/build-report.ts';
import { sentenceRegister } from '../../../../src/state/session/sentence-register.ts';
import { loadExport } from '../../../../src/ui/report/load-export.ts';
import ReportView from '../../../../src/ui/report/ReportView.svelte';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { keepInMemory } from '../keep-in-memory.ts';
import { localiserOf, renderWithLanguage } from '../render-with-language.ts';

const framework = pairedFramework();
const state = assessmentOf(framework, [
  ['round/country', 'Meridia'],
  ['round/fictional', true],
  ['instrument/iccpr/status', 'acceded'],
  ['rating/lead/R-1/1/answer', { level: 'mature' }],
  ['rating/lead/R-1/1/comment', '<b>Not markup</b> & "quoted"'],
]);

const exporting = await loadExport();
const onround = vi.fn();
const onsentence = vi.fn();
const show = (more: object = {}) =>
  renderWithLanguage(ReportView, {
    report: buildReport({ framework, state, identity: null }),
    framework,
    crosswalks: new Map(),
    toolVersion: '0.1.0',
    now: '2026-11-21T09:30:00.000Z',
    exporting,
    loadLocaliser: (code: string) => Promise.resolve(localiserOf(code)),
    onround,
    onpractice: vi.fn(),
    onsentence,
    ...more,
  });

const parts = (container: HTMLElement) =>
  [...container.querySelectorAll('[data-part]')].map((part) => part.getAttribute('data-part'));

// jsdom does not know style sheets made by script.
beforeEach(() => {
  document.adoptedStyleSheets = [];
});

describe('the report on screen', () => {
  it('shows every part that has something to say, in the language of the interface', async () => {
    const { container, language } = show();
    expect(parts(container)).toEqual([
      'cover',
      'about',
      'how-to-read',
      'summary',
      'profile',
      'heat-map',
      'domains',
      'next-steps',
      'methodology',
      'subdomains',
      'evidence',
      'indicators',
      'instruments',
      'left-out',
      'glossary',
    ]);
    language.change(localiserOf('fr'));
    expect(await screen.findByRole('heading', { name: /Comment lire ce rapport/ })).toBeVisible();
    expect(container.querySelector('.paper')).toHaveAttribute('lang', 'fr');
  });

  it('prints only what is switched on', async () => {
    const { container } = show();
    await fireEvent.change(screen.getByLabelText('What to print'), { target: { value: 'summary' } });
    expect(parts(container)).toEqual(['cover', 'how-to-read', 'summary', 'profile']);
    await userEvent.click(screen.getByText('Parts', { selector: 'summary' }));
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Profile by domain' }));
    expect(parts(container)).toEqual(['cover', 'how-to-read', 'summary']);
    expect(screen.getByLabelText('What to print')).toHaveValue('own');
  });

  it('prints what people wrote as text', () => {
    const { container } = show();
    expect(container.querySelector('.paper b')).toBeNull();
    expect(screen.getByText('<b>Not markup</b> & "quoted"')).toBeVisible();
  });

  it('reads every bar and cell out in words', () => {
    show();
    expect(
      screen.getByRole('img', { name: 'R-1 Title of R-1: 4 Level mature, without a document' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: /^4 Level mature: 1; not yet answered: 2$/ }).length).toBeGreaterThan(0);
  });
});

describe('what a person chooses', () => {
  const withSettings = (...settings: Setting[]) => ({
    report: buildReport({
      framework,
      state: assessmentOf(framework, [['rating/lead/R-1/1/answer', { level: 'mature' }], ...settings]),
      identity: null,
    }),
  });

  it('prints in the language of the assessment, whatever that of the screen', async () => {
    const { container } = show(withSettings(['round/reportLanguage', 'fr']));
    expect(await screen.findByRole('heading', { name: /Comment lire ce rapport/ })).toBeVisible();
    expect(container.querySelector('.paper')).toHaveAttribute('lang', 'fr');
    expect(screen.getByRole('button', { name: 'Print or save as PDF' })).toBeVisible();
  });

  it('adds a summary page in a second language', async () => {
    const { container } = show();
    await fireEvent.change(screen.getByLabelText('Second language'), { target: { value: 'fr' } });
    expect(await screen.findByRole('heading', { name: /Synthèse/ })).toBeVisible();
    expect(container.querySelector('[data-part="second-summary"]')).toHaveAttribute('lang', 'fr');
  });

  it('records who decides to publish, when, and the parts that are shown', async () => {
    show();
    await fireEvent.change(screen.getByLabelText('What to print'), { target: { value: 'summary' } });
    expect(screen.queryByLabelText(/Decided by/)).toBeNull();
    await fireEvent.change(screen.getByLabelText('Edition'), { target: { value: 'public' } });
    expect(screen.getAllByText('DRAFT · PUBLIC EDITION, NOT RELEASED').length).toBeGreaterThan(0);
    await fireEvent.input(screen.getByLabelText(/Decided by/), { target: { value: 'Council of Ministers' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
    expect(onround).toHaveBeenLastCalledWith({
      publication: {
        by: 'Council of Ministers',
        date: '2026-11-21',
        parts: ['cover', 'how-to-read', 'summary', 'profile'],
      },
    });
  });

  it('takes a sentence in a person’s own words with the facts it was written on, and gives it back', async () => {
    const { report } = withSettings();
    const known = report.sentences.find(({ id }) => id === 'summary.levels');
    show({ report });
    const field = screen.getByLabelText('Levels reached');
    await fireEvent.input(field, { target: { value: 'Much is in place.' } });
    await fireEvent.blur(field);
    expect(onsentence).toHaveBeenLastCalledWith('summary.levels', {
      text: 'Much is in place.',
      factsHash: known?.factsHash,
      language: 'en',
    });
    await fireEvent.input(field, { target: { value: ' ' } });
    await fireEvent.blur(field);
    expect(onsentence).toHaveBeenLastCalledWith('summary.levels', null);
  });

  it('keeps every keystroke, shows what was typed before, and forgets what says nothing new', async () => {
    const { report } = withSettings();
    const key = sentenceRegister('summary.levels');
    const typing = keepInMemory([{ key, tab: 'before', text: 'Much is', atMs: 0 }]);
    onsentence.mockClear();
    show({ report, typing });
    const field = screen.getByLabelText('Levels reached');
    expect(field).toHaveValue('Much is');
    expect(screen.getByText('Kept as typed. It goes into the report when you leave the field.')).toBeVisible();
    await fireEvent.input(field, { target: { value: 'Much is in' } });
    expect(typing.textOf(key)).toBe('Much is in');
    const other = screen.getByLabelText<HTMLTextAreaElement>('Coverage');
    await fireEvent.input(other, { target: { value: `${other.value} ` } });
    await fireEvent.blur(other);
    expect(typing.textOf(sentenceRegister('summary.rated'))).toBeUndefined();
    expect(onsentence).not.toHaveBeenCalled();
  });

  it('says which sentences are to be looked at again, and lets them stand', async () => {
    show(withSettings(['round/sentence-summary.levels', { text: 'Much is in place.', factsHash: 'other' }]));
    expect(screen.getByText('1 to look at again')).toBeVisible();
    expect(screen.getByText('[Figures changed since:] Much is in place.')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'It still holds', hidden: true }));
    expect(onsentence).toHaveBeenLastCalledWith(
      'summary.levels',
      expect.objectContaining({
        text: 'Much is in place.',
        factsHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      }),
    );
  });

  it('keeps the version that a person gives', async () => {
    show();
    await fireEvent.change(screen.getByLabelText(/^Version/), { target: { value: ' 0.3 ' } });
    expect(onround).toHaveBeenLastCalledWith({ version: '0.3' });
  });
});
