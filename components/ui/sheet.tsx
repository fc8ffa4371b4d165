import type { ComponentProps } from 'react';

/** The paper a page's content lies on. Never one inside another. */
export function Sheet({ className = '', ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={`border border-line bg-paper px-4 py-4 sm:px-6 print:border-0 print:p-0 ${className}`}
      {...rest}
    />
  );
}
