import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** Messages of one namespace, as translators write them: ICU MessageFormat by flat dotted key. */
type Messages = typeof import('./messages/en/accessibility.json') &
  typeof import('./messages/en/app.json') &
  typeof import('./messages/en/assess.json') &
  typeof import('./messages/en/beside.json') &
  typeof import('./messages/en/board.json') &
  typeof import('./messages/en/commands.json') &
  typeof import('./messages/en/documents.json') &
  typeof import('./messages/en/errors.json') &
  typeof import('./messages/en/evaluation.json') &
  typeof import('./messages/en/export.json') &
  typeof import('./messages/en/fields.json') &
  typeof import('./messages/en/folder.json') &
  typeof import('./messages/en/frameworks.json') &
  typeof import('./messages/en/gaps.json') &
  typeof import('./messages/en/guides.json') &
  typeof import('./messages/en/habits.json') &
  typeof import('./messages/en/institutions.json') &
  typeof import('./messages/en/instruments.json') &
  typeof import('./messages/en/intake.json') &
  typeof import('./messages/en/journey.json') &
  typeof import('./messages/en/keeping.json') &
  typeof import('./messages/en/letters.json') &
  typeof import('./messages/en/library.json') &
  typeof import('./messages/en/opening.json') &
  typeof import('./messages/en/passphrase.json') &
  typeof import('./messages/en/plan.json') &
  typeof import('./messages/en/qr.json') &
  typeof import('./messages/en/report.json') &
  typeof import('./messages/en/results.json') &
  typeof import('./messages/en/round.json') &
  typeof import('./messages/en/saving.json') &
  typeof import('./messages/en/settings.json') &
  typeof import('./messages/en/setup.json') &
  typeof import('./messages/en/together.json') &
  typeof import('./messages/en/tour.json') &
  typeof import('./messages/en/validation.json') &
  typeof import('./messages/en/workshop.json');

/** Every key of the English messages; a missing one in code is a type error. */
export type MessageKey = Extract<keyof Messages, string>;

/** A message as text (parsed when first used) or as the syntax tree that the build made of it. */
export type Message = string | MessageFormatElement[];

/** All messages of one language. */
export type Catalogue = Readonly<Record<string, Message>>;

export type MessageParameters = Readonly<Record<string, string | number | boolean | null | undefined>>;
