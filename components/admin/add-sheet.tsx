import type { ComponentProps } from 'react';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Sheet } from '@/components/ui/sheet';

type Props = { title: string; text?: string } & Omit<
  ComponentProps<typeof FieldsForm>,
  'id' | 'isPrimary'
>;

/** Below a list: the form that adds one more, where the page's head links to (#add). */
export function AddSheet({ title, text, ...form }: Props) {
  return (
    <Sheet className="no-print my-4">
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      <ClientMessages areas={['fields', 'issues']}>
        <FieldsForm id="add" isPrimary {...form} />
      </ClientMessages>
    </Sheet>
  );
}
