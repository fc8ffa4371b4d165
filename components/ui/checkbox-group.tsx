import type { ReactNode } from 'react';
import { describedBy, FieldNotes } from './field';

type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };
type Props = {
  id: string;
  name?: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly Option[];
  chosen?: readonly string[];
  type?: 'checkbox' | 'radio';
};

/** Several (or, as radio, one) of a few choices. The first control carries the id, so that errors can lead to it. */
export function CheckboxGroup({
  id,
  name = id,
  legend,
  hint,
  error,
  options,
  chosen = [],
  type = 'checkbox',
}: Props) {
  return (
    <fieldset
      className={`my-4 ${error ? 'border-l-4 border-wrong pl-3' : ''}`}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend className="mb-1 font-bold">{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {options.map((option, index) => (
        <label key={option.value} className="flex min-h-9 items-baseline gap-3 py-1">
          <input
            id={index === 0 ? id : `${id}-${option.value}`}
            type={type}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={option.disabled}
            className="size-5 shrink-0 translate-y-1 accent-act"
          />
          <span>
            {option.label}
            {option.hint ? (
              <span className="block text-table text-ink-2">{option.hint}</span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
