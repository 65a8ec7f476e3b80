import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { PageName } from './go-to-page.ts';
import { goToPage } from './go-to-page.ts';

/** The screen on which indicators are answered. */
export class AssessPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Answers from the keyboard: a digit for each indicator in order, Enter to the next. */
  async answerByKeyboard(digits: string): Promise<void> {
    const ladder = this.#page.locator('input.choice').first();
    for (const [index, digit] of [...digits].entries()) {
      await this.#page.keyboard.press(digit);
      await expect(this.#page.locator('input[type=radio][name^="answer-"]:checked').first()).toBeAttached();
      if (index < digits.length - 1) {
        // The address changes first; a key that comes before the next question would answer this one again.
        const before = (await ladder.getAttribute('name')) ?? '';
        await this.#page.keyboard.press('Enter');
        await expect(ladder).not.toHaveAttribute('name', before);
      }
    }
  }

  async waitUntilSaved(): Promise<void> {
    await expect(this.#page.getByText('Saved on this computer')).toBeVisible();
  }

  async expectProgress(answered: number, total: number): Promise<void> {
    await expect(this.#page.getByText(`${answered} of ${total} answered`)).toBeVisible();
  }

  async goTo(name: PageName): Promise<void> {
    await goToPage(this.#page, name);
  }

  /** Saves by a download, looks that it is there, and says so. */
  async saveFile(): Promise<string> {
    const download = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: 'Save a file' }).click();
    const path = await (await download).path();
    await this.#page.getByRole('button', { name: 'It is there' }).click();
    return path;
  }
}
