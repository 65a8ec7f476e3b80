import { fireEvent, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssessmentSession } from '../../../../src/state/session/assessment-session.svelte.ts';
import { ValidationDesk } from '../../../../src/state/desks/validation-desk.svelte.ts';
import type { DocumentShelf } from '../../../../src/state/library/document-shelf.ts';
import EvidenceDialog from '../../../../src/ui/assess/EvidenceDialog.svelte';
import { openSession } from '../../state/open-session.ts';
import { renderInApp } from '../render-in-app.ts';
import { evidenceOf } from '../../../../src/state/session/evidence-view.ts';

const INDICATOR = 'SO-19';
const KEY = `form/evidence/${INDICATOR}/new/title`;

let session: AssessmentSession;

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  session = openSession();
});

async function saveDecree(): Promise<ReturnType<typeof vi.fn>> {
  const onclose = vi.fn();
  const props = { session, indicatorId: INDICATOR, suggestions: [], editing: 'new', onclose, typing: session.typing };
  renderInApp(EvidenceDialog, props, {});
  await userEvent.type(screen.getByLabelText(/Title/), 'Decree 12');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return onclose;
}

describe('EvidenceDialog', () => {
  it('lets go of what was typed when it is evidence', async () => {
    const onclose = await saveDecree();
    await vi.waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(evidenceOf(session, INDICATOR).map(({ title }) => title)).toEqual(['Decree 12']);
    expect(session.typing.textOf(KEY)).toBeUndefined();
  });

  it('keeps what was typed, and stays, where the report is validated', async () => {
    await new ValidationDesk(session).validate({ forum: 'Workshop', date: '2026-11-20', by: 'A. Koné', function: '-' });
    const onclose = await saveDecree();
    await vi.waitFor(() => expect(session.refusal).toBe('validated'));
    expect(evidenceOf(session, INDICATOR)).toEqual([]);
    expect(session.typing.textOf(KEY)).toBe('Decree 12');
    expect(onclose).not.toHaveBeenCalled();
    // The same form, when the person has begun a correction.
    session.startCorrecting();
    session.dismissRefusal();
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(evidenceOf(session, INDICATOR).map(({ title }) => title)).toEqual(['Decree 12']);
  });

  it('keeps what was typed where the assessment was deleted in another tab', async () => {
    session.stand('deleted');
    await saveDecree();
    expect(session.typing.textOf(KEY)).toBe('Decree 12');
  });

  it('saves nothing while a document is read, and gives what is read late to no other entry', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7');
    const chosen = {
      document: { sha256: 'a'.repeat(64), fileName: 'slow.pdf', mediaType: 'application/pdf', sizeBytes: bytes.length },
      bytes,
    };
    let finish = () => {};
    const read = () =>
      new Promise((resolve) => (finish = () => resolve({ ok: true, value: chosen, advice: [] }))) as never;
    const documents = { read } as unknown as DocumentShelf;
    const onclose = vi.fn();
    const props = { session, indicatorId: INDICATOR, suggestions: [], editing: 'new', onclose, typing: session.typing };
    renderInApp(EvidenceDialog, props, { library: { documents }, files: {} });
    const save = screen.getByRole('button', { name: 'Save' });
    await userEvent.type(screen.getByLabelText(/Title/), 'Decree 12');
    await userEvent.upload(screen.getByLabelText(/Attach the document/), new File([bytes], 'slow.pdf'));
    expect(save).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    finish();
    await vi.waitFor(() => expect(save).toHaveProperty('disabled', false));
    expect(screen.queryByText('slow.pdf')).toBeNull();
    await userEvent.upload(screen.getByLabelText(/Attach the document/), new File([bytes], 'slow.pdf'));
    finish();
    await vi.waitFor(() => expect(screen.getByText('slow.pdf')).toBeDefined());
    expect(save).toHaveProperty('disabled', false);
  });
});
