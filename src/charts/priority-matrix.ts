import type { Scale } from '../domain/framework/framework-schema.ts';
import { ruleOfVersion } from '../domain/gaps/priority-formulas.ts';
import type { Quadrant } from '../domain/gaps/quadrant.ts';
import { EASY_FROM, HIGH_FROM, IMPACT_MAXIMUM, QUADRANT_PLACES } from '../domain/gaps/quadrant.ts';
import type { Report } from '../report/report.ts';

/** A numbered point of the matrix; places run from 0 (hard, or slight) to 1 (easy, or decisive). */
export interface MatrixPoint {
  readonly id: string;
  /** The number beside it: its rank among the priorities. */
  readonly rank: number;
  readonly quadrant: Quadrant;
  readonly x: number;
  readonly y: number;
}

export interface PriorityMatrix {
  readonly points: readonly MatrixPoint[];
  /** Priorities without a place, because nobody gave an ease. */
  readonly withoutPlace: readonly string[];
  /** Those that were left to the table, so that the numbers stay legible. */
  readonly notDrawn: readonly string[];
}

/** More numbers than this run into each other. */
const MATRIX_POINTS = 40;

/** Impact and ease begin here. */
const LEAST = 1;
/** From the edge of a quadrant to the centre of a point, as a share of the whole; above, its name stands. */
const MARGIN = 0.04;
const NAME_MARGIN = 0.14;
/** Centres of two points are at least so far apart: sideways, upwards. */
const APART = { x: 0.058, y: 0.086 };
const SPIRAL_TURN = 2.399_963;
const SPIRAL_STEPS = 400;

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Where a value stands within its half: halves are drawn equally wide, whatever the span of values. */
function within(value: number, from: number, to: number, upperHalf: boolean, upperMargin: number): number {
  const low = (upperHalf ? 0.5 : 0) + MARGIN;
  return low + between((value - from) / (to - from), 0, 1) * (0.5 - MARGIN - upperMargin);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const touches = (a: Place, b: Place) => Math.abs(a.x - b.x) < APART.x && Math.abs(a.y - b.y) < APART.y;

/** The nearest free place on a spiral around where the point belongs, in its own quadrant; its own place if none is. */
function freePlace(wanted: Place, taken: readonly Place[]): Place {
  const half = (value: number) => (value >= 0.5 ? 0.5 : 0);
  const [left, bottom] = [half(wanted.x), half(wanted.y)];
  for (let step = 0; step < SPIRAL_STEPS; step += 1) {
    const radius = 0.021 * Math.sqrt(step);
    const place = {
      x: between(wanted.x + radius * Math.cos(step * SPIRAL_TURN), left + MARGIN, left + 0.5 - MARGIN),
      y: between(wanted.y + radius * Math.sin(step * SPIRAL_TURN), bottom + MARGIN, bottom + 0.5 - NAME_MARGIN),
    };
    if (!taken.some((one) => touches(one, place))) return place;
  }
  return wanted;
}

/**
 * Impact against ease (by engine 1 need against ease), as places in a square whose halves are the quadrants: the first
 * priorities, numbered by rank, moved apart where several belong in one place. docs/methodology.md section 6.
 */
export function priorityMatrix(report: Report, scales: Readonly<Record<string, Scale>>): PriorityMatrix {
  const points: MatrixPoint[] = [];
  const withoutPlace: string[] = [];
  const notDrawn: string[] = [];
  const byImpact = ruleOfVersion(report.engine) === 'impact';
  for (const { id, rank } of report.priorities) {
    const indicator = report.indicators.find((one) => one.id === id);
    if (indicator === undefined) continue;
    const { impact, need, ease, quadrant, scale } = indicator;
    if (impact === null || need === null || ease === null || quadrant === null) {
      withoutPlace.push(id);
      continue;
    }
    if (points.length >= MATRIX_POINTS) {
      notDrawn.push(id);
      continue;
    }
    const greatest = ((scales[scale]?.levels.length ?? 2) - 1) * IMPACT_MAXIMUM;
    const [height, least, high, most] = byImpact
      ? [impact, LEAST, HIGH_FROM, IMPACT_MAXIMUM]
      : [need, 0, greatest / 2, greatest];
    const { isHigh, isEasy } = QUADRANT_PLACES[quadrant];
    const wanted = {
      x: isEasy ? within(ease, EASY_FROM, IMPACT_MAXIMUM, true, MARGIN) : within(ease, LEAST, EASY_FROM, false, MARGIN),
      y: isHigh ? within(height, high, most, true, NAME_MARGIN) : within(height, least, high, false, NAME_MARGIN),
    };
    points.push({ id, rank, quadrant, ...freePlace(wanted, points) });
  }
  return { points, withoutPlace, notDrawn };
}
