import { startTransition, useCallback, useEffect, useState } from 'react';
import type { UnsentPlace } from '@/components/entry/saving/unsent-figures';
import { keepText, readTexts } from '@/components/entry/saving/unsent-texts';

export type TypedTexts = {
  /** By check. */
  typed: Readonly<Record<string, string>>;
  type: (check: string, text: string, saved: string, isSaved: boolean) => void;
  /** What was sent and saved as it stands here is kept no longer. */
  drop: (sent: readonly (readonly [check: string, text: FormDataEntryValue])[]) => void;
};

/** The explanations that are typed and not saved, with a copy in the person's own browser. */
export function useTypedTexts(place: UnsentPlace): TypedTexts {
  const [typed, setTyped] = useState<TypedTexts['typed']>({});
  useEffect(() => {
    void readTexts(place, 'check').then((kept) =>
      setTyped((now) => ({
        ...Object.fromEntries(Object.entries(kept).map(([check, { text }]) => [check, text])),
        ...now,
      })),
    );
  }, [place]);
  const type = useCallback<TypedTexts['type']>(
    (check, text, saved, isSaved) => {
      setTyped((now) => ({ ...now, [check]: text }));
      void keepText(place, 'check', check, isSaved ? null : { text, over: saved });
    },
    [place],
  );
  const drop = useCallback<TypedTexts['drop']>(
    (sent) => {
      for (const [check] of sent) void keepText(place, 'check', check, null);
      const isSent = (check: string, text: string) =>
        sent.some((one) => one[0] === check && one[1] === text);
      // Together with the page that holds them.
      startTransition(() =>
        setTyped((now) =>
          Object.fromEntries(Object.entries(now).filter(([check, text]) => !isSent(check, text))),
        ),
      );
    },
    [place],
  );
  return { typed, type, drop };
}
