'use client';

import { useEffect, useRef } from 'react';
import type { Look } from './form-field';

/** What a form would do, to be read before it is sent once more. */
export function LookedAt({ look: { key, title, parts } }: { look: Look }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), [key]);
  return (
    <div
      ref={panel}
      tabIndex={-1}
      role="group"
      aria-label={title}
      className="my-4 border-l-4 border-attention bg-attention-ground px-4 py-3"
    >
      <input type="hidden" name="seen" value={key} />
      <p className="font-bold text-attention">
        <span aria-hidden="true">▲ </span>
        {title}
      </p>
      {parts.map((part) => (
        <section key={part.title} className="mt-2">
          <p className="font-bold">{part.title}</p>
          <ul className="list-disc pl-5">
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
