import type { Page } from '@playwright/test';
import { goToPage } from './go-to-page.ts';

export interface RoundWords {
  readonly country: string;
  readonly title: string;
  readonly lead: string;
}

/** The first screen and the form of a new assessment, as a person uses them. */
export class LibraryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(url = ''): Promise<void> {
    await this.#page.goto(url);
    await this.#page.getByRole('heading', { level: 1 }).waitFor();
  }

  async startAssessment(framework: RegExp, { country, title, lead }: RoundWords): Promise<void> {
    await this.#page.getByRole('link', { name: 'New assessment' }).click();
    await this.#page.getByRole('radio', { name: framework }).check();
    await this.#page.getByLabel('Country or territory').fill(country);
    await this.#page.getByLabel('Title of the round').fill(title);
    await this.#page.getByLabel('Lead institution').fill(lead);
    await this.#page.getByRole('button', { name: 'Start the assessment' }).click();
    await this.#page.getByRole('link', { name: 'Answer alone' }).click();
    await this.#page.getByRole('group', { name: 'Maturity level' }).waitFor();
  }

  /** Goes on with the assessment that was used last, where its home offers to. */
  async continue(): Promise<void> {
    await this.#page.getByRole('article').first().getByRole('link').first().click();
    await goToPage(this.#page, 'Answers');
  }

  async chooseFile(path: string): Promise<void> {
    await this.#page.getByLabel('Open a file').setInputFiles(path);
  }
}
