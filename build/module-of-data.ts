/** A module of the build that holds one JSON value: browsers read a text faster than as much code. */
export function moduleOfData(value: unknown): { readonly code: string; readonly moduleType: 'js'; readonly map: null } {
  const text = JSON.stringify(JSON.stringify(value));
  return { code: `export default /* #__PURE__ */ JSON.parse(${text});`, moduleType: 'js', map: null };
}
