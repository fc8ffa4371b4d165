type Word = 'title' | 'text' | 'submit' | 'saved';

/** What a step is called and means, and what its button and the server say, from the messages under its name. */
export function stepWords<Of extends string>(
  of: Of,
  t: (key: `${NoInfer<Of>}.${Word}`) => string,
): Record<Word, string> {
  return {
    title: t(`${of}.title`),
    text: t(`${of}.text`),
    submit: t(`${of}.submit`),
    saved: t(`${of}.saved`),
  };
}
