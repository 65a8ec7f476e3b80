import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';

/** A page as the browser prints it. */
export interface PrintedPage {
  readonly pdf: Buffer;
  readonly pageCount: number;
  /** Its text in reading order, page by page, or null where pdftotext is not installed. */
  readonly text: readonly string[] | null;
}

function readText(pdf: Buffer): string[] | null {
  try {
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
    return text.toString('utf8').replace(/\f$/, '').split('\f');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Prints to PDF with the paper that the print styles ask for; `backgrounds` off is what browsers do unasked. */
export async function printPage(page: Page, options: { backgrounds?: boolean } = {}): Promise<PrintedPage> {
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    format: 'A4',
    tagged: true,
    printBackground: options.backgrounds ?? false,
  });
  const pageCount = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  return { pdf, pageCount, text: readText(pdf) };
}
