'use server';
import 'server-only';

import { z } from 'zod';
import {
  changePerson,
  createPerson,
  disablePerson,
  enablePerson,
  invite,
} from '@/lib/data/people/people';
import { roles } from '@/lib/domain/access/policy';
import { formAction } from '@/lib/request/form-action';
import { drawnAnew } from '../drawn-anew';
import { keyInput, nameInput } from '../inputs';
import { paths } from '@/lib/paths';

const person = z.object({
  name: nameInput,
  unitCode: keyInput,
  'roles[]': z
    .array(z.enum(roles, { error: 'no-role' }), { error: 'no-role' })
    .min(1, 'no-role')
    .max(roles.length, 'no-role'),
});
const newPerson = person.extend({
  account: z
    .string()
    .trim()
    .regex(/^[a-z0-9._-]{2,40}$/, 'bad-account'),
});
const one = z.object({ person: keyInput });

/** Makes an account; answers the link with which the person sets a password. */
export const addPerson = formAction(
  newPerson,
  async (viewer, { account, name, unitCode, 'roles[]': wanted }) => {
    const { token } = await createPerson(viewer, {
      account,
      name,
      unitCode,
      roles: [...new Set(wanted)],
    });
    return drawnAnew(linkOf(token));
  },
);

/** Changes name, unit and roles. */
export const editPerson = formAction(
  person.extend({ person: keyInput }),
  async (viewer, { person: id, name, unitCode, 'roles[]': wanted }) => {
    await changePerson(viewer, id, { name, unitCode, roles: [...new Set(wanted)] });
    return drawnAnew();
  },
);

/** A new link, also for a forgotten password. */
export const renewLink = formAction(one, async (viewer, { person: id }) =>
  drawnAnew(linkOf(await invite(viewer, id))),
);

/** Ends an account. */
export const stopPerson = formAction(one, async (viewer, { person: id }) => {
  await disablePerson(viewer, id);
  return drawnAnew();
});

/** Opens an account again. */
export const resumePerson = formAction(one, async (viewer, { person: id }) => {
  await enablePerson(viewer, id);
  return drawnAnew();
});

/** The whole address of an invitation, as the server is set up to be reached; never as a request claims that it is. */
function linkOf(token: string): string {
  return new URL(paths.invite(token), process.env.NEXTAUTH_URL).href;
}
