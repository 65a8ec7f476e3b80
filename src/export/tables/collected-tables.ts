import { AGREED, AGREEMENT, ANSWERS, GAPS } from './indicator-tables.ts';
import { ACTIONS, ASSESSMENTS, COMMITMENTS, EVIDENCE, SCORES } from './record-tables.ts';
import type { CollectedTable } from './table.ts';

/** The tables of many assessments, made from their Reports: docs/collect.md section 2. */
export const COLLECTED_TABLES: readonly CollectedTable[] = [
  ASSESSMENTS,
  SCORES,
  ANSWERS,
  AGREED,
  GAPS,
  ACTIONS,
  EVIDENCE,
  COMMITMENTS,
  AGREEMENT,
];
