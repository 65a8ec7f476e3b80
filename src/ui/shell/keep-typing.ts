/** What keeps texts that are being typed: durable within a second, gone when they are saved. */
export interface TypedTexts {
  draftText(key: string, text: string): void;
  draftedText(key: string): string | undefined;
  /** Forgets a text when everything written so far is durable; what was typed since stays. */
  forgetDraft(key: string, text: string): Promise<void>;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const FIELDS = '[data-draft]';

function fieldOf(target: EventTarget | null): Field | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset['draft'] !== undefined ? target : null;
}

function fieldsIn(node: Node): Field[] {
  if (!(node instanceof Element)) return [];
  const own = node.matches(FIELDS) ? [node] : [];
  return [...own, ...node.querySelectorAll(FIELDS)].flatMap((one) => fieldOf(one) ?? []);
}

/**
 * Keeps what is typed in every field with a `data-draft` (its key, one of its kind in the assessment), and puts it back
 * when the field appears again, say after a reload. A field outside of a form is saved when it is left, one in a form
 * when the form is sent; then its text is forgotten. Closing a dialog gives up what was typed in it.
 */
export function keepTyping(root: HTMLElement, texts: TypedTexts): () => void {
  /** Fields whose text was put back: the browser does not tell them as changed when they are left. */
  const restored = new WeakSet<Field>();
  const keyOf = (field: Field) => field.dataset['draft'] ?? '';

  function restore(field: Field): void {
    const text = texts.draftedText(keyOf(field));
    if (text === undefined || text === field.value) return;
    field.value = text;
    restored.add(field);
    // Those that hold their text in a variable hear of it.
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const forget = (field: Field) => void texts.forgetDraft(keyOf(field), field.value);

  function typed({ target }: Event): void {
    const field = fieldOf(target);
    if (field !== null) texts.draftText(keyOf(field), field.value);
  }

  function changed({ target }: Event): void {
    const field = fieldOf(target);
    if (field === null || field.form !== null) return;
    restored.delete(field);
    forget(field);
  }

  function left({ target }: Event): void {
    const field = fieldOf(target);
    if (field === null || field.form !== null || !restored.has(field)) return;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function sent({ target }: Event): void {
    if (!(target instanceof HTMLFormElement)) return;
    const fields = [...target.elements].flatMap((one) => fieldOf(one) ?? []);
    const said = fields.map((field) => [keyOf(field), field.value] as const);
    // After the form has dealt with it: what was refused stays to be mended.
    setTimeout(() => {
      if (target.isConnected && target.dataset['refused'] === 'true') return;
      for (const [key, text] of said) void texts.forgetDraft(key, text);
    });
  }

  function closed({ target }: Event): void {
    if (target instanceof HTMLDialogElement) fieldsIn(target).forEach(forget);
  }

  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      const fields = type === 'attributes' ? [fieldOf(target)] : [...addedNodes].flatMap(fieldsIn);
      for (const field of fields) if (field !== null) restore(field);
    }
  });
  fieldsIn(root).forEach(restore);
  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-draft'] });
  // Before a form's own handler: it may empty the fields.
  const listeners = [
    ['input', typed, false],
    ['change', changed, false],
    ['focusout', left, false],
    ['submit', sent, true],
    ['close', closed, true],
  ] as const;
  for (const [name, listener, capture] of listeners) root.addEventListener(name, listener, { capture });
  return () => {
    observer.disconnect();
    for (const [name, listener, capture] of listeners) root.removeEventListener(name, listener, { capture });
  };
}
