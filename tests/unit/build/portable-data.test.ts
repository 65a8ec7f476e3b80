import { expect, it } from 'vitest';
import { PortableData } from '../../../build/portable-data.ts';

const words = (name: string) => ({
  name: `/words/${name}.json`,
  code: `export default ${JSON.stringify(name.repeat(6000))};`,
});
const MODULES = [words('indicator'), words('institution'), words('mandate')];

function build(modules: typeof MODULES) {
  const data = new PortableData();
  const { transform } = data.plugin;
  if (typeof transform !== 'function') throw new TypeError('the plugin transforms by a function');
  const code = modules.map(({ code: text, name }) => Reflect.apply(transform, {}, [text, name]) as { code: string });
  return { html: data.html(), code: code.map((one) => one.code) };
}

it('gives the same page in whatever order the modules are met', () => {
  const [first, second] = [build(MODULES), build(MODULES.toReversed())];
  expect(first.html).toBe(second.html);
  expect(first.code).toEqual(second.code.toReversed());
  expect(first.html.match(/<script type="text\/plain" id="data-[0-9a-f]{16}">/g)).toHaveLength(3);
});

it('names in the code the block that holds its text', () => {
  const { html, code } = build(MODULES.slice(0, 1));
  expect(html).toContain(`id="${/portableText\("([^"]+)"\)/.exec(code[0] ?? '')?.[1]}"`);
});
