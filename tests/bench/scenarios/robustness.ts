import { analyseRobustness } from '../../../src/domain/robustness/analyse-robustness.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import type { Row, Scenario } from '../scenario.ts';
import { alternate } from '../scenario.ts';
import { everyAnswer, sizedFramework } from '../sized-framework.ts';

const ROUNDS = 5;

function withDomains(framework: Framework, domains: Framework['structure']['domains']): Framework {
  return { ...framework, structure: { ...framework.structure, domains } };
}

const hundred = sizedFramework(100);
const many = sizedFramework(2000);
const KINDS: Readonly<Record<string, Framework>> = {
  '100 indicators, equal weights': hundred,
  '100 indicators, unequal weights': withDomains(
    hundred,
    hundred.structure.domains.map((domain) => ({
      ...domain,
      subdomains: (domain.subdomains ?? []).map((subdomain) => ({
        ...subdomain,
        indicators: subdomain.indicators.map((indicator, index) => ({ ...indicator, weight: index + 1 })),
      })),
    })),
  ),
  '2,000 indicators': many,
  '2,000 indicators in one domain': withDomains(many, [
    { id: 'd', indicators: many.indicators.map(({ id, scale }) => ({ id, scale })) },
  ]),
};

async function run(): Promise<Row[]> {
  const works = Object.entries(KINDS).map(([name, framework]) => {
    const answers = everyAnswer(framework);
    return [name, () => analyseRobustness(framework, answers)] as const;
  });
  const times = await alternate(ROUNDS, Object.fromEntries(works));
  return Object.entries(times).map(([what, ours]) => ({ what, unit: 'ms', ours }));
}

export const ROBUSTNESS: Scenario = {
  name: 'robustness',
  what: '10,000 draws on everything answered: processor time in Node.',
  run,
};
