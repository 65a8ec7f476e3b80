import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compileMessages } from '../../../build/compile-messages.ts';
import { extentOf } from '../../../src/i18n/message-parts.ts';

it('gives a text that a language lacks in English, marked, and its own wherever it has one', () => {
  const messages = path.join(mkdtempSync(path.join(tmpdir(), 'sextant-')), 'src/i18n/messages');
  const write = (language: string, texts: object) => {
    mkdirSync(path.join(messages, language), { recursive: true });
    writeFileSync(path.join(messages, language, 'app.json'), JSON.stringify(texts));
  };
  write('en', { 'app.save': 'Save', 'app.back': 'Back' });
  write('es', { 'app.save': 'Guardar' });
  const load = compileMessages({ pseudo: false }).load as (this: object, id: string) => unknown;
  const partOf = (language: string) =>
    JSON.stringify(
      load.call({ addWatchFile: () => {} }, `${path.join(messages, language, 'app.json')}?${extentOf('app')}`),
    );

  expect(partOf('es')).toContain('Guardar');
  expect(partOf('es')).toMatch(/\[EN\] Back/);
  expect(partOf('es')).not.toContain('Save');
  expect(partOf('en')).not.toContain('[EN]');
});
