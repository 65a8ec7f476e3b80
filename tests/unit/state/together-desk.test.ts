import { describe, expect, it } from 'vitest';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { TogetherDesk } from '../../../src/state/desks/together-desk.svelte.ts';
import { ReadingDesk } from '../../../src/state/library/reading-desk.svelte.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { validatedFile } from '../../fixtures/validated-files.ts';

const framework = tinyFramework();

function asFile(name: string, bytes: Uint8Array): File {
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) } as File;
}

const participant = (number: number) =>
  asFile(
    `${number}.sextant`,
    writeSextantFile(validatedFile(framework, number, { 'A-1': number % 2 === 0 ? 'emerging' : 'mature' })),
  );
const makeDesk = () => new TogetherDesk(new ReadingDesk(() => Promise.resolve(null)));

describe('TogetherDesk', () => {
  it('reads many files a few at a time, and keeps the levels of each only', async () => {
    const desk = makeDesk();
    const draft = asFile('draft.sextant', writeSextantFile(sampleAssessment()));
    const broken = asFile('broken.sextant', new TextEncoder().encode('no file'));
    await desk.read([broken, ...Array.from({ length: 19 }, (_, number) => participant(number)), draft]);
    const { counted = [], leftOut = [] } = desk.participants ?? {};
    expect(counted.map(({ levels }) => levels.get('A-1')).sort()).toEqual([
      ...Array<string>(10).fill('emerging'),
      ...Array<string>(9).fill('mature'),
    ]);
    expect(counted.map(({ levels }) => levels.get('B-1'))).toEqual(Array(19).fill(null));
    expect(leftOut.map(({ file, code }) => [file, code])).toEqual([
      ['broken.sextant', 'file.notZip'],
      ['draft.sextant', 'together.notValidated'],
    ]);
    expect(desk.reading).toBeNull();
  });

  it('puts the files of a second choice in the place of the first', async () => {
    const desk = makeDesk();
    await desk.read([participant(1), participant(2)]);
    await desk.read([participant(3)]);
    expect(desk.participants?.counted.map(({ fileName }) => fileName)).toEqual(['3.sextant']);
  });

  it('keeps what was there where reading is stopped', async () => {
    const desk = makeDesk();
    await desk.read([participant(1)]);
    const reading = desk.read([participant(2), participant(3)]);
    desk.stop();
    await reading;
    expect(desk.participants?.counted.map(({ fileName }) => fileName)).toEqual(['1.sextant']);
    expect(desk.reading).toBeNull();
  });
});
