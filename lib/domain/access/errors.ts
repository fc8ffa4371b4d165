// What a rule of the product refuses, as code and parameters; the screen says it in the reader's language.
import type { Action } from './policy';

/** Something to put right; the screen says the sentence of `code` (messages/<locale>/issues.json) with `params`. */
export type Issue = { code: string; params: Record<string, string> };

export class GongbaoError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string> = {},
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** It does not exist, or the viewer may not know that it does: nobody can distinguish the two. */
export class NotFoundError extends GongbaoError {
  constructor() {
    super('not-found');
  }
}

/** The policy does not let this person do it. */
export class RefusedError extends GongbaoError {
  constructor(action: Action) {
    super('refused', { action });
  }
}

/** What was sent cannot be taken as it is. */
export class InvalidError extends GongbaoError {}
