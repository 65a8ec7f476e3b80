import { parseFramework } from '../../../../../src/domain/framework/parse-framework.ts';
import type { CrosswalkCodes } from '../../../../../src/domain/framework/check-links.ts';
import { lintFramework } from '../../../../../src/domain/framework/lint/lint-framework.ts';
import type { Problem } from '../../../../../src/domain/problem.ts';
import { PLAIN_METHOD } from '../../framework-of.ts';
import { freeze } from '../framework-draft.ts';

const ENGLISH = {
  title: 'Migration governance of a district',
  description: 'Two indicators for a district. Not a product of IOM.',
  scales: { steps: { nothing: 'None', begun: 'Begun', done: 'Done' } },
  domains: { services: { title: 'Services', summary: 'What people find at the counter.' } },
  indicators: {
    'A-1': {
      title: 'Reception at the counter',
      question: 'Does a written procedure guide reception at the counter?',
      why: 'People who arrive know neither the office nor its words.',
      levels: {
        nothing: ['Reception depends on the person at the counter.'],
        begun: ['A procedure signed by the head names the papers to ask for.'],
        done: ['The procedure is applied at every counter.', 'Interpreters are called within the time it sets.'],
      },
      evidence: ['Procedure, with date and signature', 'List of counters'],
      note: 'List the counters in the comment.',
      advance: { begun: 'Write and sign the procedure.', done: 'Train the staff of every counter.' },
    },
    'A-2': {
      title: 'Figures on requests',
      question: 'Are the requests received each year published?',
      why: 'A council that has no figures cannot plan its staff.',
      levels: {
        nothing: ['Requests are not counted.'],
        begun: ['Requests are counted at one counter or more.'],
        done: ['Figures of the last twelve months are published by sex and age.'],
      },
      evidence: ['Register of requests', 'Published table'],
      advance: { begun: 'Open a register.', done: 'Publish a yearly table.' },
    },
  },
};

const FRENCH = {
  title: "Gouvernance des migrations d'un district",
  description: "Deux indicateurs pour un district. N'est pas un produit de l'OIM.",
  scales: { steps: { nothing: 'Aucun', begun: 'Commencé', done: 'Achevé' } },
  domains: { services: { title: 'Services publics', summary: "Ce que l'on trouve au guichet." } },
  indicators: {
    'A-1': {
      title: "L'accueil au guichet",
      question: "Une procédure écrite guide-t-elle l'accueil au guichet ?",
      why: 'Ceux qui arrivent ne connaissent ni le bureau ni ses mots.',
      levels: {
        nothing: ["L'accueil dépend de la personne au guichet."],
        begun: ['Une procédure signée par le chef énumère les pièces à demander.'],
        done: ['La procédure est appliquée à chaque guichet.', "Un interprète est appelé dans le délai qu'elle fixe."],
      },
      evidence: ['Procédure, avec date et signature', 'Liste des guichets'],
      note: 'Énumérer les guichets en commentaire.',
      advance: { begun: 'Rédiger et signer la procédure.', done: 'Former le personnel de chaque guichet.' },
    },
    'A-2': {
      title: 'Chiffres sur les demandes',
      question: 'Les demandes reçues chaque année sont-elles publiées ?',
      why: 'Un conseil sans chiffres ne peut prévoir son personnel.',
      levels: {
        nothing: ['Les demandes ne sont pas comptées.'],
        begun: ['Les demandes sont comptées dans au moins un guichet.'],
        done: ['Les chiffres des douze derniers mois sont publiés par sexe et par âge.'],
      },
      evidence: ['Registre des demandes', 'Tableau publié'],
      advance: { begun: 'Ouvrir un registre.', done: 'Publier un tableau annuel.' },
    },
  },
};

const STRUCTURE = {
  format: 'sextant-framework',
  formatVersion: 1,
  id: 'district',
  version: '1.0.0',
  languages: ['en', 'fr'],
  sourceLanguage: 'en',
  scales: {
    steps: {
      levels: [
        { id: 'nothing', points: 0 },
        { id: 'begun', points: 1 },
        { id: 'done', points: 2 },
      ],
    },
  },
  method: PLAIN_METHOD,
  domains: [
    {
      id: 'services',
      indicators: [
        { id: 'A-1', scale: 'steps', links: { sdg1072: ['1a'], sdg: ['10.7'] } },
        { id: 'A-2', scale: 'steps', links: { sdg1072: ['1b'], sdg: ['10.7'] } },
      ],
    },
  ],
};

const CROSSWALKS: CrosswalkCodes = new Map([
  ['sdg1072', new Set(['1a', '1b'])],
  ['sdg', new Set(['8.8', '10.7', '16.6'])],
  ['instruments', new Set(['ilo-c143', 'icrmw'])],
]);

/** `en.json:indicators.A-1.title` and what to put there; undefined takes it out. */
export type Change = readonly [place: string, value: unknown];

/** What linting says of the sound framework above with some things changed; it parses, or the test is at fault. */
export function lintWith(changes: readonly Change[], crosswalks: CrosswalkCodes | undefined = CROSSWALKS): Problem[] {
  const files = JSON.parse(
    JSON.stringify({ 'framework.json': STRUCTURE, 'en.json': ENGLISH, 'fr.json': FRENCH }),
  ) as Record<string, unknown>;
  for (const [place, value] of changes) {
    const [file, dotted] = place.split(':') as [string, string];
    const keys = dotted.split('.');
    const last = keys.pop()!;
    const holder = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], files[file]);
    if (value === undefined) Reflect.deleteProperty(holder as object, last);
    else (holder as Record<string, unknown>)[last] = value;
  }
  const { 'framework.json': structure, 'en.json': en, 'fr.json': fr } = freeze(files);
  const parsed = parseFramework({ structure, texts: { en, fr } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return lintFramework(parsed.value, crosswalks, parsed.advice);
}
