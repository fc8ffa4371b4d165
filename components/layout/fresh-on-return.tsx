'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Going back shows a page as it is now. The router would show it as it was left, with figures that have changed
 *  since. */
export function FreshOnReturn() {
  const router = useRouter();
  useEffect(() => {
    // After the router's own listener has put the page back.
    const refresh = () => setTimeout(() => router.refresh());
    window.addEventListener('popstate', refresh);
    return () => window.removeEventListener('popstate', refresh);
  }, [router]);
  return null;
}
