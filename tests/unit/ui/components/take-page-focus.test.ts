import { beforeEach, describe, expect, it } from 'vitest';
import { takePageFocus } from '../../../../src/ui/components/take-page-focus.ts';

const PAGE = '<nav><a href="#/">Home</a></nav><main id="content"><h1>Results</h1><input aria-label="Search"></main>';

describe('takePageFocus', () => {
  beforeEach(() => {
    document.body.innerHTML = PAGE;
    takePageFocus();
  });

  it('leaves the first page of a visit as it is, and goes to the heading after each change', () => {
    expect(document.body).toHaveFocus();
    takePageFocus();
    expect(document.querySelector('h1')).toHaveFocus();
  });

  it('comes from the link that led here', () => {
    document.querySelector('a')?.focus();
    takePageFocus();
    expect(document.querySelector('h1')).toHaveFocus();
  });

  it('leaves the focus where the page has set it', () => {
    document.querySelector('input')?.focus();
    takePageFocus();
    expect(document.querySelector('input')).toHaveFocus();
  });
});
