import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

interface Budget {
  readonly what: string;
  /** By the name of the file, without its hash; the first that fits counts. */
  readonly files: RegExp;
  /** After gzip -9, each. */
  readonly bytes: number;
}

/** What is fetched when somebody asks for it: nothing of it is part of the way to the first answer. */
const BUDGETS: readonly Budget[] = [
  { what: 'writer of PDF files', files: /^make-pdf-file/, bytes: 175_000 },
  { what: 'writer of PowerPoint files', files: /^write-report-pptx/, bytes: 135_000 },
  { what: 'writer of Word files', files: /^write-docx/, bytes: 88_000 },
  { what: 'encryption', files: /^encrypted-file/, bytes: 53_000 },
  { what: 'reader of QR codes', files: /^jsQR/, bytes: 50_000 },
  // Named by its package: `yaml`, for libraries of other programs.
  { what: 'reader of YAML', files: /^browser-/, bytes: 33_000 },
  { what: 'charts', files: /^chart-on-canvas/, bytes: 66_000 },
  { what: 'workers', files: /^(pdf|reading|foreign|packing|robustness|checking)[-.]worker/, bytes: 190_000 },
  { what: 'texts of frameworks and messages', files: /^(ar|en|es|fr|app|crosswalks)-/, bytes: 115_000 },
  { what: 'fonts', files: /\.ttf$/, bytes: 35_000 },
  { what: 'first page', files: /^index-/, bytes: 60_000 },
  { what: 'way to the first answer', files: /^answer-/, bytes: 66_000 },
  { what: 'screens', files: /Page-/, bytes: 26_000 },
  { what: 'anything else', files: /./, bytes: 22_000 },
];

/** The portable file as it lies on a disk: what is passed on by stick and by mail. */
const PORTABLE_BYTES = 6_900_000;

/** What of the two builds is larger than it may be, one sentence each. */
export function measureParts(hosted: string, portableFile: string): string[] {
  const assets = path.join(hosted, 'assets');
  const faults = readdirSync(assets).flatMap((file) => {
    const budget = BUDGETS.find(({ files }) => files.test(file));
    const bytes = gzipSync(readFileSync(path.join(assets, file)), { level: 9 }).length;
    if (budget === undefined || bytes <= budget.bytes) return [];
    return [`${file} (${budget.what}) is ${bytes} bytes after gzip; at most ${budget.bytes} are allowed.`];
  });
  const { size } = statSync(portableFile);
  return size <= PORTABLE_BYTES
    ? faults
    : [...faults, `The portable file is ${size} bytes; at most ${PORTABLE_BYTES} are allowed.`];
}
