import { fileURLToPath } from 'node:url';

interface ModuleInfo {
  readonly importedIds: readonly string[];
}

interface Graph {
  getModuleInfo(id: string): ModuleInfo | null;
}

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * What comes in one piece, with everything that it imports and no piece before it has: a visit waits for each request,
 * and the copy for work without a network asks for every one.
 */
const PIECES: readonly { readonly name: string; readonly roots: readonly string[] }[] = [
  { name: 'index', roots: ['src/main.ts', 'src/ui/shell/UpdateBanner.svelte'] },
  // One can type in the form while the next piece is on its way.
  { name: 'form', roots: ['src/ui/pages/NewAssessmentPage.svelte'] },
  {
    name: 'answer',
    roots: [
      'src/domain/rounds/make-initial-entries.ts',
      'src/state/library/open-session.ts',
      'src/state/library/summarise-assessment.ts',
      'src/storage/take-in.ts',
      'src/ui/pages/AssessmentRoute.svelte',
      'src/ui/pages/HomePage.svelte',
      'src/state/session/journey.svelte.ts',
    ],
  },
];
/** Data that is wanted together: what is said of every framework in one language, and the crosswalks. */
const CARD_WORDS = /\/indicators\/[^/]+\/([a-z]{2})\.json\?card$/;
const CROSSWALK = /\/indicators\/crosswalks\//;

function divide(graph: Graph): Map<string, string> {
  const known = new Map<string, string>();
  for (const { name, roots } of PIECES) {
    const waiting = roots.map(inProject);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (known.has(id)) continue;
      const module = graph.getModuleInfo(id);
      if (module === null) throw new Error(`${id} is no module of the build`);
      known.set(id, name);
      waiting.push(...module.importedIds);
    }
  }
  return known;
}

/** The pieces of the hosted build, the first one first; the rest is left to the bundler. */
export function piecesOfBuild(): { name: (id: string, graph: Graph) => string | null; priority: number }[] {
  let divided: Map<string, string> | null = null;
  const pieceOf = (id: string, graph: Graph) => (divided ??= divide(graph)).get(id);
  return [
    ...PIECES.map(({ name }, index) => ({
      name: (id: string, graph: Graph) => (pieceOf(id, graph) === name ? name : null),
      priority: PIECES.length - index + 1,
    })),
    { name: (id: string) => (CROSSWALK.test(id) ? 'crosswalks' : null), priority: 1 },
    {
      name: (id: string) => {
        const language = CARD_WORDS.exec(id)?.[1];
        return language === undefined ? null : `frameworks-${language}`;
      },
      priority: 1,
    },
  ];
}
