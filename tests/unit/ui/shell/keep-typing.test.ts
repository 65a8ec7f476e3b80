import userEvent from '@testing-library/user-event';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepTyping } from '../../../../src/ui/shell/keep-typing.ts';

/** A page with these fields, and texts that outlive it, as in the database. */
function page(html: string, drafts = new Map<string, string>()) {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  const saved: string[] = [];
  root.addEventListener('change', ({ target }) => saved.push((target as HTMLInputElement).value));
  root.addEventListener('submit', (event) => event.preventDefault());
  const stop = keepTyping(root, {
    draftText: (key, text) => void drafts.set(key, text),
    draftedText: (key) => drafts.get(key),
    forgetDraft: async (key, text) => {
      if (drafts.get(key) === text) drafts.delete(key);
      return Promise.resolve();
    },
  });
  const close = () => {
    stop();
    root.remove();
  };
  onTestFinished(close);
  const field = () => root.querySelector<HTMLInputElement>('[data-draft]')!;
  return { root, drafts, saved, field, close };
}

const FIELD = '<input data-draft="round/title" value="Old"><button type="button">Other</button>';
const FORM = '<form><input data-draft="form/new"><button>Send</button></form>';

/** What a reload leaves: the database. */
function reload(before: ReturnType<typeof page>, html: string) {
  before.close();
  return page(html, before.drafts);
}

describe('a field that is being typed in', () => {
  it('has its text again after a reload, and is saved when it is left', async () => {
    const first = page(FIELD);
    await userEvent.type(first.field(), ' and new');
    expect(first.drafts).toEqual(new Map([['round/title', 'Old and new']]));

    const second = reload(first, FIELD);
    expect(second.field().value).toBe('Old and new');
    expect(second.saved).toEqual([]);
    await userEvent.click(second.field());
    await userEvent.click(second.root.querySelector('button')!);
    expect(second.saved).toEqual(['Old and new']);
    await Promise.resolve();
    expect(second.drafts.size).toBe(0);
  });

  it('is forgotten when it is left, because then it is saved', async () => {
    const { field, drafts, saved } = page(FIELD);
    await userEvent.type(field(), '!');
    await userEvent.tab();
    await Promise.resolve();
    expect(saved).toEqual(['Old!']);
    expect(drafts.size).toBe(0);
  });

  it('has its text again where it appears later, or stands for something else', async () => {
    const { root, field } = page(
      '<p></p>',
      new Map([
        ['a', 'Text of a'],
        ['b', 'Text of b'],
      ]),
    );
    root.innerHTML = '<input data-draft="a">';
    await new Promise((resolve) => setTimeout(resolve));
    expect(field().value).toBe('Text of a');
    field().dataset['draft'] = 'b';
    await new Promise((resolve) => setTimeout(resolve));
    expect(field().value).toBe('Text of b');
  });

  it('is left alone without a key', async () => {
    const { root, drafts } = page('<input>');
    await userEvent.type(root.querySelector('input')!, 'secret');
    expect(drafts.size).toBe(0);
  });
});

describe('a form that is being filled in', () => {
  it('keeps its fields until it is sent', async () => {
    const first = page(FORM);
    await userEvent.type(first.field(), 'Half a');
    await userEvent.tab();
    const second = reload(first, FORM);
    expect(second.field().value).toBe('Half a');
    await userEvent.click(second.root.querySelector('button')!);
    await new Promise((resolve) => setTimeout(resolve));
    expect(second.drafts.size).toBe(0);
  });

  it('keeps what was refused', async () => {
    const { root, field, drafts } = page(FORM.replace('<form>', '<form data-refused="true">'));
    await userEvent.type(field(), 'wrong');
    await userEvent.click(root.querySelector('button')!);
    await new Promise((resolve) => setTimeout(resolve));
    expect(drafts).toEqual(new Map([['form/new', 'wrong']]));
  });

  it('gives up what was typed in a dialog that is closed', async () => {
    const { root, field, drafts } = page(`<dialog open>${FORM}</dialog>`);
    await userEvent.type(field(), 'never mind');
    root.querySelector('dialog')!.dispatchEvent(new Event('close'));
    await Promise.resolve();
    expect(drafts.size).toBe(0);
  });
});
