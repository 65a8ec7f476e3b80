import { findNodeAtLocation, getNodeValue, parseTree, visit } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line += 1;
  return line;
}

/** The node of a path, or of its nearest ancestor that stands in the text (a missing key has no place of its own). */
function nearestNode(root: Node, path: Problem['path']): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

/** Adds to each problem the 1-based line where its path stands in the text of its file; unknown files stay without. */
export function locateProblems(problems: readonly Problem[], textOfFile: ReadonlyMap<string, string>): Problem[] {
  const trees = new Map<string, Node | undefined>();
  return problems.map((found) => {
    const text = textOfFile.get(found.file);
    if (text === undefined || found.line !== undefined) return found;
    if (!trees.has(found.file)) trees.set(found.file, parseTree(text));
    const root = trees.get(found.file);
    return root === undefined ? found : { ...found, line: lineOf(text, nearestNode(root, found.path).offset) };
  });
}

function duplicateKeys(text: string, file: string): Problem[] {
  const open: Set<string>[] = [];
  const problems: Problem[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, startLine, _column, pathSupplier) => {
      const keys = open.at(-1);
      if (keys?.has(key)) {
        problems.push({
          ...problem('json.duplicateKey', file, [...pathSupplier(), key], { key }),
          line: startLine + 1,
        });
      }
      keys?.add(key);
    },
  });
  return problems;
}

/** A JSON text as a value, with where it breaks and which keys stand twice. Codes: json.syntax, json.duplicateKey. */
export function parseJsonText(text: string, file: string): { value: unknown; problems: Problem[] } {
  const errors: { error: number; offset: number; length: number }[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const first = errors[0];
  if (root === undefined || first !== undefined) {
    const offset = first?.offset ?? 0;
    const line = lineOf(text, offset);
    const column = offset - text.lastIndexOf('\n', offset - 1);
    return { value: undefined, problems: [{ ...problem('json.syntax', file, [], { line, column }), line }] };
  }
  return { value: getNodeValue(root) as unknown, problems: duplicateKeys(text, file) };
}
