import { ClientMessages } from '@/components/layout/client-messages';
import { AdminForm } from './admin-form';
import type { AdminStep } from './admin-step';

type Props = React.ComponentProps<typeof AdminStep> & { className?: string };

/** A step that few take: one line until it is opened. */
export function FoldedStep({ words: { title, text, submit, saved }, className = '', ...form }: Props) {
  return (
    <details className={`no-print ${className}`}>
      <summary className="min-h-8">{title}</summary>
      {text ? <p className="max-w-3xl">{text}</p> : null}
      <ClientMessages areas={['admin', 'issues']}>
        <AdminForm {...form} submit={submit} saved={saved} />
      </ClientMessages>
    </details>
  );
}
