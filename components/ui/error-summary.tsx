'use client';

import { useEffect, useRef } from 'react';

type Props = { title: string; errors: readonly { href: string; text: string }[] };

/** The errors of a form, in the very words that stand at the fields; takes the focus, so that nobody misses it. */
export function ErrorSummary({ title, errors }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);

  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="my-4 border-2 border-wrong bg-paper p-4">
      <h2 className="text-wrong">{title}</h2>
      <ul className="mt-2">
        {errors.map(({ href, text }) => (
          <li key={href + text}>
            <a href={href} className="text-wrong" onClick={(event) => focusTarget(event, href)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusTarget(event: React.MouseEvent, href: string) {
  const target = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'center' });
}
