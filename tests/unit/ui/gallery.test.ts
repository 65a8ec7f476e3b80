import { beforeEach, describe, expect, it } from 'vitest';
import { parseSingleFileFramework } from '../../../src/domain/framework/parse-framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import ReportPaper from '../../../src/ui/report/ReportPaper.svelte';
import { difficultFramework } from '../../fixtures/difficult-framework.ts';
import { BLOCK_KINDS, blockSheets } from '../../gallery/block-examples.ts';
import { COMPONENTS, EXAMPLES } from '../../gallery/component-examples.ts';
import { LEFT_BY_CLOSED_TABS } from '../../gallery/difficult-words.ts';
import { GALLERY_LANGUAGES, galleryLocaliser } from '../../gallery/gallery-languages.ts';
import { readProjectFile } from '../read-sources.ts';
import { keepInMemory } from './keep-in-memory.ts';
import { renderWithLanguage } from './render-with-language.ts';

// jsdom has no constructed style sheets.
beforeEach(() => {
  document.adoptedStyleSheets = [];
});

describe('the gallery for developers', () => {
  it('has an example of every component, and none of another', () => {
    expect(COMPONENTS.length).toBeGreaterThan(5);
    expect([...EXAMPLES.keys()].sort()).toEqual([...COMPONENTS].sort());
  });

  it.each(COMPONENTS)('shows %s itself', (name) => {
    expect(readProjectFile(`tests/gallery/examples/${name}.svelte`)).toContain(`src/ui/components/${name}.svelte'`);
    const typing = keepInMemory(LEFT_BY_CLOSED_TABS);
    const { container } = renderWithLanguage(EXAMPLES.get(name)!, { typing } as never);
    expect(container.querySelectorAll('figure').length).toBeGreaterThan(1);
  });

  it.each(GALLERY_LANGUAGES)(
    'has an example of every kind of report block in $name, and draws it',
    async (language) => {
      const sheets = blockSheets(await galleryLocaliser(language));
      expect(BLOCK_KINDS.length).toBeGreaterThan(10);
      expect(sheets.sections.filter(({ blocks }) => blocks.length === 0).map(({ title }) => title)).toEqual([]);
      const { container } = renderWithLanguage(ReportPaper, { report: sheets });
      expect(container.querySelectorAll('section[data-part]')).toHaveLength(BLOCK_KINDS.length);
    },
  );

  it('stands on a framework that could be opened', () => {
    const framework = difficultFramework();
    expect(parseSingleFileFramework(singleFileForm(framework), 'difficult.json')).toMatchObject({
      ok: true,
      advice: [],
    });
  });
});
