import { describe, expect, it } from 'vitest';
import { setAt } from '../../../../../src/domain/framework/draft/at-path.ts';
import {
  compareVersions,
  kindOfVersion,
  versionAfter,
} from '../../../../../src/domain/framework/draft/compare-versions.ts';
import { addLanguage } from '../../../../../src/domain/framework/draft/draft-lists.ts';
import { addNode, moveNode, removeNode, stepNode } from '../../../../../src/domain/framework/draft/draft-nodes.ts';
import { arrangeSentences, setSentence } from '../../../../../src/domain/framework/draft/draft-requirements.ts';
import type { FrameworkDraft } from '../../../../../src/domain/framework/draft/framework-draft.ts';
import { soundDraft } from './draft-edits.ts';

const draft = soundDraft();
const indicator = (id: string) => ({ kind: 'indicator', id }) as const;
const rights = { kind: 'domain', id: 'rights' } as const;
const mature = { indicator: 'A-1', level: 'mature' };
const sentence = draft.texts['en']?.indicators['A-1']?.levels['mature']?.[0];
const replaced = setAt(removeNode(draft, indicator('B-1')), ['structure', 'supersedes', 'B-1'], 'A-1');

describe('what a version changes', () => {
  it.each<[string, FrameworkDraft, string, unknown[]]>([
    ['nothing', draft, 'same', []],
    [
      'a title in French',
      setAt(draft, ['texts', 'fr', 'indicators', 'A-1', 'title'], 'Autre titre'),
      'patch',
      [{ kind: 'wording', node: indicator('A-1'), languages: ['fr'] }],
    ],
    [
      'a sentence of a level in the source language',
      setSentence(draft, 'en', mature, 0, 'Something else.'),
      'patch',
      [{ kind: 'asked', indicator: 'A-1', level: 'mature', index: 0, before: sentence, after: 'Something else.' }],
    ],
    [
      'one more sentence',
      arrangeSentences(draft, mature, [0, 1, null]),
      'minor',
      [
        { kind: 'sentences', indicator: 'A-1', level: 'mature', from: 2, to: 3 },
        { kind: 'wording', node: indicator('A-1'), languages: ['fr'] },
      ],
    ],
    ['one more language', addLanguage(draft, 'es'), 'patch', [{ kind: 'language', language: 'es', isAdded: true }]],
    [
      'one more indicator',
      addNode(draft, indicator('B-2'), rights),
      'minor',
      [{ kind: 'added', node: indicator('B-2') }],
    ],
    [
      'an indicator that goes to another domain',
      moveNode(draft, indicator('A-2'), rights, 0),
      'minor',
      [{ kind: 'moved', node: indicator('A-2'), to: rights }],
    ],
    [
      'the order of two',
      stepNode(draft, indicator('A-2'), -1),
      'minor',
      [{ kind: 'order', node: { kind: 'subdomain', id: 'strategy' } }],
    ],
    [
      'a weight',
      setAt(draft, ['structure', 'domains', 1, 'weight'], 3),
      'minor',
      [{ kind: 'settings', node: rights, members: ['weight'] }],
    ],
    [
      'an indicator that another replaces',
      replaced,
      'minor',
      [
        { kind: 'replaced', node: indicator('B-1'), by: ['A-1'] },
        { kind: 'settings', node: null, members: ['supersedes'] },
      ],
    ],
    [
      'most of its indicators',
      removeNode(removeNode(draft, indicator('B-1')), indicator('A-1')),
      'major',
      [
        { kind: 'removed', node: indicator('A-1') },
        { kind: 'removed', node: indicator('B-1') },
        { kind: 'settings', node: indicator('A-2'), members: ['pair'] },
      ],
    ],
  ])('%s', (_, after, kind, changes) => {
    expect(compareVersions(draft, after)).toEqual(changes);
    expect(kindOfVersion(draft, after)).toBe(kind);
  });

  it('goes on from the version before', () => {
    expect(versionAfter('0.9.3', 'same')).toBe('0.9.3');
    expect(versionAfter('0.9.3', 'patch')).toBe('0.9.4');
    expect(versionAfter('0.9.3', 'minor')).toBe('0.10.0');
    expect(versionAfter('0.9.3', 'major')).toBe('1.0.0');
  });
});
