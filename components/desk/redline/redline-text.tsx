import type { Piece } from '@/lib/domain/desk/redline';

/** One side of a redline: what is gone is struck through, what is new is underlined; both are said to screen readers. */
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
