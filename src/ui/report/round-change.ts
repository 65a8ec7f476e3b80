import type { RoundFields } from '../../domain/registers/round.ts';

/** Fields of the round with what to set them to; null takes a field back. */
export type RoundChange = { [Field in keyof RoundFields]?: RoundFields[Field] | null };
