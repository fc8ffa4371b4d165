import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { signIn } from './steps/sign-in';

type Options = {
  /** What the browser may complain of in a story about failures; anything else on its console fails the test. */
  expectedErrors: RegExp | null;
};
type Fixtures = {
  /** A person of the demo world, in a browser of their own, signed in through the sign-in page. */
  signInAs: (name: string) => Promise<Page>;
  /** A browser in which nobody is signed in. */
  openBrowser: () => Promise<Page>;
};

/** Tests of the product as people use it. */
export const test = base.extend<Options & Fixtures>({
  expectedErrors: [null, { option: true }],

  openBrowser: async ({ browser, expectedErrors }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      context.on('console', (message) => {
        if (message.type() === 'error' && !expectedErrors?.test(message.text()))
          complaints.push(`${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (error) => complaints.push(error.error().message));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(complaints, 'the browser has nothing to complain of').toEqual([]);
  },

  signInAs: async ({ openBrowser }, use) => {
    await use(async (name) => {
      const page = await openBrowser();
      await signIn(page, name);
      return page;
    });
  },
});

export { expect };
