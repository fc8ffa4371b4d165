import type { ReactNode } from 'react';

/** A field of a short form, as the server describes it. Names ending in [] are lists of ticked boxes. */
export type FormField =
  | { kind: 'hidden'; name: string; value: string }
  | {
      kind: 'text' | 'date' | 'month';
      name: string;
      label: string;
      hint?: ReactNode;
      value?: string;
      isShort?: boolean;
      isCode?: boolean;
    }
  | {
      kind: 'password';
      name: string;
      label: string;
      hint?: ReactNode;
      /** The one that holds now, which a password manager may fill in. */
      isKnown?: boolean;
    }
  | {
      kind: 'select' | 'radio';
      name: string;
      label: string;
      hint?: ReactNode;
      value?: string;
      options: FieldOption[];
    }
  | {
      kind: 'textarea';
      name: string;
      label: string;
      hint?: ReactNode;
      value?: string;
      rows?: number;
    }
  | {
      kind: 'terms';
      name: string;
      label: string;
      hint?: ReactNode;
      values: TermText[];
      words: TermWords;
    }
  | {
      kind: 'checkboxes';
      name: string;
      label: string;
      hint?: ReactNode;
      values: string[];
      options: FieldOption[];
    };

/** A term of a check as it is typed: factor, indicator (code and name, empty for a constant), period 0 or -1. */
export type TermText = [factor: string, indicator: string, period: string];
/** `list` is the id of the datalist with the indicators. */
export type TermWords = {
  factor: string;
  indicator: string;
  period: string;
  now: string;
  before: string;
  row: string;
  list: string;
};

export type FieldOption = { value: string; label: string; hint?: ReactNode };

type Issue = { field: string | null; code: string; params: Record<string, string> };
/** What a form would do, before it is done: it is sent once more with `key` to be done. */
export type Look = {
  key: string;
  title: string;
  parts: { title: string; lines: string[] }[];
  confirm: string;
};
/** What the server answers a form with; `link` or `token` is shown this once. */
export type FieldsResult = { link?: string; token?: string; look?: Look };
export type FieldsState = {
  issues: Issue[];
  values: Record<string, string[]>;
  result?: FieldsResult;
};
export type FieldsAction = (state: FieldsState, form: FormData) => Promise<FieldsState>;
