/** What was typed into a form, by the names of its fields. */
export type TypedValues = Readonly<Record<string, string[]>>;

/** The meta element that says whose page it is, and the field by which a form says so. */
export const personMeta = 'gongbao-person';
export const personField = '$person';

/** Whether a field holds what nobody but the person may know: it is never kept and never sent back. */
export const isSecret = (name: string): boolean => /password/i.test(name);

/** What stands in a form, by name, as it would be sent: without files and without what the framework adds,
 *  whose names begin with $. */
export function typedValues(
  form: Iterable<[string, FormDataEntryValue]>,
): Record<string, string[]> {
  // Not an object to begin with: a field may be called constructor, or __proto__.
  const values = new Map<string, string[]>();
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$'))
      values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

/** The same without secrets. */
export const keepable = (values: TypedValues): Record<string, string[]> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)));
