import { useTranslations } from 'next-intl';
import { ListTable } from '@/components/ui/list-table';
import { Sheet } from '@/components/ui/sheet';
import { formId, FormType, type Form } from './form-type';
import { WithCode } from './with-code';

/** A named form, field by field. */
export function SchemaSheet({ name, schema }: { name: string; schema: Form }) {
  const t = useTranslations('api.page');
  const fields = Object.entries(schema.properties ?? {});
  return (
    <Sheet className="mb-4">
      <h3 id={formId(name)} className="font-mono">
        {name}
      </h3>
      {fields.length === 0 ? (
        <p className="break-words">
          <FormType form={schema} />
        </p>
      ) : (
        <ListTable
          stickyHead={false}
          rows={fields}
          keyOf={([field]) => field}
          columns={[
            { head: t('field'), cell: ([field]) => field, className: 'font-mono' },
            {
              head: t('type'),
              cell: ([, form]) => (
                <span className="break-words">
                  <FormType form={form} />
                </span>
              ),
            },
            {
              head: t('meaning'),
              cell: ([field, form]) => (
                <span>
                  <WithCode text={form.description ?? ''} />
                  {schema.required?.includes(field) === false ? ` (${t('optional')})` : ''}
                </span>
              ),
            },
          ]}
        />
      )}
    </Sheet>
  );
}
