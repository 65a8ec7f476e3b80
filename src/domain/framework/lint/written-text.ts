import type { ProblemPath } from '../../problem.ts';
import type { Crosswalk } from '../crosswalk-schema.ts';
import type { FrameworkTexts, IndicatorTexts } from '../framework-schema.ts';
import type { Framework, Indicator } from '../framework.ts';

/** What a text is for: rules apply to some and not to others. `absence` is the lowest level, `label` a short name. */
export type TextRole =
  | 'title'
  | 'description'
  | 'attribution'
  | 'review'
  | 'label'
  | 'summary'
  | 'question'
  | 'why'
  | 'absence'
  | 'requirement'
  | 'evidence'
  | 'note'
  | 'advance'
  | 'official';

/** One text of a framework or crosswalk with its place. `indicator` is the id it belongs to, or null. */
export interface WrittenText {
  /** Language without region: `fr` for `fr-CA`. */
  readonly language: string;
  readonly file: string;
  readonly path: ProblemPath;
  readonly role: TextRole;
  readonly indicator: string | null;
  readonly text: string;
}

type Add = (role: TextRole, path: ProblemPath, text: string | undefined, indicator?: string) => void;

function addIndicator(add: Add, indicator: Indicator, own: IndicatorTexts, lowestLevel: string | undefined): void {
  const { id } = indicator;
  const path = ['indicators', id];
  add('title', [...path, 'title'], own.title, id);
  add('label', [...path, 'short'], own.short, id);
  add('question', [...path, 'question'], own.question, id);
  (own.prompts ?? []).forEach((prompt, index) => add('question', [...path, 'prompts', index], prompt, id));
  add('why', [...path, 'why'], own.why, id);
  for (const [level, sentences] of Object.entries(own.levels)) {
    const role = level === lowestLevel ? 'absence' : 'requirement';
    sentences.forEach((sentence, index) => add(role, [...path, 'levels', level, index], sentence, id));
  }
  (own.evidence ?? []).forEach((item, index) => add('evidence', [...path, 'evidence', index], item, id));
  add('note', [...path, 'note'], own.note, id);
  for (const [level, text] of Object.entries(own.advance ?? {})) add('advance', [...path, 'advance', level], text, id);
}

function addFrame(add: Add, texts: FrameworkTexts): void {
  add('label', ['title'], texts.title);
  add('description', ['description'], texts.description);
  add('attribution', ['attribution'], texts.attribution);
  add('review', ['review', 'by'], texts.review?.by);
  add('review', ['review', 'how'], texts.review?.how);
  for (const [scale, levels] of Object.entries(texts.scales)) {
    for (const [level, name] of Object.entries(levels)) add('label', ['scales', scale, level], name);
  }
  for (const [id, name] of Object.entries(texts.bands ?? {})) add('label', ['bands', id], name);
  for (const [id, name] of Object.entries(texts.results ?? {})) add('label', ['results', id], name);
  for (const [id, rule] of Object.entries(texts.readingRules ?? {})) add('note', ['readingRules', id], rule);
  for (const [id, { term, text, source }] of Object.entries(texts.glossary ?? {})) {
    add('label', ['glossary', id, 'term'], term);
    add('note', ['glossary', id, 'text'], text);
    add('official', ['glossary', id, 'source'], source);
  }
  for (const [id, name] of Object.entries(texts.institutionTypes ?? {})) add('label', ['institutionTypes', id], name);
  for (const [id, { title, summary }] of Object.entries(texts.domains)) {
    add('label', ['domains', id, 'title'], title);
    add('summary', ['domains', id, 'summary'], summary);
  }
  for (const [id, { title, summary }] of Object.entries(texts.subdomains ?? {})) {
    add('label', ['subdomains', id, 'title'], title);
    add('summary', ['subdomains', id, 'summary'], summary);
  }
}

const withoutRegion = (tag: string): string => tag.split('-')[0] ?? tag;

/** Every text of one language of a framework with its place in `<language>.json`, in a fixed order. */
export function listWrittenTexts(framework: Framework, tag: string): WrittenText[] {
  const texts = framework.texts[tag];
  if (texts === undefined) return [];
  const found: WrittenText[] = [];
  const language = withoutRegion(tag);
  const add: Add = (role, path, text, indicator) => {
    if (text !== undefined)
      found.push({ language, file: `${tag}.json`, path, role, text, indicator: indicator ?? null });
  };
  addFrame(add, texts);
  for (const indicator of framework.indicators) {
    const own = texts.indicators[indicator.id];
    const lowest = framework.structure.scales[indicator.scale]?.levels[0]?.id;
    if (own !== undefined) addIndicator(add, indicator, own, lowest);
  }
  return found;
}

/** Every text of a crosswalk with its place; titles of codes are `official` unless they are marked as restated. */
export function listCrosswalkTexts(crosswalk: Crosswalk, file: string): WrittenText[] {
  const everywhere = new Set(crosswalk.codes.filter(({ restated }) => restated === true).map(({ code }) => code));
  return Object.entries(crosswalk.texts).flatMap(([tag, texts]) => {
    const path = ['texts', tag];
    const place = { language: withoutRegion(tag), file, indicator: null };
    const restated = new Set([...everywhere, ...(texts.restated ?? [])]);
    return [
      { ...place, path: [...path, 'title'], role: 'label' as const, text: texts.title },
      ...(texts.description === undefined
        ? []
        : [{ ...place, path: [...path, 'description'], role: 'description' as const, text: texts.description }]),
      ...Object.entries(texts.codes).map(([code, text]) => ({
        ...place,
        path: [...path, 'codes', code],
        role: restated.has(code) ? ('label' as const) : ('official' as const),
        text,
      })),
    ];
  });
}
