const PHYSICAL_PROPERTIES =
  /^(margin|padding|border)-(left|right|top|bottom)(-.*)?$|^(left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)$/;

/** Logical properties only, so that a right-to-left language is the same page mirrored. */
export default {
  customSyntax: 'postcss-html',
  overrides: [{ files: ['**/*.css'], customSyntax: 'postcss' }],
  rules: {
    'property-disallowed-list': [
      [PHYSICAL_PROPERTIES],
      { message: 'Use the logical property (inline-size, margin-inline-start ...): Arabic mirrors the page.' },
    ],
    'declaration-property-value-disallowed-list': { 'text-align': ['left', 'right'], float: ['left', 'right'] },
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-properties': true,
    'no-duplicate-selectors': true,
    'block-no-empty': true,
    'property-no-unknown': true,
    'unit-no-unknown': true,
  },
};
