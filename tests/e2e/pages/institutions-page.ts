import type { Download, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Where the facilitator says who takes part, assigns indicators, and makes packs. */
export class InstitutionsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async add(lines: readonly string[]): Promise<void> {
    await this.#page.getByLabel('Add institutions: one a line').fill(lines.join('\n'));
    await this.#page.getByRole('button', { name: 'Add them' }).click();
  }

  /** Takes over the types and assignments that are proposed. */
  async propose(): Promise<void> {
    await this.#page.getByRole('button', { name: /^Take over .*\d+ assignments?$/ }).click();
  }

  /** Looks at what joining two would do. */
  async lookAtJoin(from: string, into: string): Promise<void> {
    await this.#page.getByText('One institution under two names: join them').click();
    await this.#page.getByLabel('Institution that joins the other').selectOption({ label: from });
    await this.#page.getByLabel('Institution that remains').selectOption({ label: into });
  }

  async join(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Join them' }).click();
  }

  /** The pack of one institution, as a download. */
  async savePack(name: string): Promise<Download> {
    const button = this.#page.getByRole('button', { name: `Save the pack of ${name}` });
    if (!(await button.isVisible())) await this.#page.getByText('Save one pack alone').click();
    const download = this.#page.waitForEvent('download');
    await button.click();
    return download;
  }

  async saveAllPacks(): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: /packs with their notes/ }).click();
    return download;
  }

  cell(indicator: string, institution: string) {
    return this.#page.getByRole('button', { name: new RegExp(`^${indicator}, ${institution}:`) });
  }

  /** Who answers what, question by question. */
  async openMatrix(): Promise<void> {
    const grid = this.#page.getByRole('grid');
    if (!(await grid.isVisible())) await this.#page.getByText('Question by question').click();
    await grid.waitFor();
  }

  async expectPart(indicator: string, institution: string, part: string): Promise<void> {
    await this.openMatrix();
    await expect(this.cell(indicator, institution)).toHaveAccessibleName(`${indicator}, ${institution}: ${part}`);
  }
}
