import { useTranslations } from 'next-intl';

/** What stands at the head of an official form. */
export type FormHeader = { number: string; issuedBy: string; approval: string; validUntil: string };

/** The number of the form, who issued it, its approval and how long it holds. */
export function FormNumbers({ header, className }: { header: FormHeader; className: string }) {
  const t = useTranslations('entryTools.print');
  return (
    <ul lang="zh-CN" className={`ml-auto w-fit text-table ${className}`}>
      {(['number', 'issuedBy', 'approval', 'validUntil'] as const).map((name) => (
        <li key={name}>{t(name, { value: header[name] })}</li>
      ))}
    </ul>
  );
}

const signatureFields = ['head', 'statistician', 'filler', 'phone', 'date', 'seal'] as const;
type SignatureProps = {
  words: (field: (typeof signatureFields)[number]) => string;
  className: string;
};

/** Where a form on paper is signed and sealed. */
export function SignatureFields({ words, className }: SignatureProps) {
  return (
    <ul className={`grid gap-x-8 ${className}`}>
      {signatureFields.map((name) => (
        <li key={name}>{words(name)}</li>
      ))}
    </ul>
  );
}
