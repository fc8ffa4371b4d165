'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** One entry of the navigation; the chosen one carries the red rule and says so. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={`inline-flex min-h-10 items-center border-b-3 px-1 no-underline ${
        isHere ? 'border-mark font-bold text-ink' : 'border-transparent text-ink hover:text-act'
      }`}
    >
      {children}
    </Link>
  );
}
