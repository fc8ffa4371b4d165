import { useTranslations } from 'next-intl';
import { ListTable } from '@/components/ui/list-table';
import { Sheet } from '@/components/ui/sheet';
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
        <Parameters parameters={parameters} />
      )}
      {requestBody ? (
        <p className="my-2">
          {t('body')}: <FormType form={formIn(requestBody.content)!} />
        </p>
      ) : null}
      <Answers responses={responses} />
    </Sheet>
  );
}

function Parameters({ parameters }: Pick<Call, 'parameters'>) {
  const t = useTranslations('api.page');
  return (
    <ListTable
      stickyHead={false}
      rows={parameters}
      keyOf={({ name }) => name}
      columns={[
        { head: t('parameter'), cell: ({ name }) => name, className: 'font-mono' },
        {
          head: t('place'),
          cell: (one) => (
            <span>
              {t(`places.${one.in}`)} · {one.required ? t('required') : t('optional')}
            </span>
          ),
        },
        {
          head: t('meaning'),
          cell: (one) => (
            <span>
              <WithCode text={one.description} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Answers({ responses }: Pick<Call, 'responses'>) {
  const t = useTranslations('api.page');
  return (
    <ListTable
      stickyHead={false}
      rows={Object.entries(responses).map(([status, answer]) => ({ status, ...answer }))}
      keyOf={({ status }) => status}
      columns={[
        { head: t('status'), cell: ({ status }) => (status === 'default' ? '5xx' : status) },
        {
          head: t('answers'),
          cell: ({ description }) => (
            <span>
              <WithCode text={String(description)} />
            </span>
          ),
        },
        {
          head: t('type'),
          cell: ({ content }) => {
            const form = formIn(content);
            return form ? <FormType form={form} /> : '—';
          },
        },
      ]}
    />
  );
}

const formIn = (content: unknown): Form | null =>
  (Object.values((content ?? {}) as Content)[0]?.schema ?? null) as Form | null;
