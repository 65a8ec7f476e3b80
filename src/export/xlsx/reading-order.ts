import type { Feature } from 'write-excel-file/universal';

/** ECMA-376 part 1, 18.8.1: reading order of a cell, 2 is from the right. */
const FROM_RIGHT = '<alignment readingOrder="2" ';

/**
 * Cells that are read from the right whatever their text begins with: a number at its beginning would stand at its end,
 * beside another. The package does not write it itself.
 */
export const readingFromRight: Feature<Blob> = {
  files: {
    transform: {
      'xl/styles.xml': { transform: (xml) => xml.replaceAll('<alignment ', FROM_RIGHT) },
    },
  },
};
