import type { Block } from '../../export/document/document.ts';

const count = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);

/** How much of a block is drawn each for itself: its rows, entries or cells, or the block as a whole. */
export function piecesOf(block: Block): number {
  if (block.kind === 'table') return block.rows.length;
  if (block.kind === 'list') return block.items.length;
  if (block.kind === 'heat-map') return count(block.groups.map(({ cells }) => cells.length));
  return 1;
}

/** A block with no more than its first pieces. */
function beginningOf(block: Block, most: number): Block {
  if (piecesOf(block) <= most) return block;
  if (block.kind === 'table') return { ...block, rows: block.rows.slice(0, most) };
  if (block.kind === 'list') return { ...block, items: block.items.slice(0, most) };
  if (block.kind !== 'heat-map') return block;
  let room = most;
  const groups = block.groups.flatMap((group) => {
    const cells = group.cells.slice(0, room);
    room -= cells.length;
    return cells.length > 0 ? [{ ...group, cells }] : [];
  });
  return { ...block, groups };
}

/** The blocks of a part up to so many pieces, and how many pieces are left out. */
export function firstPieces(
  blocks: readonly Block[],
  most: number,
): { readonly blocks: readonly Block[]; readonly left: number } {
  let room = most;
  const drawn: Block[] = [];
  for (const block of blocks) {
    if (room <= 0) break;
    drawn.push(beginningOf(block, room));
    room -= piecesOf(block);
  }
  return { blocks: drawn, left: Math.max(0, count(blocks.map(piecesOf)) - most) };
}
