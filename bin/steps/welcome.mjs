// What a start says when everything is up: the address, and how to get in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.mjs';

/** @param {string} address @param {import('./database.mjs').Loaded} loaded */
export function welcomeOf(address, { accounts, invitation }) {
  const lines = [''];
  if (accounts.length > 0) {
    lines.push('演示账号 Demo accounts (made-up data, 演示数据):', '');
    const head = ['账号 account', '密码 password', '姓名 name', '角色 roles', '单位 unit'];
    const [chinese, english] = [roleNames('zh-CN'), roleNames('en')];
    const nameOf = (/** @type {string} */ role) => `${chinese[role]} ${english[role]}`;
    const rows = accounts.map(({ account, password, name, roles, unit }) => [
      account,
      password,
      name,
      roles.map(nameOf).join('、'),
      unit,
    ]);
    lines.push(...columns([head, ...rows]), '');
  }
  if (invitation) {
    lines.push(
      '首位管理员的一次性链接 One-time link for the first administrator:',
      '',
      `  ${address}/invite/${invitation}`,
      '',
    );
  }
  lines.push(`工报 Gongbao   ${address}`, '', 'Ctrl-C 停止 stops everything.', '');
  return lines.join('\n');
}

/** The names the screen gives to roles. @param {string} locale @returns {Record<string, string>} */
function roleNames(locale) {
  return JSON.parse(readFileSync(join(root, `lib/i18n/messages/${locale}/common.json`), 'utf8'))
    .roles;
}

/** @param {string[][]} rows */
function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd()}`,
  );
}

/** A Chinese character is two columns wide on a terminal. @param {string} text */
function width(text) {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}
