import * as z from 'zod/mini';

/** What a country is in migration, and which level of government an indicator concerns: of frameworks and of rounds. */
export const contextSchema = z.enum(['origin', 'transit', 'destination']);
export const scopeSchema = z.enum(['national', 'local']);
