// Every test file works in a copy of the template, so that files run side by side and none sees another's rows.
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { query } from '../bin/steps/database.mjs';
import { urlOf } from './database-url';

const template = inject('templateUrl');
const from = new URL(template).pathname.slice(1);
const copy = `${from}_${randomBytes(4).toString('hex')}`;
await query(urlOf(template, 'postgres'), `CREATE DATABASE ${copy} TEMPLATE ${from}`);
process.env.DATABASE_URL = urlOf(template, copy);
