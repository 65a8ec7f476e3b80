import js from '@eslint/js';
import globals from 'globals';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

const FLOORS = [
  'domain',
  'report',
  'charts',
  'export',
  'file',
  'storage',
  'content',
  'exchange',
  'i18n',
  'words',
  'state',
  'ui',
  'cli',
];

/**
 * The import table of docs/architecture.md: each layer, what of ours it may import, and the packages it may use.
 * `packages: null` means any package; `typesOf` are layers of which it may name the types.
 */
const LAYERS = [
  { layer: 'domain', may: [], packages: ['zod/mini', 'pure-rand', '@noble/hashes'] },
  {
    layer: 'file',
    may: ['domain'],
    packages: ['zod/mini', 'fflate', 'papaparse', 'age-encryption', 'jsonc-parser', 'yaml', '@noble/hashes'],
  },
  { layer: 'report', may: ['domain'], packages: ['zod/mini', '@noble/hashes'] },
  { layer: 'words', may: ['domain', 'i18n'], packages: [] },
  { layer: 'charts', may: ['domain', 'report', 'i18n'], packages: null },
  { layer: 'export', may: ['domain', 'report', 'charts', 'words', 'i18n'], packages: null },
  { layer: 'storage', may: ['domain', 'file'], packages: ['idb', 'zod/mini'] },
  { layer: 'content', may: ['domain', 'file'], packages: ['zod/mini'] },
  { layer: 'exchange', may: ['domain', 'file'], packages: [] },
  { layer: 'i18n', may: [], packages: ['@formatjs/icu-messageformat-parser', 'svelte'] },
  { layer: 'state', may: ['domain', 'file', 'exchange', 'report', 'storage', 'content', 'i18n'], packages: null },
  {
    layer: 'ui',
    may: ['state', 'domain', 'report', 'charts', 'words', 'i18n'],
    packages: null,
    // Loaded with import(); what is only a type costs nothing.
    typesOf: ['export', 'exchange'],
  },
  {
    layer: 'cli',
    may: ['domain', 'file', 'exchange', 'content', 'report', 'charts', 'export', 'words', 'i18n'],
    packages: null,
  },
];

const escape = (name) => name.replaceAll(/[/.]/g, '\\$&');

/** Static imports only: `export`, charts and languages are loaded with import(). */
function layerRule({ layer, may, packages, typesOf = [] }) {
  const forbidden = FLOORS.filter((floor) => floor !== layer && !may.includes(floor) && !typesOf.includes(floor));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
      message: `src/${layer} may import ${may.length > 0 ? may.join(', ') : 'nothing else of ours'}: see the table in docs/architecture.md.`,
    },
    { regex: '^svelte/store$', message: 'State lives in classes with runes (src/state), not in stores.' },
    { regex: '^chart\\.js/auto$', message: 'Register only the chart.js parts in use.' },
  ];
  if (typesOf.length > 0) {
    patterns.push({
      regex: `^(\\.\\./)+(${typesOf.join('|')})/`,
      allowTypeImports: true,
      message: `src/${layer} loads ${typesOf.join(', ')} with import() when it is wanted; only its types may be named.`,
    });
  }
  if (packages !== null) {
    const allowed = packages.map((name) => `${escape(name)}(/|$)`).join('|');
    patterns.push({
      regex: `^(?!\\.{1,2}/|(?:${allowed || '$^'}))`,
      message: `src/${layer} may use these packages only: ${packages.join(', ') || 'none'}.`,
    });
  }
  return {
    files: [`src/${layer}/**/*.ts`, `src/${layer}/**/*.svelte`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

/** Building blocks know no feature: words come from i18n, data by props. */
const COMPONENTS_RULE = {
  files: ['src/ui/components/**/*.ts', 'src/ui/components/**/*.svelte'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^\\.\\./(?!\\.\\./(i18n/|domain/day-span\\.ts$))',
            message: 'src/ui/components may import i18n, day-span and its own folder only: see docs/architecture.md.',
          },
        ],
      },
    ],
  },
};

const DAY_IN_GREENWICH = 'This is the day in Greenwich: localDay of src/i18n gives the day in this place.';

