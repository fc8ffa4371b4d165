import Link from 'next/link';

type Props = { label: string; page: number; pages: number; hrefOf: (page: string) => string };

/** The pages of a long list, by number; nothing where one page holds it all. */
export function PageNumbers({ label, page, pages, hrefOf }: Props) {
  if (pages < 2) return null;
  return (
    <nav aria-label={label} className="no-print mt-3 flex flex-wrap gap-3">
      {Array.from({ length: pages }, (_, at) => at + 1).map((one) => (
        <Link key={one} href={hrefOf(String(one))} aria-current={one === page ? 'page' : undefined} className={one === page ? 'font-bold text-ink no-underline' : ''}>
          {one}
        </Link>
      ))}
    </nav>
  );
}
