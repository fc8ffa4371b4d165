import { Fragment } from 'react';

/** A text of the description, in which words between backticks (Markdown's) stand as code. */
export function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      <code key={at} className="font-mono">
        {part}
      </code>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
