import { fireEvent, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Block, ReportDocument, Section } from '../../../../src/export/document/document.ts';
import { firstPieces, piecesOf } from '../../../../src/ui/report/first-pieces.ts';
import ReportPaper from '../../../../src/ui/report/ReportPaper.svelte';
import { renderWithLanguage } from '../render-with-language.ts';

const listOf = (items: number): Block => ({
  kind: 'list',
  items: Array.from({ length: items }, (_, at) => `Entry ${at + 1}`),
});
const tableOf = (rows: number): Block => ({
  kind: 'table',
  caption: 'A table',
  columns: [{ label: 'A column', share: 100 }],
  rowHeader: 0,
  rows: Array.from({ length: rows }, (_, at) => ({ cells: [[`Row ${at + 1}`]] })),
});
const cellsOf = (cells: number): Block => ({
  kind: 'heat-map',
  legend: '',
  groups: [1, 2].map((group) => ({
    title: `Group ${group}`,
    cells: Array.from({ length: cells / 2 }, (_, at) => ({
      ...{ code: `${group}-${at}`, sign: '1', tone: 'unanswered' as const, alternative: '' },
    })),
  })),
});
const paragraph: Block = { kind: 'paragraph', text: 'Words', role: 'body' };

const sectionOf = (id: Section['id'], blocks: Block[]): Section => ({
  ...{ id, number: '1', title: `Part ${id}`, orientation: 'portrait' as const, blocks },
});

function show(entries: number) {
  const report = {
    ...{ title: 'A report', language: 'en', direction: 'ltr', head: '', foot: '', marking: '', watermark: null },
    sections: [sectionOf('about', [listOf(entries)]), sectionOf('gaps', [tableOf(5)])],
  } as unknown as ReportDocument;
  renderWithLanguage(ReportPaper, { report, part: 'about' });
}

describe('the first pieces of a part', () => {
  it('are whole blocks, and the beginning of the one that is too long', () => {
    const { blocks, left } = firstPieces([paragraph, listOf(4), tableOf(10), paragraph], 8);
    expect(blocks.map(piecesOf)).toEqual([1, 4, 3]);
    expect(left).toBe(8);
  });

  it('leave nothing out of what is short', () => {
    const blocks = [paragraph, cellsOf(6)];
    expect(firstPieces(blocks, 7)).toEqual({ blocks, left: 0 });
  });

  it('are the first cells of an overview, without empty groups', () => {
    const { blocks } = firstPieces([cellsOf(8)], 3);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ groups: [{ title: 'Group 1', cells: { length: 3 } }] });
  });
});

// jsdom has no constructed style sheets.
beforeEach(() => {
  document.adoptedStyleSheets = [];
});

describe('the preview of a report', () => {
  it('holds every part of a report of usual length', () => {
    show(200);
    expect(screen.getByText('Entry 200')).toBeInTheDocument();
    expect(screen.getByText('Row 5')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('draws of a large one the beginning of the part that is looked at, and more when it is asked for', async () => {
    show(4200);
    expect(screen.getByText('Entry 500')).toBeInTheDocument();
    expect(screen.queryByText('Entry 501')).toBeNull();
    expect(screen.queryByText('Row 5')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show more (500 of 3,700)' }));
    expect(screen.getByText('Entry 1000')).toBeInTheDocument();
  });

  it('keeps the focus in the part where nothing more is left to be drawn', async () => {
    show(2700);
    for (let left = 2200; left > 0; left -= 500)
      await userEvent.click(
        screen.getByRole('button', { name: new RegExp(`^Show more .* ${left.toLocaleString('en')}`) }),
      );
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.activeElement).toContainElement(screen.getByText('Entry 2700'));
    expect(document.activeElement).not.toBe(document.body);
  });

  it('puts the whole of it on paper, and afterwards what was there', async () => {
    show(2600);
    await fireEvent(window, new Event('beforeprint'));
    expect(screen.getByText('Entry 2600')).toBeInTheDocument();
    expect(screen.getByText('Row 5')).toBeInTheDocument();
    await fireEvent(window, new Event('afterprint'));
    expect(screen.queryByText('Row 5')).toBeNull();
  });
});