/** A day cut out of an instant is the day in Greenwich. */
const DAYS_ELSEWHERE = [
  {
    selector:
      'CallExpression[callee.property.name=/^(slice|substring|split)$/][callee.object.callee.property.name=/^to(ISOString|JSON)$/]',
    message: DAY_IN_GREENWICH,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(slice|substring)$/][callee.object.property.name=/^(at|now|createdAt|deletedAt)$/][arguments.0.value=0]',
    message: DAY_IN_GREENWICH,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(slice|substring)$/][callee.object.name=/^(now|instant)$/][arguments.0.value=0]',
    message: DAY_IN_GREENWICH,
  },
];

/** Everything that is computed or drawn. */
const OUTSIDE_OF_DOMAIN = [
  ...DAYS_ELSEWHERE,
  {
    selector: 'BinaryExpression[operator="/"][right.property.name="length"]',
    message: 'Averages are computed once, in src/domain/scoring.',
  },
  {
    selector: 'SvelteAttribute[key.name="style"]',
    message: 'The policy of the page drops style attributes in Firefox: use a class, or a style: directive.',
  },
];

const TYPED_IN = 'What is typed is never lost: use TextField of src/ui/components, which keeps it.';

/** On the word of a script a browser prints what is drawn already. */
const PRINTS = {
  selector:
    'CallExpression:matches([callee.name="print"], [callee.object.name="window"][callee.property.name="print"])',
  message: 'What only paper shows is drawn before: use printPage of src/ui/components.',
};

/** Fields in which somebody types, where they are not TextField. */
const FIELDS_THAT_LOSE = [
  {
    selector:
      'SvelteElement[name.name="input"]:not(:has(SvelteAttribute[key.name="type"][value.0.value=/^(checkbox|radio|file)$/]))',
    message: TYPED_IN,
  },
  {
    selector: 'SvelteElement[name.name="textarea"]:not(:has(SvelteAttribute[key.name="readonly"]))',
    message: TYPED_IN,
  },
  {
    selector: 'SvelteAttribute[key.name="type"][value.0.value=/^(date|datetime-local|month|week|time)$/]',
    message: 'A date has its span and is saved when the field is left: use DateField of src/ui/components.',
  },
  {
    selector: 'SvelteAttribute[key.name="contenteditable"]',
    message: TYPED_IN,
  },
];

const IMPURE_GLOBALS = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'indexedDB',
  'fetch',
  'crypto',
  'setTimeout',
  'performance',
];

export default ts.config(
  { ignores: ['dist', 'dist-portable', 'dist-pseudo', 'node_modules', 'coverage', 'test-results', '.svelte-check'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'svelte-eslint-parser': ['.svelte'] },
      'import-x/extensions': ['.ts', '.svelte', '.js'],
      'import-x/ignore': ['/node_modules/'],
      'import-x/resolver': { node: { extensions: ['.ts', '.svelte', '.js'] } },
    },
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      // Handed on to whatever a file imports: without it the search for cycles cannot read TypeScript in components.
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: false }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      // Values in $state.raw are replaced, never changed in place, so the built-in Map, Set and Date serve.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/require-each-key': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  ...LAYERS.map(layerRule),
  COMPONENTS_RULE,
  {
    files: ['src/domain/**/*.ts', 'src/report/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Seeds and ids come in as arguments.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as an argument.' },
      ],
    },
  },
  {
    files: ['src/{report,charts,export,exchange,state,storage,content,file,i18n,ui,cli}/**/*.{ts,svelte}'],
    rules: { 'no-restricted-syntax': ['error', ...OUTSIDE_OF_DOMAIN] },
  },
  {
    files: ['src/App.svelte', 'src/ui/**/*.svelte'],
    ignores: ['src/ui/components/TextField.svelte', 'src/ui/components/DateField.svelte'],
    rules: { 'no-restricted-syntax': ['error', ...OUTSIDE_OF_DOMAIN, ...FIELDS_THAT_LOSE, PRINTS] },
  },
  {
    files: [
      'src/cli/**/*.ts',
      'tests/run.ts',
      'tests/check-quick.ts',
      'tests/make-screens.ts',
      'tests/bench/**/*.ts',
      'tests/faults/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
