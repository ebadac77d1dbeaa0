/** One record that holds in several regions alike. */
export type Together<T> = { readonly one: T; readonly regions: readonly string[] };

/**
 * Puts records together that say the same of several regions, in the order in which each is first met.
 * @param same what must be equal beside the region
 */
export function regionsTogether<T extends { readonly region: string }>(
  records: readonly T[],
  same: (record: T) => readonly unknown[],
): readonly Together<T>[] {
  const groups = new Map<string, { one: T; regions: string[] }>();
  for (const record of records) {
    const key = JSON.stringify(same(record));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { one: record, regions: [record.region] });
    else group.regions.push(record.region);
  }
  return [...groups.values()];
}
