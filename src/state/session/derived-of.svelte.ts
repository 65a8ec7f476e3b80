/** What `read` makes, made again only after what it read has changed: for as many of a kind as there are. */
export function derivedOf<Value>(read: () => Value): () => Value {
  const value = $derived.by(read);
  return () => value;
}
