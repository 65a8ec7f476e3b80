import { mount } from 'svelte';
import { InterfaceLanguage } from '../../src/i18n/interface-language.svelte.ts';
import '../../src/styles/base.css';
import '../../src/styles/layout.css';
import '../../src/styles/print.css';
import '../../src/styles/tokens.css';
import { DEFAULT_LANGUAGE } from '../../src/i18n/languages.ts';
import { galleryLocaliser } from './gallery-languages.ts';
import Gallery from './Gallery.svelte';

const language = new InterfaceLanguage(await galleryLocaliser(DEFAULT_LANGUAGE));
mount(Gallery, { target: document.getElementById('page')!, props: { language } });
