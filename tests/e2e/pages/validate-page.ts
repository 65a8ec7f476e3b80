import type { Download, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export interface ValidationWords {
  readonly forum: string;
  readonly by: string;
  readonly function: string;
  readonly signatories: readonly { readonly name: string; readonly function: string }[];
  /** Of a correction only. */
  readonly changes?: string;
}

/** Where a report is sent for review and validated. */
export class ValidatePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The copy that one institution or observer reviews. */
  async saveReviewCopy(name: string): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: `Save the copy to review of ${name}` }).click();
    await this.#page.getByRole('button', { name: 'It is there' }).click();
    return download;
  }

  async expectOpen(text: string | RegExp): Promise<void> {
    await expect(
      this.#page.getByRole('region', { name: 'Before it is validated' }).getByText(text).first(),
    ).toBeVisible();
  }

  async validate({ forum, by, function: held, signatories, changes }: ValidationWords): Promise<void> {
    const form = this.#page.getByRole('form', { name: /^Validate/ });
    if (changes !== undefined) await form.getByRole('textbox', { name: /^What changes/ }).fill(changes);
    await form.getByLabel('Validated in (meeting or authority)').fill(forum);
    await form.getByLabel('Validated by (name)').fill(by);
    await form.getByRole('textbox', { name: 'Function', exact: true }).fill(held);
    for (const [index, one] of signatories.entries()) {
      await form.getByLabel(`Name, line ${index + 1}`).fill(one.name);
      await form.getByLabel(`Function, line ${index + 1}`).fill(one.function);
    }
    for (const box of await form.getByRole('checkbox').all()) await box.check();
    await form.getByRole('button', { name: 'Validate the report' }).click();
    await expect(this.#page.getByText('Validated. The report no longer says DRAFT.')).toBeVisible();
  }
}
