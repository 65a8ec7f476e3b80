import * as z from 'zod/mini';
import { MAXIMUM_AMOUNT, MAXIMUM_TEXT_LENGTH } from '../limits.ts';

/**
 * Forms that the values of many registers share (docs/file-formats.md section 3). Members that a newer version may add
 * are ignored by every schema here and stay in the journal.
 */

export const textSchema = z.string().check(z.maxLength(MAXIMUM_TEXT_LENGTH));
export const idSchema = z.string().check(z.minLength(1), z.maxLength(200));
export const idsSchema = z.array(idSchema);
export const dateSchema = z.iso.date();
/** In the one currency of the assessment. */
export const amountSchema = z.number().check(z.gte(0), z.lte(MAXIMUM_AMOUNT));
