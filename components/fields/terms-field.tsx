import { controlStyle, describedBy, FieldNotes } from '@/components/ui/field';
import type { FormField, TermText } from './form-field';

type Props = {
  id: string;
  field: Extract<FormField, { kind: 'terms' }>;
  typed: string[] | undefined;
  error: string | undefined;
};

const emptyRows = 2;

/** One side of a check: a row for each term, and empty rows for more. All inputs of a row carry the same name, in the
 *  order factor, indicator, period, so that a row arrives as three of a list. */
export function TermsField({
  id,
  field: { name, label, hint, values, words },
  typed,
  error,
}: Props) {
  const written = typed ? rowsOf(typed) : values;
  const rows: TermText[] = [
    ...written,
    ...Array.from({ length: emptyRows }, (): TermText => ['', '', '0']),
  ];
  return (
    <fieldset
      className={`my-4 ${error ? 'border-l-4 border-wrong pl-3' : ''}`}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend className="mb-1 font-bold">{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {rows.map(([factor, indicator, period], row) => {
        const of = (what: string) =>
          `${label} ${words.row.replace('{row}', String(row + 1))} ${what}`;
        return (
          <div key={row} className="flex flex-wrap items-center gap-2 py-1">
            <input
              id={row === 0 ? id : undefined}
              name={name}
              defaultValue={factor}
              aria-label={of(words.factor)}
              placeholder="1"
              autoComplete="off"
              className={`${controlStyle(error)} w-20 text-right`}
            />
            <span aria-hidden="true">×</span>
            <input
              name={name}
              defaultValue={indicator}
              list={words.list}
              aria-label={of(words.indicator)}
              autoComplete="off"
              className={`${controlStyle(error)} min-w-0 flex-1`}
            />
            <select
              name={name}
              defaultValue={period}
              aria-label={of(words.period)}
              className={controlStyle(error)}
            >
              <option value="0">{words.now}</option>
              <option value="-1">{words.before}</option>
            </select>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Rows that say something, out of the list the form sent. */
function rowsOf(typed: string[]): TermText[] {
  const rows: TermText[] = [];
  for (let at = 0; at < typed.length; at += 3)
    rows.push([typed[at] ?? '', typed[at + 1] ?? '', typed[at + 2] ?? '0']);
  return rows.filter(([factor, indicator]) => factor || indicator);
}
