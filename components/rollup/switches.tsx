import { useTranslations } from 'next-intl';
import { ChoiceLinks } from '@/components/ui/choice-links';
import type { RollUpChoice, RollUpQuery } from '@/lib/paths';

type Props = { choice: RollUpChoice; hrefOf: (choice: RollUpQuery) => string };

/** Whose tree, and which submissions: two choices of two, each an address of its own. */
export function Switches({ choice, hrefOf }: Props) {
  const t = useTranslations('rollup');
  return (
    <div className="no-print my-3 flex flex-wrap gap-x-8 gap-y-1">
      <Choice
        label={t('basis.label')}
        chosen={choice.basis}
        options={(['then', 'today'] as const).map((basis) => ({
          key: basis,
          text: t(`basis.${basis}`),
          href: hrefOf({ ...choice, basis }),
        }))}
      />
      <Choice
        label={t('count.label')}
        chosen={choice.standing}
        options={(['submitted', 'approved'] as const).map((standing) => ({
          key: standing,
          text: t(`count.${standing}`),
          href: hrefOf({ ...choice, standing }),
        }))}
      />
    </div>
  );
}

type ChoiceProps = {
  label: string;
  chosen: string;
  options: { key: string; text: string; href: string }[];
};

/** One choice as a line of links; the chosen one is said and underlined. */
export function Choice({ label, chosen, options }: ChoiceProps) {
  return (
    <nav aria-label={label} className="no-print">
      <ChoiceLinks
        className="flex flex-wrap items-center gap-x-4"
        mark="border-b-3 border-mark"
        lead={
          <li aria-hidden="true" className="text-ink-2">
            {label}
          </li>
        }
        options={options.map(({ key, text, href }) => ({ href, text, isChosen: key === chosen }))}
      />
    </nav>
  );
}
