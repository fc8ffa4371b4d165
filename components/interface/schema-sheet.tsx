import { useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
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
        <Table stack>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('type')}</th>
              <th scope="col">{t('meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(([field, form]) => (
              <tr key={field}>
                <th scope="row" className="font-mono">
                  {field}
                </th>
                <td data-label={t('type')}>
                  <span className="break-words">
                    <FormType form={form} />
                  </span>
                </td>
                <td data-label={t('meaning')}>
                  <span>
                    <WithCode text={form.description ?? ''} />
                    {schema.required?.includes(field) === false ? ` (${t('optional')})` : ''}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Sheet>
  );
}
