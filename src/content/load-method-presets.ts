import type { MethodPreset } from '../domain/framework/method-preset.ts';
import { methodPresetSchema } from '../domain/framework/method-preset.ts';

const FILES: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob('./methods/*.json', {
  import: 'default',
});

/** Official ways of counting that authors can put under their own indicators, by id. */
export async function loadMethodPresets(): Promise<ReadonlyMap<string, MethodPreset>> {
  const files = await Promise.all(Object.values(FILES).map((load) => load()));
  const presets = files.map((value) => methodPresetSchema.parse(value));
  return new Map(presets.map((preset) => [preset.id, preset]));
}
