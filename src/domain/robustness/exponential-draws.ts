import { exponential, naturalLogarithm } from './elementary-functions.ts';

const LAYERS = 256;
/** Where the tail begins, and the area of every layer, for 256 layers: from the source below. */
const TAIL_START = 7.69711747013105;
const LAYER_AREA = 0.003949659822581557;
const TWO_TO_24 = 16777216;
const TWO_TO_32 = 4294967296;

/** Right edges of the layers from the base up, and the density there; the top layer ends at 0. */
const edges = new Float64Array(LAYERS + 1);
const densities = new Float64Array(LAYERS + 1);
edges[0] = LAYER_AREA / exponential(-TAIL_START);
edges[1] = TAIL_START;
for (let layer = 1; layer < LAYERS; layer += 1) {
  const edge = edges[layer] as number;
  densities[layer] = exponential(-edge);
  edges[layer + 1] = layer === LAYERS - 1 ? 0 : -naturalLogarithm(LAYER_AREA / edge + exponential(-edge));
}
densities[LAYERS] = 1;

/**
 * A draw from the exponential distribution of mean 1, from 32 random bits at a time (`nextInt32`): G. Marsaglia and
 * W. W. Tsang, "The ziggurat method for generating random variables", Journal of Statistical Software 5 (2000). Nearly every
 * draw is one multiplication and one comparison.
 */
export function drawExponential(nextInt32: () => number): number {
  for (;;) {
    const bits = nextInt32();
    const layer = bits >>> 24;
    const x = (((bits & (TWO_TO_24 - 1)) + 0.5) / TWO_TO_24) * (edges[layer] as number);
    if (x < (edges[layer + 1] as number)) return x;
    // The tail has the shape of the whole.
    if (layer === 0) return TAIL_START + drawExponential(nextInt32);
    const share = ((nextInt32() >>> 0) + 0.5) / TWO_TO_32;
    const below = densities[layer] as number;
    if (below + share * ((densities[layer + 1] as number) - below) < exponential(-x)) return x;
  }
}
