import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { plainText } from '../../../../src/export/document/plain-text.ts';
import { blockOf, cellsOf, documentOf, textsOf } from '../document-of.ts';

const level = (id: string, of: string): Setting => [`rating/lead/${id}/1/answer`, { level: of }];

describe('low confidence', () => {
  it('counts what is rated: where nobody knows there is no level to be unsure of', () => {
    const settings: Setting[] = [
      level('R-2', 'developed'),
      ['rating/lead/R-2/1/confidence', 'low'],
      ['rating/lead/W-2/1/answer', { unknown: true }],
      ['rating/lead/W-2/1/confidence', 'low'],
    ];
    const texts = textsOf(documentOf(settings), 'differences');
    expect(texts).toContain('1 indicator rated with low confidence');
    expect(texts).toContain('R-2');
    expect(texts).not.toContain('W-2');
  });
});

describe('the order of the gaps', () => {
  const weighed: Setting[] = [
    ...['R-1', 'R-2', 'W-1', 'W-2'].map((id) => level(id, 'nascent')),
    ['impact/R-1', 2],
    ['impact/R-2', 4],
  ];
  const noteOf = (settings: readonly Setting[]) =>
    textsOf(documentOf(settings), 'gaps').find((text) => text.startsWith('Gap: ')) ?? '';
  const KEPT = 'Gaps that were kept to be acted on stand before the others';
  const codesOf = (settings: readonly Setting[]) =>
    cellsOf(blockOf(documentOf(settings), 'gaps', 'table')).map((cells) => cells[1]?.[0]?.slice(0, 3));

  it('is said as it is: by impact and steps, and what has no impact after it', () => {
    expect(noteOf(weighed)).toContain('The order is that of impact, then of steps, then of ease.');
    expect(noteOf(weighed)).toContain('What has no impact comes after');
    expect(noteOf(weighed)).not.toContain(KEPT);
    expect(codesOf(weighed).slice(0, 2)).toEqual(['R-2', 'R-1']);
  });

  it('says that what is kept stands before what weighs more', () => {
    const kept: Setting[] = [...weighed, ['kept/R-1', true]];
    expect(codesOf(kept).slice(0, 2)).toEqual(['R-1', 'R-2']);
    expect(noteOf(kept)).toContain(KEPT);
    expect(textsOf(documentOf(kept), 'methodology').join(' ')).toContain('these stand before all others');
  });

  it('says that what was put first by hand stands at the head', () => {
    const pinned: Setting[] = [
      ...weighed,
      ['action/a/indicators', ['R-1']],
      ['action/a/pinned', 'The law is before parliament'],
      ['ease/R-1', 3],
    ];
    expect(noteOf(pinned)).toContain('What was put first by hand stands at the head, with the reason.');
    const only = documentOf(pinned, { sections: new Set(['priorities']) });
    expect(textsOf(only, 'priorities')).toContain(
      'The order is that of impact, then of steps, then of ease. What was put first by hand stands at the head, with the reason.',
    );
  });

  it('of the domains is that of impact, kept or not, and is said once before them', () => {
    const said = textsOf(documentOf(weighed), 'domains').filter((text) =>
      text.startsWith('Areas with potential stand'),
    );
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('impact, then of steps to the target, then of the lower level, whether kept or not');
  });
});

describe('what is missing in a domain', () => {
  it.each([
    ['en', 'still to be met: “', '”'],
    ['fr', 'reste à remplir\u00a0: «\u202f', '\u202f»'],
    ['es', 'por cumplir: «', '»'],
    ['ar', 'لم يُستوفَ بعدُ: «', '»'],
  ])('is said to be still to be met, so that nobody reads it as done (%s)', (language, before, after) => {
    const texts = textsOf(documentOf([level('W-1', 'nascent')], { language }), 'domains');
    const item = texts.find((text) => text.startsWith('W-1'));
    expect(item).toContain(before);
    expect(item?.endsWith(after)).toBe(true);
  });
});

describe('sentences on law and practice', () => {
  const leadOf = (settings: readonly Setting[], language = 'en') => {
    const lead = blockOf(documentOf(settings, { language }), 'law-and-practice', 'paragraph');
    return typeof lead.text === 'string' ? lead.text : '';
  };
  const one = [level('R-1', 'mature'), level('R-2', 'nascent')];

  it.each([
    ['en', 'On the one paired topic rated on both sides, the legal text stands higher.'],
    ['fr', 'Sur le seul sujet apparié évalué des deux côtés, le texte est plus avancé.'],
    ['es', 'En el único tema emparejado evaluado por ambos lados, el texto jurídico está más avanzado.'],
    ['ar', 'في الموضوع المقترن الوحيد المقيَّم من الجانبين: النص القانوني أعلى.'],
  ])('say of one topic how it stands, without counts (%s)', (language, words) => {
    expect(leadOf(one, language)).toBe(words);
  });

  it('leave out what is none, and say of one pair that it is one', () => {
    expect(leadOf([...one, level('W-1', 'nascent'), level('W-2', 'nascent')])).toBe(
      'On the 2 paired topics rated on both sides, the legal text stands higher on 1 and both stand at the same level on 1.',
    );
    expect(textsOf(documentOf(one), 'law-and-practice').join(' ')).toContain('One pair cannot yet be compared.');
  });
});

