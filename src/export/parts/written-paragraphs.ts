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

/** A message of ours around what a person wrote, which keeps its own direction: its stop stays at its own end. */
export function aroundWritten(
  { localiser, t }: Pick<DocumentContext, 'localiser' | 't'>,
  key: MessageKey,
  name: string,
  written: string,
): Run[] {
  const [before = '', after = ''] = t(key, { [name]: PLACE }).split(PLACE);
  const own: Run = { text: localiser.text(written), apart: true };
  return [{ text: before }, own, { text: after }].filter(({ text }) => text !== '');
}

/** The same after a colon. */
export const afterColon = ({ localiser, t }: Pick<DocumentContext, 'localiser' | 't'>, written: string): Run[] => [
  { text: t('report.colon') },
  { text: localiser.text(written), apart: true },
];
