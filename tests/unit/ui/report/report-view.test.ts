import { fireEvent, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import * as buildDocument from '../../../../src/export/build-document.ts';
import * as presets from '../../../../src/export/report-presets.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import ReportView from '../../../../src/ui/report/ReportView.svelte';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { localiserOf, renderWithLanguage } from '../render-with-language.ts';

const framework = pairedFramework();
const state = assessmentOf(framework, [
  ['round/country', 'Meridia'],
  ['round/fictional', true],
  ['instrument/iccpr/status', 'acceded'],
  ['rating/lead/R-1/1/answer', { level: 'mature' }],
  ['rating/lead/R-1/1/comment', '<b>Not markup</b> & "quoted"'],
]);

const show = () =>
  renderWithLanguage(ReportView, {
    report: buildReport({ framework, state, identity: null }),
    framework,
    crosswalks: new Map(),
    toolVersion: '0.1.0',
    now: '2026-11-21T09:30:00.000Z',
    exporting: { ...buildDocument, ...presets },
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
      'law-and-practice',
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
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Profile by domain', hidden: true }));
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
      screen.getByRole('img', { name: 'R-1 Title of R-1: 4 Level mature, undocumented level' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: /^4 Level mature: 1; not yet answered: 2$/ }).length).toBeGreaterThan(0);
  });
});
