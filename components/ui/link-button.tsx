import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonKind } from './button-style';

type Props = ComponentProps<typeof Link> & { kind?: ButtonKind };

/** A link that looks like a button: the next step leads to another page. */
export function LinkButton({ kind = 'plain', className = '', ...rest }: Props) {
  return <Link className={`${buttonStyle(kind)} ${className}`} {...rest} />;
}
