import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonKind } from './button-style';

type Props = ComponentProps<'button'> & { kind?: ButtonKind };

/** A button says with a verb what it does. It submits its form unless asked otherwise. */
export function Button({ kind = 'plain', className = '', type = 'submit', ...rest }: Props) {
  return <button type={type} className={`${buttonStyle(kind)} ${className}`} {...rest} />;
}
