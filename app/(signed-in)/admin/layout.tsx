import type { ReactNode } from 'react';
import { AdminNavigation } from '@/components/admin/admin-navigation';
import { requireAdministrator } from './administrator';

/** The administration's own navigation; every page asks for its administrator itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdministrator();
  return (
    <>
      <AdminNavigation />
      {children}
    </>
  );
}
