import type { ComponentProps } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';
import { Sheet } from '@/components/ui/sheet';
import { AdminForm } from './admin-form';

type Props = { title: string; text?: string } & Omit<ComponentProps<typeof AdminForm>, 'id' | 'isPrimary'>;

/** Below a list: the form that adds one more, where the page's head links to (#add). */
export function AddSheet({ title, text, ...form }: Props) {
  return (
    <Sheet className="no-print my-4">
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      <ClientMessages areas={['admin', 'issues']}>
        <AdminForm id="add" isPrimary {...form} />
      </ClientMessages>
    </Sheet>
  );
}
