import { parse } from 'svelte/compiler';

/** Attributes that people read or hear. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
]);
const WORDS = /\p{L}{2,}/u;

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly value?: unknown;
}

function* nodesBelow(value: unknown): Generator<Node> {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesBelow(item);
    return;
  }
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  for (const member of Object.values(value)) yield* nodesBelow(member);
}

function textOf(value: unknown): string {
  return [...nodesBelow(value)].map((node) => (node.type === 'Text' ? (node.data ?? '') : '')).join('');
}

/**
 * Words in the markup of a component that no translator would see: text between tags, and static text of attributes
 * that are read out. Scripts, styles and other attributes are not looked at.
 */
export function findRawText(component: string): string[] {
  const { fragment } = parse(component, { modern: true });
  const inAttributes = new Set<unknown>();
  const found: string[] = [];
  for (const node of nodesBelow(fragment)) {
    if (node.type === 'Attribute') {
      for (const inner of nodesBelow(node.value)) inAttributes.add(inner);
      const text = SPOKEN.has(node.name ?? '') ? textOf(node.value) : '';
      if (WORDS.test(text)) found.push(`${node.name ?? ''}="${text.trim()}"`);
    } else if (node.type === 'Text' && !inAttributes.has(node) && WORDS.test(node.data ?? '')) {
      found.push((node.data ?? '').trim());
    }
  }
  return found;
}
