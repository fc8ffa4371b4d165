// What a start says when a setting or the machine stands in its way: what is wrong, and what would be right.

/** What is wrong with the settings that only a start knows, as a sentence; null when nothing is.
 * @param {Record<string, string | undefined>} env */
export function settingsFault(env) {
  const { PORT, DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, LOG_LEVEL } = env;
  if (LOG_LEVEL && !logLevels.includes(LOG_LEVEL))
    return (
      `LOG_LEVEL 应是 ${logLevels.join('、')} 之一；现在是“${LOG_LEVEL}”。\n` +
      `LOG_LEVEL must be one of ${logLevels.join(', ')}; it is "${LOG_LEVEL}".`
    );
  for (const [name, most] of /** @type {const} */ ([
    ['DATABASE_POOL', 500],
    ['DRAIN_SECONDS', 600],
    ['BACKUP_HOURS', 8760],
    ['BACKUP_KEEP', 10_000],
  ])) {
    const given = env[name];
    if (given && !(/^\d{1,5}$/.test(given) && Number(given) <= most))
      return (
        `${name} 应是不大于 ${most} 的整数；现在是“${given}”。\n` +
        `${name} must be a whole number up to ${most}; it is "${given}".`
      );
  }
  if (PORT && !(/^\d{1,5}$/.test(PORT) && Number(PORT) > 0 && Number(PORT) < 65_536)) {
    return (
      `PORT 应是 1 到 65535 的整数，例如 3000；现在是“${PORT}”。\n` +
      `PORT must be a whole number from 1 to 65535, such as 3000; it is "${PORT}".`
    );
  }
  if (DATABASE_URL && !isDatabaseAddress(DATABASE_URL)) {
    return (
      'DATABASE_URL 应是 PostgreSQL 数据库的地址，例如 postgresql://用户:密码@主机:5432/库名（密码里的特殊字符按 URL 转写）。\n' +
      'DATABASE_URL must be the address of a PostgreSQL database, such as ' +
      'postgresql://user:password@host:5432/name (special characters of the password URL-encoded).'
    );
  }
  if (NEXTAUTH_SECRET && NEXTAUTH_SECRET.length < 32) {
    return (
      'NEXTAUTH_SECRET 太短，至少 32 个字符（openssl rand -base64 33）。\n' +
      'NEXTAUTH_SECRET is too short: 32 characters or more (openssl rand -base64 33).'
    );
  }
  if (
    NEXTAUTH_URL &&
    !/^https?:$/.test(URL.canParse(NEXTAUTH_URL) ? new URL(NEXTAUTH_URL).protocol : '')
  ) {
    return (
      'NEXTAUTH_URL 应是大家打开的网址，例如 https://gongbao.example.org。\n' +
      'NEXTAUTH_URL must be the address people open, such as https://gongbao.example.org.'
    );
  }
  return null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Why a database cannot be used, without the password of its address.
 * @param {string} address @param {unknown} error */
export function databaseFault(address, error) {
  const { hostname, port, pathname, username } = new URL(address);
  const [place, name, user] = [
    `${hostname}:${port || 5432}`,
    decodeURIComponent(pathname.slice(1)),
    decodeURIComponent(username),
  ];
  const { code = '', message = String(error) } =
    /** @type {{ code?: string, message?: string }} */ (error ?? {});
  if (code === '28P01' || code === '28000') {
    return (
      `数据库 ${place} 不接受用户“${user}”或其密码，请核对 DATABASE_URL。\n` +
      `The database at ${place} refuses the user "${user}" or the password: check DATABASE_URL.`
    );
  }
  if (code === '3D000') {
    return (
      `数据库 ${place} 里没有名为“${name}”的库，请先建库（createdb ${name}）或改正 DATABASE_URL。\n` +
      `There is no database "${name}" at ${place}: make it (createdb ${name}) or correct DATABASE_URL.`
    );
  }
  if (code === 'too-old')
    return `数据库 ${place} 的 PostgreSQL 太旧，需要 14 或更新的版本。\nThe PostgreSQL at ${place} is too old: 14 or newer is needed.`;
  if (code === 'not-utf8')
    return (
      `数据库“${name}”的编码不是 UTF8，请另建一个（createdb -E UTF8 -T template0 ${name}）。\n` +
      `The database "${name}" is not in UTF8: make another (createdb -E UTF8 -T template0 ${name}).`
    );
  if (code === 'may-not-create')
    return (
      `用户“${user}”不能在库“${name}”里建表，请让它成为库的所有者。\n` +
      `The user "${user}" may not create tables in "${name}": make it the owner of the database.`
    );
  return (
    `连不上数据库 ${place}（${message || code}）。请确认 PostgreSQL 在运行，DATABASE_URL 的主机和端口无误。\n` +
    `The database at ${place} cannot be reached (${message || code}): see that PostgreSQL runs and ` +
    'that host and port in DATABASE_URL are right.'
  );
}

/** Why nobody can listen on a port. @param {number} port @param {string} host @param {string | undefined} code */
export function portFault(port, host, code) {
  if (code === 'EACCES')
    return (
      `没有权限使用端口 ${port}（1024 以下要管理员权限），请换一个 PORT。\n` +
      `Port ${port} needs more rights than this account has (as all below 1024): choose another PORT.`
    );
  if (code === 'EADDRINUSE')
    return (
      `端口 ${port} 已被占用。请换一个 PORT；不设 PORT 则从 3000 起找空闲的。\n` +
      `Port ${port} is taken. Choose another PORT, or none for the next free one from 3000 on.`
    );
  return (
    `HOST“${host}”不是本机的地址（${code ?? ''}），请改正或不设。\n` +
    `HOST "${host}" is no address of this machine (${code ?? ''}): correct it, or leave it out.`
  );
}

/** Any other failure: of the disk in words, the rest as it says itself. @param {unknown} error */
export function failureOf(error) {
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  );
  const place = path ?? '.data';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return (
      `不能读写 ${place}。请把这个文件夹的权限给启动工报的账号。\n` +
      `${place} cannot be read or written: give the account that starts Gongbao the right to.`
    );
  }
  if (code === 'ENOSPC')
    return (
      `磁盘已满，写不了 ${place}。请腾出空间再启动；已有数据没有损失。\n` +
      `The disk is full, ${place} cannot be written. Make room and start again; nothing that was there ` +
      'is lost.'
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${place} 应是文件夹，现在是文件。请把它移走再启动。\n${place} should be a folder and is a file: move it away and start again.`;
  return message;
}

/** @param {string} address */
function isDatabaseAddress(address) {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname } = new URL(address);
  return /^postgres(ql)?:$/.test(protocol) && hostname !== '' && pathname.length > 1;
}
