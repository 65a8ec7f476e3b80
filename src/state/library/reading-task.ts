import type { Framework } from '../../domain/framework/framework.ts';
import type { FileContent, NamedContent } from '../../file/read-given-file.ts';
import type { Result } from '../../domain/problem.ts';

/**
 * What comes back from the worker: that it runs, how much of a file is read (0 to 1), what it holds, or that reading
 * broke off. A framework travels once: files of one round hold the same.
 */
export type FromReadingWorker =
  | { readonly kind: 'running' }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'read'; readonly contents: readonly SentContent[]; readonly frameworks: readonly Framework[] }
  | { readonly kind: 'failed' };

type WithoutFramework<Content> = Content extends { readonly kind: 'assessment'; readonly file: infer File }
  ? { readonly kind: 'assessment'; readonly file: Omit<File, 'framework'>; readonly framework: number }
  : Content;

/** A content with its framework as a number, from 0, among all that the worker has sent. */
export interface SentContent {
  readonly fileName: string;
  readonly content: Result<WithoutFramework<FileContent>>;
  readonly part?: NamedContent['part'];
  readonly facts?: NamedContent['facts'];
}

/** Contents to be sent; frameworks that are new are added to `sent`. */
export function toSend(contents: readonly NamedContent[], sent: Framework[]): readonly SentContent[] {
  return contents.map(({ content, ...named }): SentContent => {
    if (!content.ok || content.value.kind !== 'assessment')
      return { ...named, content: content as SentContent['content'] };
    const { framework, ...file } = content.value.file;
    const known = sent.indexOf(framework);
    const number = known === -1 ? sent.push(framework) - 1 : known;
    return { ...named, content: { ...content, value: { kind: 'assessment', file, framework: number } } };
  });
}

/** Contents as they were read. `received` are all frameworks that came, in their order. */
export function asReceived(contents: readonly SentContent[], received: readonly Framework[]): readonly NamedContent[] {
  return contents.map(({ content, ...named }): NamedContent => {
    if (!content.ok || content.value.kind !== 'assessment')
      return { ...named, content: content as NamedContent['content'] };
    const framework = received[content.value.framework];
    if (framework === undefined) throw new Error('a framework did not come along');
    return {
      ...named,
      content: { ...content, value: { kind: 'assessment', file: { ...content.value.file, framework } } },
    };
  });
}

/** The buffers of documents: handed over, not copied. */
export function buffersOf(contents: readonly NamedContent[]): ArrayBuffer[] {
  const documents = contents.flatMap(({ content }) =>
    content.ok && content.value.kind === 'assessment' ? [...content.value.file.evidence.values()] : [],
  );
  return [...new Set(documents.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
