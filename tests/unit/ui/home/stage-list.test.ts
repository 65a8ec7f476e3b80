import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { countJourney } from '../../../../src/domain/journey/count-journey.ts';
import StageList from '../../../../src/ui/home/StageList.svelte';
import { openSession } from '../../state/open-session.ts';
import { renderWithLanguage } from '../render-with-language.ts';

describe('the stages on the home of an assessment', () => {
  it.each([
    ['en', 'No gap known so far'],
    ['fr', 'Aucun écart connu à ce jour'],
    ['es', 'Ninguna brecha conocida hasta ahora'],
    ['ar', 'لا فجوات معروفة حتى الآن'],
  ])('count no gaps where none are known (%s)', (code, words) => {
    const session = openSession();
    const counts = countJourney(session.framework, session.assessment, false);
    renderWithLanguage(StageList, { session, counts, current: 'prepare' }, code);
    expect(screen.getByText(words)).toBeVisible();
  });
});
