import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The part of "Set up" that is about a shared folder. */
export class FolderSection {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async choose(label: string): Promise<void> {
    await this.#page.getByLabel(/^Your file begins with/).fill(label);
    await this.#page.getByRole('button', { name: 'Choose the folder' }).click();
    await expect(this.#page.getByText('You chose the folder “Round 2026”')).toBeVisible();
  }

  async join(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Work in this folder' }).click();
    await expect(this.#page.getByText(/Last in step/)).toBeVisible();
  }

  async look(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Look now' }).click();
  }
}
