import { ClientMessages } from '@/components/layout/client-messages';
import { FieldsForm } from './fields-form';
import type { OpenStep } from './open-step';

type Props = React.ComponentProps<typeof OpenStep> & { className?: string };

/** A step that few take: one line until it is opened. */
export function FoldedStep({
  words: { title, text, submit, saved },
  className = '',
  ...form
}: Props) {
  return (
    <details className={`no-print ${className}`}>
      <summary className="min-h-8">{title}</summary>
      {text ? <p className="max-w-3xl">{text}</p> : null}
      <ClientMessages areas={['fields', 'issues']}>
        <FieldsForm {...form} submit={submit} saved={saved} />
      </ClientMessages>
    </details>
  );
}
