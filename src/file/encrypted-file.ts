import { Decrypter, Encrypter } from 'age-encryption';
import { MAXIMUM_WORK_FACTOR } from '../domain/limits.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';

/** 64 MB of memory and a third of a second for each guess; the default of 18 takes half a gigabyte. */
const WORK_FACTOR = 16;

/**
 * Bytes as an age file (https://age-encryption.org/v1) that a passphrase opens; the `age` tool opens it too. The
 * passphrase is used as it was typed, in NFC.
 */
export async function encryptFile(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  encrypter.setPassphrase(passphrase.normalize('NFC'));
  return encrypter.encrypt(bytes);
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const HEAD_BYTES = 4096;

/** The greatest power of two that the head asks scrypt for (https://age-encryption.org/v1); 0 without one. */
function workFactorOf(bytes: Uint8Array): number {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  return Math.max(0, ...[...head.matchAll(/^-> scrypt \S+ (\d+)$/gm)].map(([, factor]) => Number(factor)));
}

/**
 * What an age file holds. Codes: `file.wrongPassphrase` (a wrong passphrase and a damaged head look the same),
 * `file.damagedBody` (the passphrase is right and what follows is damaged or cut off), `file.workFactor` (the
 * passphrase was made to take more memory than is tried; maximum).
 */
export async function decryptFile(bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array>> {
  if (workFactorOf(bytes) > MAXIMUM_WORK_FACTOR) {
    return { ok: false, problems: [problem('file.workFactor', '', [], { maximum: MAXIMUM_WORK_FACTOR })] };
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFC'));
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(new Uint8Array(bytes));
      controller.close();
    },
  });
  let content: ReadableStream<Uint8Array>;
  try {
    content = await decrypter.decrypt(source);
  } catch {
    return { ok: false, problems: [problem('file.wrongPassphrase', '', [])] };
  }
  try {
    return { ok: true, value: await readAll(content), advice: [] };
  } catch {
    return { ok: false, problems: [problem('file.damagedBody', '', [])] };
  }
}
