import type { Sentence } from '../domain/registers/round.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { countDiffering } from '../domain/profile/count-grounds.ts';
import { atOrAboveOverall } from '../domain/profile/distribution.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { Report, ReportSentence } from './report.ts';

type Facts = ReportSentence['facts'];
type Counted = Pick<Report, 'coverage' | 'distributions' | 'domains' | 'indicators' | 'pairedTopics' | 'mostRoom'>;

/** SHA-256 (hexadecimal) of the canonical JSON of a sentence's facts. */
export function hashFacts(facts: Facts): string {
  return sha256Hex(canonicalJson(facts));
}

function levelFacts(distributions: Report['distributions']): Facts | null {
  const counted = atOrAboveOverall(distributions);
  if (counted === null || counted.of === 0) return null;
  const { count, of, level, position } = counted;
  return { count, of, level, position, scale: level === null ? null : (distributions[0]?.scale ?? null) };
}

/** What can be said, by sentence id; a sentence whose facts do not hold is not there. */
function findFacts({ coverage, distributions, domains, indicators, pairedTopics, mostRoom }: Counted) {
  const facts = new Map<string, Facts>();
  const add = (id: string, found: Facts | null) => found !== null && facts.set(id, found);
  const { answered, applicable, documented } = coverage;
  add('summary.levels', answered === 0 ? null : levelFacts(distributions));
  add('summary.pairs', pairedTopics.compared === 0 ? null : { ...pairedTopics });
  add('summary.mostRoom', mostRoom === null ? null : { domain: mostRoom });
  add('summary.rated', applicable === 0 ? null : { rated: answered, applicable, documented });
  const differing = countDiffering(indicators);
  add('summary.differing', differing.of === 0 ? null : differing);
  for (const { id, coverage: own, distributions: below } of domains) {
    const found = own.answered === 0 ? null : levelFacts(below);
    add(`domain.levels.${id}`, found === null ? null : { domain: id, ...found });
  }
  return facts;
}

/**
 * The sentences that can be said of an assessment, in order, as facts without words; what a person made of one stands
 * in `edited`. Sentences that somebody wrote and that have no facts (any more) follow with empty ones.
 */
export function buildSentences(counted: Counted, edits: ReadonlyMap<string, Sentence>): ReportSentence[] {
  const facts = findFacts(counted);
  const free = [...edits.keys()].filter((id) => !facts.has(id)).sort();
  return [...facts.keys(), ...free].map((id) => {
    const own = facts.get(id) ?? {};
    const edit = edits.get(id);
    const edited =
      edit === undefined
        ? null
        : {
            text: edit.text,
            factsHash: edit.factsHash,
            ...(edit.language === undefined ? {} : { language: edit.language }),
          };
    return { id, facts: own, factsHash: hashFacts(own), edited };
  });
}
