import { canonicalJson } from '../canonical-json.ts';
import type { FrameworkStructure } from './framework-schema.ts';
import type { Framework } from './framework.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';

type Domain = FrameworkStructure['domains'][number];

const bare = (indicators: NonNullable<Domain['indicators']>) =>
  indicators.map(({ proposedFrom: _proposedFrom, ...counted }) => counted);

function withoutProposals({ indicators, subdomains, ...domain }: Domain) {
  return {
    ...domain,
    ...(indicators === undefined ? {} : { indicators: bare(indicators) }),
    ...(subdomains === undefined
      ? {}
      : { subdomains: subdomains.map((one) => ({ ...one, indicators: bare(one.indicators) })) }),
  };
}

/** What answers depend on: not the patch version, the languages, what authors silenced, or where a start is proposed from. */
function comparable(structure: FrameworkStructure): string {
  const { version: _version, languages: _languages, silenced: _silenced, $schema: _schema, ...rest } = structure;
  return canonicalJson({ ...rest, domains: rest.domains.map(withoutProposals) });
}

/** Whether answers to the one are answers to the other as far as the structure goes. */
export function isSameStructure(a: FrameworkStructure, b: FrameworkStructure): boolean {
  return comparable(a) === comparable(b);
}

/** The first two numbers of a version: what must agree. */
export function majorMinor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/**
 * Why two assessments on these frameworks cannot merge (errors), and what to tell when they can (advice): id and
 * major.minor must agree and the structure be equal (docs/file-formats.md section 1). Codes:
 * `merge.otherFramework`, `merge.otherFrameworkVersion`, `merge.otherFrameworkStructure`; advice
 * `merge.otherFrameworkTexts` where the hash differs.
 */
export function compareFrameworks(mine: Framework, theirs: Framework): Problem[] {
  if (mine.id !== theirs.id) {
    return [problem('merge.otherFramework', '', [], { mine: mine.id, theirs: theirs.id })];
  }
  const versions = { framework: mine.id, mine: mine.version, theirs: theirs.version };
  if (majorMinor(mine.version) !== majorMinor(theirs.version)) {
    return [problem('merge.otherFrameworkVersion', '', [], versions)];
  }
  if (!isSameStructure(mine.structure, theirs.structure)) {
    return [problem('merge.otherFrameworkStructure', '', [], versions)];
  }
  return mine.hash === theirs.hash ? [] : [problem('merge.otherFrameworkTexts', '', [], versions, 'advice')];
}
