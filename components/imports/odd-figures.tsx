/** A figure that stands out, as it is shown. `place` is what it is ticked by. */
export type OddFigure = {
  place: string;
  name: string;
  period: string;
  value: string;
  reasons: readonly string[];
};

type Props = { title: string; text: string; figures: readonly OddFigure[] };

/** What stands out, each figure with its reasons and a box of its own: there is none for all at once. */
export function OddFigures({ title, text, figures }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-lg float-left w-full font-bold">{title}</legend>
      <p className="clear-both text-ink-2">{text}</p>
      <ul className="my-2 max-w-4xl">
        {figures.map(({ place, name, period, value, reasons }) => (
          <li key={place} className="border-b border-line">
            <label className="flex min-h-11 items-baseline gap-3 py-2">
              <input type="checkbox" name="accept[]" value={place} className="shrink-0" />
              <span className="min-w-0">
                <span className="font-bold">{name}</span> {period}{' '}
                <strong className="tabular-nums">{value}</strong>
                {reasons.map((reason) => (
                  <span key={reason} className="block text-attention">
                    <span aria-hidden="true">! </span>
                    {reason}
                  </span>
                ))}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
