import { mount } from 'svelte';
import { InterfaceLanguage } from '../../src/i18n/interface-language.svelte.ts';
import { DEFAULT_LANGUAGE } from '../../src/i18n/languages.ts';
import { loadCatalogue } from '../../src/i18n/load-catalogue.ts';
import { createLocaliser } from '../../src/i18n/localiser.ts';
import { AssessmentDatabase } from '../../src/storage/assessment-database.ts';
import '../../src/styles/base.css';
import '../../src/styles/layout.css';
import '../../src/styles/tokens.css';
import Inspector from './Inspector.svelte';

const words = createLocaliser(DEFAULT_LANGUAGE, await loadCatalogue(DEFAULT_LANGUAGE.code, 'whole'));
const [, open = null] = /^#\/assessment\/([^/]+)/.exec(location.hash) ?? [];
mount(Inspector, {
  target: document.getElementById('page')!,
  props: { language: new InterfaceLanguage(words), database: new AssessmentDatabase(indexedDB), open },
});
