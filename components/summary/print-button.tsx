'use client';

import { Button } from '@/components/ui/button';

/** Opens the browser's own print dialogue, which also saves as PDF. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button type="button" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
