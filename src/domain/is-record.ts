/** Whether a value is an object with members of any kind: of JSON, what is neither a list nor null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
