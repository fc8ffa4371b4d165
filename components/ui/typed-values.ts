export type TypedValues = Readonly<Record<string, string[]>>;

/** What stands in a form, by name, as it would be sent; passwords and what the framework adds stay out. */
export function typedValues(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$') && !/password/i.test(name)) (values[name] ??= []).push(value);
  }
  return values;
}
