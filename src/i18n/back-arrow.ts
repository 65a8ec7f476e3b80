import type { Language } from './languages.ts';

/** The sign of the way back, as the language reads. */
export const backArrow = ({ direction }: Language): string => (direction === 'rtl' ? '→' : '←');
