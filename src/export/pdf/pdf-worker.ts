import { makePdfFile } from './make-pdf-file.ts';
import type { PdfReply, PdfRequest } from './pdf-request.ts';

/** Writes one PDF file away from the page, so that the page stays alive. Stopped by ending it. */

const reply = (message: PdfReply, transfer: Transferable[] = []) => postMessage(message, { transfer });

addEventListener('message', (event: MessageEvent<PdfRequest>) => {
  makePdfFile(event.data, { onprogress: (done) => reply({ kind: 'progress', done }) }).then(
    (file) => reply({ kind: 'written', file }, [file.bytes.buffer]),
    (error: unknown) => reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
});
