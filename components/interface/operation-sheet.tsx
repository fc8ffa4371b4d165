import { useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { FormType, type Form } from './form-type';
import { WithCode } from './with-code';

type Content = Record<string, { schema: unknown }>;
type Call = {
  operationId: string;
  summary: string;
  description: string;
  parameters: readonly {
    name: string;
    in: 'path' | 'query' | 'header';
    required: boolean;
    description: string;
  }[];
  requestBody?: { content?: unknown };
  responses: Record<string, { description?: unknown; content?: unknown }>;
};

/** One call: what it is for, what it takes, what it answers. */
export function OperationSheet({
  method,
  path,
  call: { operationId, summary, description, parameters, requestBody, responses },
}: {
  method: string;
  path: string;
  call: Call;
}) {
  const t = useTranslations('api.page');
  return (
    <Sheet className="mb-4">
      <h2 id={operationId}>{summary}</h2>
      <p className="my-1 font-mono break-words">
        {method.toUpperCase()} {path}
      </p>
      <p className="my-2">
        <WithCode text={description} />
      </p>
      {parameters.length === 0 ? (
        <p>{t('noParameters')}</p>
      ) : (
        <Table stack>
          <thead>
            <tr>
              <th scope="col">{t('parameter')}</th>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((parameter) => (
              <tr key={parameter.name}>
                <th scope="row" className="font-mono">
                  {parameter.name}
                </th>
                <td data-label={t('place')}>
                  <span>
                    {t(`places.${parameter.in}`)} ·{' '}
                    {parameter.required ? t('required') : t('optional')}
                  </span>
                </td>
                <td data-label={t('meaning')}>
                  <span>
                    <WithCode text={parameter.description} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {requestBody ? (
        <p className="my-2">
          {t('body')}: <FormType form={formIn(requestBody.content)!} />
        </p>
      ) : null}
      <Table stack>
        <thead>
          <tr>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('answers')}</th>
            <th scope="col">{t('type')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(responses).map(([status, answer]) => {
            const form = formIn(answer.content);
            return (
              <tr key={status}>
                <th scope="row">{status === 'default' ? '5xx' : status}</th>
                <td data-label={t('answers')}>
                  <span>
                    <WithCode text={String(answer.description)} />
                  </span>
                </td>
                <td data-label={t('type')}>{form ? <FormType form={form} /> : '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Sheet>
  );
}

const formIn = (content: unknown): Form | null =>
  (Object.values((content ?? {}) as Content)[0]?.schema ?? null) as Form | null;
