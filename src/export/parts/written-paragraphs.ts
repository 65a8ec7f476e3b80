import type { MessageKey } from '../../i18n/message-key.ts';
import type { Run } from '../document/document.ts';
import type { DocumentContext } from './document-context.ts';

/** Text that a person wrote, one paragraph a line. */
export function writtenParagraphs({ localiser }: Pick<DocumentContext, 'localiser'>, written: string): string[] {
  return written
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => localiser.text(line.trim()));
}

/** Stands in a message for what a person wrote, until it is cut there. */
const PLACE = '\ufffc';

/** A message of ours around stretches of text: what stands before them, themselves, what stands after them. */
export function aroundRun({ t }: Pick<DocumentContext, 't'>, key: MessageKey, name: string, ...runs: Run[]): Run[] {
  const [before = '', after = ''] = t(key, { [name]: PLACE }).split(PLACE);
  return [{ text: before }, ...runs, { text: after }].filter(({ text }) => text !== '');
}

/** Names as a sentence lists them, each in its own direction: `Ministry of Labour and وزارة الداخلية`. */
export function listedNames({ localiser }: Pick<DocumentContext, 'localiser'>, names: readonly string[]): Run[] {
  const between = localiser.list(names.map(() => PLACE)).split(PLACE);
  const runs = between.flatMap((text, index): Run[] => [
    { text },
    ...(index < names.length ? [{ text: names[index] ?? '', apart: true as const }] : []),
  ]);
  return runs.filter(({ text }) => text !== '');
}

/** A message of ours around what a person wrote, which keeps its own direction: its stop stays at its own end. */
export function aroundWritten(
  context: Pick<DocumentContext, 'localiser' | 't'>,
  key: MessageKey,
  name: string,
  written: string,
): Run[] {
  return aroundRun(context, key, name, { text: context.localiser.text(written), apart: true });
}

/** The same after a colon. */
export const afterColon = ({ localiser, t }: Pick<DocumentContext, 'localiser' | 't'>, written: string): Run[] => [
  { text: t('report.colon') },
  { text: localiser.text(written), apart: true },
];
