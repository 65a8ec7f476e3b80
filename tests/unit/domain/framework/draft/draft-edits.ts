import fc from 'fast-check';
import { parseFramework } from '../../../../../src/domain/framework/parse-framework.ts';
import { setAt } from '../../../../../src/domain/framework/draft/at-path.ts';
import {
  addLanguage,
  addNamed,
  holdNamed,
  removeLanguage,
  removeNamed,
  setPair,
} from '../../../../../src/domain/framework/draft/draft-lists.ts';
import { addLevel, removeLevel, setScale } from '../../../../../src/domain/framework/draft/draft-levels.ts';
import type { DraftNode } from '../../../../../src/domain/framework/draft/draft-nodes.ts';
import {
  addNode,
  locateNodes,
  moveNode,
  parentOf,
  proposeId,
  removeNode,
  renameNode,
  stepNode,
} from '../../../../../src/domain/framework/draft/draft-nodes.ts';
import {
  arrangeSentences,
  countSentences,
  setSentence,
} from '../../../../../src/domain/framework/draft/draft-requirements.ts';
import type { FrameworkDraft } from '../../../../../src/domain/framework/draft/framework-draft.ts';
import { draftOf } from '../../../../../src/domain/framework/draft/framework-draft.ts';
import { inputOf } from '../framework-draft.ts';

/** A sound framework in two languages: domains `institutions` (with sub-domain `strategy`) and `rights` (B-1). */
export function soundDraft(): FrameworkDraft {
  const parsed = parseFramework(inputOf());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return draftOf(parsed.value);
}

export type Edit = (draft: FrameworkDraft) => FrameworkDraft;

/** What somebody may do at any moment; numbers choose among what is there. */
export const anyEdit: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(30), fc.nat(1000), fc.nat(1000), fc.string({ maxLength: 12 }))
  .map(([kind, first, second, text]): Edit => (draft) => {
    const nodes = locateNodes(draft.structure).map(({ node }) => node);
    const node = nodes[first % Math.max(1, nodes.length)];
    const other = nodes[second % Math.max(1, nodes.length)] ?? null;
    if (node === undefined) return addNode(draft, { kind: 'domain', id: 'domain-1' }, null);
    const indicators = nodes.filter((one) => one.kind === 'indicator');
    const indicator = indicators[first % Math.max(1, indicators.length)]?.id ?? 'none';
    const levels = draft.structure.scales['maturity']?.levels ?? [];
    const level = levels[second % Math.max(1, levels.length)]?.id ?? 'none';
    const at = { indicator, level };
    const count = countSentences(draft, at);
    const languages = draft.structure.languages;
    const language = languages[second % languages.length] ?? 'en';
    const kinds = ['domain', 'subdomain', 'indicator'] as const;
    switch (kind % 17) {
      case 0:
        return removeNode(draft, node);
      case 1:
        return stepNode(draft, node, first % 2 === 0 ? 1 : -1);
      case 2:
        return moveNode(draft, node, node.kind === 'domain' ? null : other, second % 5);
      case 3: {
        const added = kinds[second % 3] ?? 'indicator';
        const parent: DraftNode | null = added === 'domain' ? null : node;
        return addNode(draft, { kind: added, id: proposeId(draft, added, parent) }, parent, second % 4);
      }
      case 4:
        return renameNode(draft, node, proposeId(draft, node.kind, parentOf(draft.structure, node)));
      case 5:
        return arrangeSentences(draft, at, [...Array(count).keys(), null].slice(0, 3));
      case 6:
        return arrangeSentences(draft, at, [...Array(count).keys()].reverse());
      case 7:
        return arrangeSentences(draft, at, [...Array(count).keys()].slice(1));
      case 8:
        return setSentence(draft, language, at, second % 3, text);
      case 9:
        return setAt(draft, ['texts', language, 'title'], text);
      case 10:
        return setPair(draft, indicator, other?.kind === 'indicator' ? other.id : null);
      case 11:
        return first % 2 === 0 ? addLanguage(draft, 'es') : removeLanguage(draft, language);
      case 12:
        return first % 2 === 0
          ? addNamed(draft, 'glossary', `term-${second % 3}`)
          : removeNamed(draft, 'glossary', `term-${second % 3}`);
      case 13:
        return holdNamed(draft, indicator, 'competence', 'labour', second % 2 === 0);
      case 14:
        return first % 2 === 0 ? addLevel(draft, 'maturity', 'top') : removeLevel(draft, 'maturity', level);
      case 15:
        return removeNamed(draft, 'institutionTypes', second % 2 === 0 ? 'labour' : 'interior');
      default:
        return setScale(draft, indicator, 'maturity');
    }
  });
