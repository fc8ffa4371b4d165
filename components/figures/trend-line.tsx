import { useTranslations } from 'next-intl';

/** A figure of an earlier period, printed. */
export type PastFigure = { period: string; value: string; text: string };

const [width, height] = [44, 18];

/** The years before as a small line; its numbers are given in the details and to screen readers. */
export function TrendLine({ history, name }: { history: readonly PastFigure[]; name: string }) {
  const t = useTranslations('entryTools.details');
  if (history.length < 2) return null;
  const values = history.map(({ value }) => Number(value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => 2 + (at * (width - 4)) / (values.length - 1);
  const y = (value: number) =>
    high === low ? height / 2 : height - 3 - ((value - low) * (height - 6)) / (high - low);
  const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${name}，${t('history')}：${history.map(({ period, text }) => `${period} ${text}`).join('，')}`}
      className="flex-none max-sm:hidden"
    >
      <polyline points={points} fill="none" stroke="var(--color-chart-other)" strokeWidth="1.25" />
      <circle
        cx={x(values.length - 1)}
        cy={y(values.at(-1)!)}
        r="1.75"
        fill="var(--color-chart-this)"
      />
    </svg>
  );
}
