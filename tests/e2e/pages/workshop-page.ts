import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The projector screen, as a facilitator uses it: by keys alone. */
export class WorkshopPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Digits of a room's votes, one a person; Enter shows them. */
  async takeVotes(digits: string): Promise<void> {
    await this.press('v');
    await this.#page.keyboard.type(digits);
    await expect(this.#page.getByText(`${digits.length} entered`)).toBeVisible();
    await this.press('Enter');
  }

  async openNames(): Promise<void> {
    await this.press('o');
    await expect(this.#page.getByRole('heading', { name: 'Show the names' })).toBeVisible();
    await this.press('Enter');
  }

  /** A digit for the level leads to the reason; Enter ends it. */
  async agree(digit: string, reason: string, forum: string): Promise<void> {
    await this.press('a');
    await expect(this.#page.getByRole('radio').first()).toBeFocused();
    await this.press(digit);
    await expect(this.#page.getByLabel(/^Why this level/)).toBeFocused();
    await this.#page.keyboard.type(reason);
    await this.press('Tab');
    await this.#page.keyboard.type(forum);
    await this.press('Enter');
  }

  async reserve(institution: string, text: string): Promise<void> {
    await this.press('r');
    await expect(this.#page.getByRole('combobox', { name: /^Institution/ })).toBeFocused();
    await this.#page.keyboard.type(institution);
    await this.press('Tab');
    await this.#page.keyboard.type(text);
    await this.press('Enter');
  }

  /** The row of one level, from 1. */
  level(position: number): Locator {
    return this.#page
      .getByRole('main')
      .getByRole('listitem')
      .nth(position - 1);
  }

  /** The smallest letters on screen; what only a screen reader sees and the names of institutions, once open, aside. */
  smallestTextPixels(): Promise<number> {
    return this.#page.evaluate(() => {
      const sizes = [...document.querySelectorAll('main *')]
        .filter((one) => one.checkVisibility())
        // Letters of its own, not of what it holds.
        .filter((one) => [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()))
        .filter((one) => !one.closest('.visually-hidden, .block'))
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      return Math.min(...sizes);
    });
  }

  /** The letters that the tenth row reads: of the title, of a count and of the requirement that divides. */
  async readFromAfarPixels(): Promise<number[]> {
    const seen = [
      this.#page.getByRole('heading', { level: 1 }),
      this.#page.locator('.count'),
      this.#page.locator('.requirement'),
    ];
    return Promise.all(
      seen.map((one) => one.first().evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))),
    );
  }

  /** Whether everything stands on the screen without scrolling. */
  fits(): Promise<boolean> {
    return this.#page.evaluate(
      () =>
        document.documentElement.scrollHeight <= window.innerHeight &&
        document.documentElement.scrollWidth <= window.innerWidth,
    );
  }
}
