import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';
import { frameworkWords } from '../../words/framework-words.ts';
import type { Findable } from './find-in-texts.ts';
import type { Theme } from './theme.ts';
import { THEMES } from './theme.ts';

/** Something of the palette: a place to go to, or an act. */
export interface PaletteItem extends Findable {
  readonly act: string | (() => unknown);
}

/** Acts that the palette offers, done by what opens it. */
export interface PaletteActs {
  readonly save: () => unknown;
  readonly undo: (() => unknown) | null;
  readonly keys: () => unknown;
  readonly words: () => unknown;
  readonly speak: (code: string) => unknown;
  readonly theme: Theme;
  readonly chooseTheme: (theme: Theme) => unknown;
}

const BESIDE = {
  instruments: 'instruments.title',
  evaluation: 'evaluation.title',
  comments: 'validation.matrix.title',
} as const;

function pagesOf(session: AssessmentSession, { t }: InterfaceLanguage): PaletteItem[] {
  const page = (id: string, title: string, act: string): PaletteItem => ({ id, kind: 'page', title, texts: [], act });
  const steps = [...new Set([...session.stages.flatMap((stage) => session.pagesOf(stage)), ...session.steps])];
  const beside = (['instruments', 'evaluation', 'comments'] as const).filter((side) => session.hasPage(side));
  return [
    ...(session.hasPage('home') ? [page('home', t('app.round'), session.hrefOfStep('home'))] : []),
    ...steps.map((step) => page(step, t(`app.step.${step}`), session.hrefOfStep(step))),
    ...beside.map((side) => page(side, t(BESIDE[side]), session.hrefOfStep(side))),
    page('all', t('app.home'), '#/'),
    page('about', t('app.about'), '#/about'),
  ];
}

function actsOf(session: AssessmentSession, { t, code }: InterfaceLanguage, acts: PaletteActs): PaletteItem[] {
  const act = (id: string, title: string, act: PaletteItem['act']): PaletteItem => ({
    id: `act-${id}`,
    kind: 'act',
    title,
    texts: [],
    act,
  });
  return [
    act('save', t('app.file.save'), acts.save),
    ...(acts.undo === null ? [] : [act('undo', t('habits.act.undo'), acts.undo)]),
    ...(session.hasPage('home') ? [act('minister', t('journey.papers.onePage'), session.hrefOfStep('home'))] : []),
    ...LANGUAGES.filter((one) => one.code !== code).map((one) => act(one.code, one.name, () => acts.speak(one.code))),
    ...THEMES.filter((one) => one !== acts.theme).map((one) =>
      act(one, t('habits.act.theme', { theme: t(`habits.theme.${one}`) }), () => acts.chooseTheme(one)),
    ),
    act('keys', t('habits.keys'), acts.keys),
    act('words', t('habits.words'), acts.words),
  ];
}

function indicatorsOf(session: AssessmentSession, { code, localiser }: InterfaceLanguage): PaletteItem[] {
  const texts = session.textsIn(code);
  const write = localiser.text;
  return session.indicatorsInScope.map(({ id }) => {
    const own = texts.indicators[id];
    const said = [own?.question, ...Object.values(own?.levels ?? {}).flat(), session.savedCommentOf(id)];
    return {
      id: `indicator-${id}`,
      kind: 'indicator',
      code: id,
      title: write(own?.title ?? id),
      texts: said.filter((text) => text !== undefined && text !== '').map((text) => write(text as string)),
      act: session.hrefOfIndicator(id),
    };
  });
}

/** What people wrote in a review, and what they plan. */
function writtenIn(session: AssessmentSession, language: InterfaceLanguage): PaletteItem[] {
  const { assessment, framework } = session;
  const { text: write } = language.localiser;
  const words = frameworkWords(framework, session.textsIn(language.code), language.localiser);
  const comments = session.hasPage('comments')
    ? [...assessment.comments].map(([id, { indicator, text }]): PaletteItem => ({
        id: `comment-${id}`,
        kind: 'comment',
        ...(indicator === null ? {} : { code: indicator }),
        title: indicator === null ? language.t('habits.onWhole') : words.indicator(indicator),
        texts: [write(text)],
        act: session.hrefOfStep('comments'),
      }))
    : [];
  const actions = session.hasPage('plan')
    ? [...assessment.actions].map(([id, action]): PaletteItem => ({
        id: `action-${id}`,
        kind: 'action',
        title: write(action.activity ?? language.t('report.record.kind.action')),
        texts: [action.note, action.successIndicator, action.verification]
          .filter((text) => text !== undefined)
          .map(write),
        act: session.hrefOfStep('plan'),
      }))
    : [];
  return [...comments, ...actions];
}

/** Everything that the palette finds in an open assessment: acts, pages, indicators with all their words, comments, the plan. */
export function paletteItems(
  session: AssessmentSession,
  language: InterfaceLanguage,
  acts: PaletteActs,
): readonly PaletteItem[] {
  return [
    ...actsOf(session, language, acts),
    ...pagesOf(session, language),
    ...indicatorsOf(session, language),
    ...writtenIn(session, language),
  ];
}
