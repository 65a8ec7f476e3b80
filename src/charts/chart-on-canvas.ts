import type { ChartConfiguration } from 'chart.js';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  ScatterController,
  Tooltip,
} from 'chart.js';
import type { intervalConfiguration } from './interval-chart.ts';
import type { PaintedPicture } from './make-picture-file.ts';
import type { matrixConfiguration } from './matrix-chart.ts';
import { PICTURE_WIDTH } from './picture.ts';
import type { radarConfiguration } from './radar-chart.ts';
import type { roundsConfiguration } from './rounds-chart.ts';

/** Only the parts in use are registered: the rest of chart.js stays out of the build. */
Chart.register(
  ...[RadarController, RadialLinearScale, PointElement, LineElement, Filler],
  ...[BarController, BarElement, CategoryScale, LinearScale, ScatterController],
  ...[Legend, Tooltip],
);

export type AnyChart =
  | ReturnType<typeof radarConfiguration>
  | ReturnType<typeof intervalConfiguration>
  | ReturnType<typeof matrixConfiguration>
  | ReturnType<typeof roundsConfiguration>;

/** Pixels for one CSS pixel of a chart that is saved. */
const DENSITY = 2;

/** Draws a chart on a canvas of the page; call what it returns to take it away. */
export function drawChart(canvas: HTMLCanvasElement, configuration: AnyChart): () => void {
  // Where a browser draws on no canvas, the table beside it says the same.
  if (canvas.getContext('2d') === null) return () => undefined;
  const chart = new Chart(canvas, configuration as ChartConfiguration);
  return () => chart.destroy();
}

/** The same chart for a file: drawn once at the width of a picture and a height in CSS pixels, on no page. */
export function paintedChart(configuration: AnyChart, height: number): PaintedPicture {
  return {
    width: PICTURE_WIDTH,
    height,
    paint(context) {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [PICTURE_WIDTH, height];
      const { options, ...rest } = configuration as ChartConfiguration;
      const fixed = { ...options, responsive: false, devicePixelRatio: DENSITY };
      const chart = new Chart(canvas, { ...rest, options: fixed });
      context.drawImage(canvas, 0, 0, PICTURE_WIDTH, height);
      chart.destroy();
    },
  };
}
