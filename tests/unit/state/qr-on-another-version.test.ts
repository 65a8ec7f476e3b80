import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { makeQrSheet } from '../../../src/state/desks/make-qr-sheet.ts';
import { QrDesk } from '../../../src/state/desks/qr-desk.svelte.ts';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { nextVersion } from '../../fixtures/next-version.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';
import { MemoryIntake } from './memory-intake.ts';

const IDENTITY = { id: 'a', round: 'r', parent: null };
const PEOPLE: Setting[] = [['institution/interior/name', 'Interior']];
const LEVELS = { 'A-1': 'developed', 'A-2': 'developed', 'B-1': 'mature', 'B-2': 'emerging' };
const SAID = Object.entries(LEVELS).map(([indicator, level]): Setting => [
  `rating/interior/${indicator}/1/answer`,
  { level },
]);
const SENT = tinyFramework();
const NEXT = nextVersion();

function sessionOn(framework: Framework, settings: readonly Setting[]): AssessmentSession {
  return new AssessmentSession({
    reporting,
    ...{ identity: IDENTITY, framework, crosswalks: new Map(), entries: entriesOf(settings) },
    ...{ tab: '1', drafts: [], store: new FakeStore(), surroundings: fakeSurroundings() },
  });
}

/** The text of the code that the institution shows, whose pack is on a version of the framework. */
function codeOn(framework: Framework): string {
  const session = sessionOn(framework, [...PEOPLE, ...SAID]);
  session.answerFor('interior');
  return makeQrSheet(session).text;
}

/** Who reads it, with an assessment on one version and others on the computer. */
function openDesk(framework: Framework, ...onThisComputer: Framework[]) {
  const session = sessionOn(framework, PEOPLE);
  const library = new MemoryIntake();
  library.offers = onThisComputer.map((one) => ({ framework: one, imported: false }));
  const desk = new QrDesk(session, library);
  const answered = () => [...session.assessment.ratings].filter(([, ratings]) => ratings.length > 0).map(([id]) => id);
  return { session, desk, answered, codes: () => desk.problems.map(({ code }) => code) };
}

const packOn = (framework: Framework) => {
  const journal = journalOf(
    entriesOf(PEOPLE).map((entry, index) => (index === 0 ? { ...entry, assessment: IDENTITY } : entry)),
  );
  const bytes = writeSextantFile({ assessment: IDENTITY, framework, journal, evidence: new Map() });
  return new File([bytes as BlobPart], 'Interior-pack.sextant');
};
const frameworkFile = (framework: Framework) => new File([JSON.stringify(singleFileForm(framework))], 'framework.json');

const TAKEN_OVER = {
  code: 'merge.olderFramework',
  params: { theirs: '1.2.0', mine: '1.3.0', taken: 1, left: 'A-2, B-1, B-2' },
};

describe('a QR code that was made on an older version of the framework', () => {
  it('is read by that version where it is on this computer: what asks the same counts, the rest is named', async () => {
    const { desk, session, answered } = openDesk(NEXT, tinyFramework({ id: 'other' }), SENT);
    expect(await desk.read(codeOn(SENT))).toBe(true);
    expect(desk.preview).toMatchObject({
      institution: 'interior',
      fresh: 1,
      differing: 0,
      same: 0,
      notices: [TAKEN_OVER],
    });
    await desk.confirm();
    expect(answered()).toEqual(['A-1']);
    expect([...session.assessment.returns.values()]).toMatchObject([{ institution: 'interior', form: 'qr' }]);
    await desk.read(codeOn(SENT));
    expect(desk.preview).toMatchObject({ fresh: 0, differing: 0, same: 1 });
  });

  it.each([
    ['the pack that was sent', packOn(SENT)],
    ['the framework of that time', frameworkFile(SENT)],
  ])(
    'is read by a file that a person chooses where it is not, and the next one without asking: %s',
    async (_, file) => {
      const { desk, answered, codes } = openDesk(NEXT, NEXT);
      expect(await desk.read(codeOn(SENT))).toBe(false);
      expect([codes(), desk.needsVersion, desk.preview]).toEqual([['qr.otherFramework'], true, null]);
      await desk.readByVersionOf(file);
      expect([codes(), desk.needsVersion]).toEqual([[], false]);
      expect(desk.preview?.notices).toMatchObject([TAKEN_OVER]);
      await desk.confirm();
      expect(answered()).toEqual(['A-1']);
      expect(await desk.read(codeOn(SENT))).toBe(true);
    },
  );

  it('stays unread, with the reason, by a file of another version or by no file of ours', async () => {
    const { desk, codes } = openDesk(NEXT);
    await desk.read(codeOn(SENT));
    await desk.readByVersionOf(packOn(NEXT));
    expect(codes()).toEqual(['qr.otherFramework', 'qr.notThatVersion']);
    await desk.readByVersionOf(new File(['%PDF-1.7'], 'x.pdf'));
    expect(codes()).toEqual(['qr.otherFramework', 'file.isPdf']);
    expect(desk.preview).toBeNull();
  });

  it('is taken in whole where only texts were mended since', async () => {
    const { desk, answered } = openDesk(tinyFramework({ version: '1.2.9' }), SENT);
    expect(await desk.read(codeOn(SENT))).toBe(true);
    expect(desk.preview).toMatchObject({ fresh: 4, notices: [{ code: 'merge.otherFrameworkTexts' }] });
    await desk.confirm();
    expect(answered().sort()).toEqual(Object.keys(LEVELS));
  });

  it('is refused with the reason on a newer version', async () => {
    const { desk, codes } = openDesk(SENT, NEXT);
    expect(await desk.read(codeOn(NEXT))).toBe(false);
    expect([codes(), desk.preview]).toEqual([['merge.otherFrameworkVersion'], null]);
  });
});
