import type { ReportDocument } from '../document/document.ts';
import type { PdfFonts } from './font-faces.ts';

/** What a PDF file is made from: plain data, so that it can be handed to a worker. */
export interface PdfRequest {
  readonly document: ReportDocument;
  readonly fonts: PdfFonts;
  /** When the file says that it was made: ISO date or instant. */
  readonly createdAt: string;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Characters that no font holds: they stand as a replacement sign. */
  readonly missing: readonly string[];
}

/** What the worker says: how far it is (0 to 1), then the file or why there is none. */
export type PdfReply =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'written'; readonly file: PdfFile }
  | { readonly kind: 'failed'; readonly reason: string };