describe('the counts of the plan', () => {
  const action = (id: string, status: string): Setting[] => [
    [`action/${id}/activity`, id],
    [`action/${id}/status`, status],
  ];
  const some = [
    ...action('a', 'done'),
    ...action('b', 'ongoing'),
    ...action('c', 'done'),
    ...action('d', 'not-started'),
  ];
  const noteOf = (settings: readonly Setting[], language: string) =>
    textsOf(documentOf(settings, { language }), 'plan')[2];

  it.each([
    ['en', '4 actions (2 done; 1 under way; 1 not started). No action names resources still to be found.'],
    [
      'fr',
      '4 actions (2 réalisées ; 1 en cours ; 1 non commencée). Aucune action ne mentionne de ressources à trouver.',
    ],
    ['es', '4 acciones (2 realizadas; 1 en curso; 1 no iniciada). Ninguna acción menciona recursos por encontrar.'],
    ['ar', '4 إجراءات (المنجز: 2؛ قيد التنفيذ: 1؛ لم يبدأ: 1). لم تُذكر موارد مطلوب توفيرها لأي إجراء.'],
  ])('read as words, in the number they have (%s)', (language, words) => {
    expect(noteOf(some, language)?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
  });

  it.each([
    ['en', 'One action (1 done). It names resources still to be found.'],
    ['fr', 'Une action (1 réalisée). Des ressources restent à trouver pour elle.'],
    ['es', 'Una acción (1 realizada). Aún hay que encontrar recursos para ella.'],
    ['ar', 'إجراء واحد (المنجز: 1). يُطلب توفير موارد له.'],
  ])('say of one action that it is one (%s)', (language, words) => {
    const one: Setting[] = [...action('a', 'done'), ['action/a/resourcesToFind', '2 posts']];
    expect(noteOf(one, language)?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
  });
});

describe('what the measures cost, beside the whole plan', () => {
  const MEASURE: Setting[] = [
    ['round/currency', 'crowns'],
    ['measure/m/title', 'One counter'],
    ['measure/m/indicators', ['R-1']],
    ['action/a/indicators', ['R-1']],
    ['action/a/activity', 'Open it'],
    ['action/a/costYearly', 360000],
  ];
  const OTHER: Setting[] = [
    ['action/b/activity', 'Publish'],
    ['action/b/costYearly', 45000],
  ];
  const DONE: Setting[] = [
    ['action/c/indicators', ['R-1']],
    ['action/c/activity', 'Count the files'],
    ['action/c/status', 'done'],
  ];
  const costsOf = (settings: readonly Setting[]) => {
    const tables = documentOf(settings).sections.find(({ id }) => id === 'plan')?.blocks ?? [];
    return cellsOf(tables.findLast((block) => block.kind === 'table')!).map((cells) => cells.map(([text]) => text));
  };

  it('stands below the total of the plan with what other actions add', () => {
    expect(costsOf([...MEASURE, ...OTHER]).slice(-3)).toEqual([
      ['Together', '405,000'],
      ['of which the measures', '360,000'],
      ['of which other actions', '45,000'],
    ]);
    expect(costsOf(MEASURE).at(-1)).toEqual(['Together', '360,000']);
  });

  it('is said on the page for the minister with what comes on top', () => {
    const page = blockOf(documentOf([...MEASURE, ...OTHER]), 'summary', 'summary').page;
    expect(plainText(page.measures?.total?.text ?? '')).toBe(
      'Together: 360,000 crowns a year; other actions of the plan come on top: 45,000 crowns a year',
    );
  });

  it('asks no amount of what is done: where nothing else lacks one, none is said to', () => {
    const texts = (settings: readonly Setting[]) => textsOf(documentOf(settings), 'plan');
    expect(texts([...MEASURE, ...DONE])).toContain('1. One counter · 360,000 crowns a year');
    const open: Setting[] = [
      ['action/d/indicators', ['R-1']],
      ['action/d/activity', 'Train'],
    ];
    expect(texts([...MEASURE, ...DONE, ...open])).toContain('1. One counter · at least 360,000 crowns a year');
    expect(texts([...MEASURE, ...DONE]).join(' ')).not.toContain('not costed');
  });

  it('asks no decision on the costing of what is done', () => {
    const pointsOf = (settings: readonly Setting[]) =>
      blockOf(documentOf(settings), 'summary', 'summary').page.decision?.points.map(({ text }) => plainText(text));
    expect(pointsOf([...MEASURE, ...DONE])).toContain('Provide for 360,000 crowns a year.');
  });
});
