import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

type Option = { href: string; text: ReactNode; isChosen: boolean };
type Props = Omit<ComponentProps<'ul'>, 'children'> & {
  options: readonly Option[];
  /** Stands before the links. */
  lead?: ReactNode;
  /** The line under the chosen one. */
  mark?: string;
  linkStyle?: string;
  scroll?: boolean;
};

/** One choice as a list of links, each an address of its own; the chosen one is said and stands out. */
export function ChoiceLinks({ options, lead, mark = '', linkStyle = '', scroll, ...list }: Props) {
  return (
    <ul {...list}>
      {lead}
      {options.map(({ href, text, isChosen }) => (
        <li key={href}>
          <Link
            href={href}
            scroll={scroll}
            aria-current={isChosen ? 'true' : undefined}
            className={[
              'inline-flex min-h-8 items-center',
              linkStyle,
              isChosen ? `${mark} font-bold text-ink no-underline` : '',
            ].join(' ')}
          >
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
