import type { ComponentProps, ReactNode } from 'react';

type Props = ComponentProps<'table'> & {
  caption?: ReactNode;
  stack?: boolean | 'wide';
  stickyHead?: boolean;
};

/** A table with hairlines and tabular figures. `stack`: one block per row on a narrow screen (cells carry data-label),
 *  `wide`: below a laptop's already.
 *  Numbers take the class `number`. */
export function Table({
  caption,
  stack = false,
  stickyHead = false,
  className = '',
  children,
  ...rest
}: Props) {
  const classes = [
    'table',
    stack && (stack === 'wide' ? 'table-stack-wide' : 'table-stack'),
    stickyHead && 'sticky-head',
    className,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <table className={classes} {...rest}>
      {caption ? <caption>{caption}</caption> : null}
      {children}
    </table>
  );
}
