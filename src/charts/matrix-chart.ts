import type { Chart, ChartConfiguration, Plugin, Point } from 'chart.js';
import type { Quadrant } from '../domain/gaps/quadrant.ts';
import { QUADRANT_PLACES, QUADRANTS } from '../domain/gaps/quadrant.ts';
import type { ChartLook } from './chart-look.ts';
import type { MatrixPoint } from './priority-matrix.ts';

export interface DrawnPoint extends MatrixPoint {
  /** Drawn full: it is to be planned. */
  readonly isChosen: boolean;
  /** Drawn square: somebody put it first, with a reason. */
  readonly isPinned: boolean;
  /** Drawn with a second line around it. */
  readonly isRobust: boolean;
}

/** Words already in the reader's language. */
export interface MatrixWords {
  readonly quadrant: (quadrant: Quadrant) => { readonly name: string; readonly hint: string };
  /** What grows upwards. */
  readonly height: string;
  readonly ease: string;
  readonly hard: string;
  readonly easy: string;
  /** A point in full: rank, title, code, impact or need, ease. */
  readonly point: (point: DrawnPoint) => string;
}

const INSET = 12;
const RING = 4;
const AXIS_GAP = 6;

/** Names of the quadrants and their edges, below the points, and the ends of the axis of ease. */
function drawQuadrants({ ctx, chartArea }: Chart, words: MatrixWords, look: ChartLook) {
  const { left, right, top, bottom } = chartArea;
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const easyIsRight = look.direction === 'ltr';
  ctx.save();
  ctx.fillStyle = look.sunken;
  ctx.fillRect(easyIsRight ? middleX : left, top, (right - left) / 2, (bottom - top) / 2);
  ctx.strokeStyle = look.line;
  ctx.strokeRect(left, top, right - left, bottom - top);
  ctx.beginPath();
  ctx.moveTo(middleX, top);
  ctx.lineTo(middleX, bottom);
  ctx.moveTo(left, middleY);
  ctx.lineTo(right, middleY);
  ctx.stroke();
  ctx.textBaseline = 'top';
  for (const quadrant of QUADRANTS) {
    const { isEasy, isHigh } = QUADRANT_PLACES[quadrant];
    const { name, hint } = words.quadrant(quadrant);
    const isRight = isEasy === easyIsRight;
    const [x, y] = [isRight ? right - INSET : left + INSET, (isHigh ? top : middleY) + INSET];
    ctx.textAlign = isRight ? 'right' : 'left';
    ctx.fillStyle = look.ink;
    ctx.font = `600 ${(look.narrow ? 12 : 17) * look.scale}px ${look.fontFamily}`;
    ctx.fillText(name, x, y);
    if (look.narrow) continue;
    ctx.fillStyle = look.inkSoft;
    ctx.font = `${13 * look.scale}px ${look.fontFamily}`;
    ctx.fillText(hint, x, y + 22 * look.scale);
  }
  ctx.fillStyle = look.inkSoft;
  ctx.font = `${13 * look.scale}px ${look.fontFamily}`;
  for (const isEasy of [false, true]) {
    const isRight = isEasy === easyIsRight;
    ctx.textAlign = isRight ? 'right' : 'left';
    ctx.fillText(isEasy ? words.easy : words.hard, isRight ? right : left, bottom + AXIS_GAP);
  }
  ctx.restore();
}

/** Each rank in its point, and a second line around what is robust. */
function drawRanks(chart: Chart, points: readonly DrawnPoint[], look: ChartLook, radius: number) {
  const { ctx } = chart;
  ctx.save();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.font = `600 ${(look.narrow ? 10 : 13) * look.scale}px ${look.fontFamily}`;
  for (const [index, element] of chart.getDatasetMeta(0).data.entries()) {
    const point = points[index];
    if (point === undefined) continue;
    ctx.fillStyle = point.isChosen ? look.surface : look.ink;
    ctx.fillText(String(point.rank), element.x, element.y + 1);
    if (!point.isRobust) continue;
    ctx.strokeStyle = look.ink;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.arc(element.x, element.y, radius + RING, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}

/**
 * The configuration of the matrix: numbered points at the places of `priorityMatrix`, four named quadrants; full, square
 * and doubly outlined points tell apart without colour. Nothing moves.
 */
export function matrixConfiguration(
  points: readonly DrawnPoint[],
  words: MatrixWords,
  look: ChartLook,
): ChartConfiguration<'scatter', Point[]> {
  const radius = (look.narrow ? 10 : 15) * look.scale;
  const font = { family: look.fontFamily, size: 13 * look.scale };
  const quadrants: Plugin<'scatter'> = {
    id: 'quadrants',
    beforeDatasetsDraw: (chart) => drawQuadrants(chart as Chart, words, look),
    afterDatasetsDraw: (chart) => drawRanks(chart as Chart, points, look, radius),
  };
  const axis = (title: string) => ({
    min: 0,
    max: 1,
    ticks: { display: false },
    grid: { display: false, drawTicks: false },
    border: { display: false },
    title: { display: true, text: title, color: look.inkSoft, font },
  });
  const arrow = look.direction === 'rtl' ? '←' : '→';
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: points.map(({ x, y }) => ({ x, y })),
          pointStyle: points.map(({ isPinned }) => (isPinned ? 'rect' : 'circle')),
          pointRadius: points.map(({ isPinned }) => (isPinned ? radius * 1.25 : radius)),
          pointHoverRadius: radius,
          pointBackgroundColor: points.map(({ isChosen }) => (isChosen ? look.ink : look.surface)),
          pointBorderColor: look.ink,
          pointBorderWidth: 2,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      scales: {
        x: {
          ...axis(`${words.ease} ${arrow}`),
          reverse: look.direction === 'rtl',
        },
        y: { ...axis(`${words.height} →`), position: look.direction === 'rtl' ? 'right' : 'left' },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            label: ({ dataIndex }) => {
              const point = points[dataIndex];
              return point === undefined ? '' : words.point(point);
            },
          },
        },
      },
    },
    plugins: [quadrants],
  };
}
