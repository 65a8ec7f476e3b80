import type { FrameworkReference } from '../domain/framework/framework.ts';
import { withStoredLanguages } from '../domain/framework/join-languages.ts';
import type { WriteTransaction } from './database-connection.ts';

/** Stores a framework under its hash; languages that were stored for it and that this copy lacks stay. */
export async function putFrameworkRow(
  transaction: WriteTransaction<'frameworks'>,
  reference: FrameworkReference,
  framework: Record<string, unknown>,
): Promise<void> {
  const store = transaction.objectStore('frameworks');
  const stored = await store.get(reference.hash);
  await store.put({ hash: reference.hash, reference, framework: withStoredLanguages(framework, stored?.framework) });
}
