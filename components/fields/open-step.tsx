import { Sheet } from '@/components/ui/sheet';
import { FieldsForm } from './fields-form';

type Props = Omit<React.ComponentProps<typeof FieldsForm>, 'submit' | 'saved'> & {
  words: { title: string; text?: string; submit: string; saved: string };
};

/** One thing that can be done to what the page shows: what it means, and its form. */
export function OpenStep({ words: { title, text, submit, saved }, ...form }: Props) {
  return (
    <Sheet className="no-print my-4">
      <h2>{title}</h2>
      {text ? <p className="mb-3 max-w-3xl">{text}</p> : null}
      <FieldsForm {...form} submit={submit} saved={saved} />
    </Sheet>
  );
}
