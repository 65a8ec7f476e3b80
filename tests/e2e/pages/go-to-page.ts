import type { Page } from '@playwright/test';

/** The pages of a round, as the second line of the header names them, with the stage that each belongs to. */
const STAGES = {
  Round: 'Prepare',
  Institutions: 'Prepare',
  'What came back': 'Collect',
  Answers: 'Collect',
  Agenda: 'Agree',
  Results: 'Decide',
  'What comes first': 'Decide',
  Plan: 'Decide',
  Papers: 'Report',
  'Review and validate': 'Report',
} as const;
export type PageName = keyof typeof STAGES;

/** The stages of a round, or the steps of a pack. */
export const stagesOn = (page: Page) => page.getByRole('navigation', { name: 'Stages of this assessment' });

/** Goes to a page as a person does: to its stage, and on to it where the stage opens with another. */
export async function goToPage(page: Page, name: PageName): Promise<void> {
  const stage = STAGES[name];
  await stagesOn(page)
    .getByRole('link', { name: new RegExp(`^${stage}\\b`) })
    .click();
  const pages = page.getByRole('navigation', { name: 'Pages of this stage' });
  const answering = page.getByRole('group', { name: 'Maturity level' });
  await pages.or(answering).first().waitFor();
  if (name === 'Answers' && (await answering.isVisible())) return;
  await pages.getByRole('link', { name, exact: true }).click();
}

/** Goes to a step of a pack. */
export async function goToStep(
  page: Page,
  name: 'Answers' | 'Read and comment' | 'Results' | 'Papers' | 'Check and send back',
): Promise<void> {
  await stagesOn(page).getByRole('link', { name, exact: true }).click();
}
