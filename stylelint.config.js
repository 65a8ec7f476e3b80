const PHYSICAL_PROPERTIES =
  /^(margin|padding|border)-(left|right|top|bottom)(-.*)?$|^(left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)$/;

/**
 * Where a screen changes its layout. Names, because a media query takes no token: telephone, tablet held upright, small
 * window, laptop without the third column, wide desk, projector, and a desk wide enough for every step on one line.
 */
const BREAK_POINTS = {
  telephone: '40rem',
  upright: '48rem',
  window: '60rem',
  laptop: '68.75rem',
  desk: '100rem',
  projector: '118rem',
  wall: '130rem',
};
/** The first width beyond the laptop. */
const BEYOND_LAPTOP = '68.76rem';
const LOW_ROOM = '62rem';

/** Logical properties only, so that a right-to-left language is the same page mirrored. */
export default {
  overrides: [{ files: ['**/*.svelte'], customSyntax: 'postcss-html' }],
  rules: {
    'property-disallowed-list': [
      [PHYSICAL_PROPERTIES],
      { message: 'Use the logical property (inline-size, margin-inline-start ...): Arabic mirrors the page.' },
    ],
    'declaration-property-value-disallowed-list': { 'text-align': ['left', 'right'], float: ['left', 'right'] },
    'media-feature-name-value-allowed-list': {
      'max-width': Object.values(BREAK_POINTS),
      'min-width': [...Object.values(BREAK_POINTS), BEYOND_LAPTOP],
      'max-height': [LOW_ROOM],
    },
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-properties': true,
    'no-duplicate-selectors': true,
    'block-no-empty': true,
    'property-no-unknown': true,
    'unit-no-unknown': true,
  },
};
