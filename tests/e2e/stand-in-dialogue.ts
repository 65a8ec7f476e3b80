import type { Page } from '@playwright/test';

/**
 * A dialogue that gives a file of the origin's own file system. It stands in for the one that cannot be pressed, and asks
 * the real browser whether the click still counts, as the real one does.
 */
export async function standInForDialogue(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Reflect.set(window, 'askedFor', asked);
    Reflect.set(window, 'showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) => {
      asked.push(suggestedName);
      if (!navigator.userActivation.isActive) {
        throw new DOMException('Must be handling a user gesture to show a file picker.', 'SecurityError');
      }
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    });
  });
}

/** The files that the dialogue gave. */
export function chosenFiles(page: Page): Promise<{ name: string; size: number }[]> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const files: { name: string; size: number }[] = [];
    const entries = folder.values() as unknown as AsyncIterable<FileSystemFileHandle>;
    for await (const handle of entries) files.push({ name: handle.name, size: (await handle.getFile()).size });
    return files;
  });
}

/** What the dialogue was asked for, in order. */
export function askedFor(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(window, 'askedFor') as string[]);
}

/** The content of a file that the dialogue gave. */
export async function readChosenFile(page: Page, fileName: string): Promise<Uint8Array> {
  const bytes = await page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return [...new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())];
  }, fileName);
  return new Uint8Array(bytes);
}
