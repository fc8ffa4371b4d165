import { useEffect, useState } from 'react';
import type { UnsentPlace } from '@/components/entry/saving/unsent-figures';
import { keepText, readTexts } from '@/components/entry/saving/unsent-texts';
import { keepable, typedValues, type TypedValues } from '@/lib/domain/entry/typed-values';

/** A copy of what is typed into a form, in the person's own browser until it is sent: it outlives a reload, another
 *  page and a closed tab. `name` says which form of the report it is. */
export class FormCopy {
  private asMade: string | null = null;
  private isTouched = false;

  constructor(
    private place: UnsentPlace,
    private name: string,
  ) {}

  /** Somebody comes to the form: as it stands now it needs no copy. */
  begin(form: HTMLFormElement): void {
    this.asMade ??= textOf(form);
  }

  /** Something was typed. */
  keep(form: HTMLFormElement): void {
    this.isTouched = true;
    const text = textOf(form);
    void keepText(this.place, 'form', this.name, text === this.asMade ? null : { text, over: '' });
  }

  /** The form was sent, or what was kept is not wanted. */
  forget = (): void => {
    this.asMade = null;
    this.isTouched = false;
    void keepText(this.place, 'form', this.name, null);
  };

  /** What was left unsent the last time; null where nothing was, or something is being typed already. */
  async recall(): Promise<TypedValues | null> {
    const { [this.name]: kept } = await readTexts(this.place, 'form');
    if (kept === undefined || this.isTouched) return null;
    // With what was kept the form is never again as the server made it.
    this.asMade = '';
    return JSON.parse(kept.text) as TypedValues;
  }
}

/** The copy of a form, with what it kept and how to drop that. */
export function useFormCopy(
  place: UnsentPlace,
  name: string,
): { copy: FormCopy; kept: TypedValues | null; drop: () => void } {
  const [copy] = useState(() => new FormCopy(place, name));
  const [kept, setKept] = useState<TypedValues | null>(null);
  useEffect(() => {
    void copy.recall().then(setKept);
  }, [copy]);
  const drop = () => {
    copy.forget();
    setKept(null);
  };
  return { copy, kept, drop };
}

const textOf = (form: HTMLFormElement): string =>
  JSON.stringify(keepable(typedValues(new FormData(form))));
