// What a start says when everything is up: the address, and how to get in.
const roleNames = /** @type {Record<string, string>} */ ({
  reporter: '填报员',
  signatory: '签发人',
  reviewer: '审核员',
  administrator: '管理员',
  auditor: '审计员',
});

/** @param {string} address @param {import('./database.mjs').Loaded} loaded */
export function welcome(address, { accounts, invitation }) {
  const lines = [''];
  if (accounts.length > 0) {
    lines.push('演示账号 Demo accounts (made-up data, 演示数据):', '');
    const head = ['账号 account', '密码 password', '姓名', '角色', '单位'];
    const rows = accounts.map(({ account, password, name, roles, unit }) => [
      account,
      password,
      name,
      roles.map((role) => roleNames[role] ?? role).join('、'),
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
  console.log(lines.join('\n'));
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
