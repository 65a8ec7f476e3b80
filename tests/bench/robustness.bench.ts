import { cpus } from 'node:os';
import { bench, describe } from 'vitest';
import { analyseRobustness } from '../../src/domain/robustness/analyse-robustness.ts';
import { everyAnswer, sizedFramework } from './sized-framework.ts';

/** Times mean nothing without the machine they were taken on. */
const MACHINE = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
const OPTIONS = { time: 2000, warmupTime: 300 };

describe(`robustness, 10,000 draws, on ${MACHINE}`, () => {
  for (const count of [100, 2000]) {
    const framework = sizedFramework(count);
    const answers = everyAnswer(framework);
    bench(`${count} indicators, equal weights`, () => void analyseRobustness(framework, answers), OPTIONS);
  }

  const framework = sizedFramework(100);
  const { structure } = framework;
  const weighted = {
    ...framework,
    structure: {
      ...structure,
      domains: structure.domains.map((domain) => ({
        ...domain,
        subdomains: (domain.subdomains ?? []).map((subdomain) => ({
          ...subdomain,
          indicators: subdomain.indicators.map((indicator, index) => ({ ...indicator, weight: index + 1 })),
        })),
      })),
    },
  };
  const answers = everyAnswer(weighted);
  bench('100 indicators, unequal weights', () => void analyseRobustness(weighted, answers), OPTIONS);

  const flat = sizedFramework(2000);
  const oneDomain = {
    ...flat,
    structure: {
      ...flat.structure,
      domains: [{ id: 'd', indicators: flat.indicators.map(({ id, scale }) => ({ id, scale })) }],
    },
  };
  const flatAnswers = everyAnswer(oneDomain);
  bench('2000 indicators in one domain', () => void analyseRobustness(oneDomain, flatAnswers), OPTIONS);
});
