type Memory<Key, Value> = { readonly get: (key: Key) => Value | undefined; readonly set: (key: Key, value: Value) => unknown };

/** What is known for the key, or else what `find` finds, which is known from then on; what it throws is not. */
export function remembered<Key, Value extends object>(known: Memory<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}
