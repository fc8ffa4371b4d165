import type { Piece } from '@/lib/domain/desk/redline';

/** One side of a redline: what is gone is struck through, what is new underlined; screen readers hear both. */
export function RedlineText({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span lang="zh-CN">
      {pieces.map(({ kind, text }, at) =>
        kind === 'same' ? (
          text
        ) : kind === 'gone' ? (
          <del key={at}>{text}</del>
        ) : (
          <ins key={at}>{text}</ins>
        ),
      )}
    </span>
  );
}
