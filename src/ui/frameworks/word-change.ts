import type { VersionChange } from '../../domain/framework/draft/compare-versions.ts';
import type { DraftNode } from '../../domain/framework/draft/draft-nodes.ts';
import { TEXTS_OF } from '../../domain/framework/draft/draft-nodes.ts';
import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import { wordsAt } from '../../domain/framework/draft/draft-words.ts';
import type { Localiser } from '../../i18n/localiser.ts';

/** A node as people know it: `IC-03 Data on migration`, by its title alone where its id is no more than a key. */
function nameOf({ kind, id }: DraftNode, drafts: readonly FrameworkDraft[], code: string): string {
  const titles = drafts.flatMap((draft) =>
    [code, draft.structure.sourceLanguage].map((language) => wordsAt(draft, language, [TEXTS_OF[kind], id, 'title'])),
  );
  const title = titles.find((one) => one !== '') ?? '';
  return kind === 'indicator' ? `${id} ${title}`.trim() : title || id;
}

/** One change of a version as a sentence; `before` and `after` give the names, in the reader's language where they have it. */
export function wordChange(
  localiser: Localiser,
  change: VersionChange,
  before: FrameworkDraft,
  after: FrameworkDraft,
  code: string,
): string {
  const { t, text, list } = localiser;
  const name = (node: DraftNode | null) =>
    node === null ? t('frameworks.theFramework') : text(nameOf(node, [after, before], code));
  const indicator = (id: string) => name({ kind: 'indicator', id });
  switch (change.kind) {
    case 'added':
    case 'removed':
      return t(`frameworks.change.${change.kind}`, { name: name(change.node) });
    case 'replaced':
      return t('frameworks.change.replaced', { name: name(change.node), by: list(change.by.map(indicator)) });
    case 'moved':
      return t('frameworks.change.moved', { name: name(change.node), to: name(change.to) });
    case 'order':
      return t('frameworks.change.order', { name: name(change.node) });
    case 'settings': {
      const members = change.members.map((member) => localiser.find(`frameworks.member.${member}`, {}) ?? member);
      return t('frameworks.change.settings', { name: name(change.node), members: list(members) });
    }
    case 'sentences':
      return t('frameworks.change.sentences', {
        name: indicator(change.indicator),
        level: change.level,
        from: change.from,
        to: change.to,
      });
    case 'asked':
      return t(change.level === null ? 'frameworks.change.question' : 'frameworks.change.asked', {
        name: indicator(change.indicator),
      });
    case 'wording':
      return t('frameworks.change.wording', {
        name: name(change.node),
        languages: list(change.languages.map((one) => one.toUpperCase())),
      });
    case 'language':
      return t(change.isAdded ? 'frameworks.change.languageAdded' : 'frameworks.change.languageRemoved', {
        language: change.language.toUpperCase(),
      });
  }
}
