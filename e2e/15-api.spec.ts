// Another system reads and proposes (point 6 of the files): an administrator makes a token, the system calls with it,
// the reporter takes what it proposes, the administrator ends the token, and the next call is refused.
import { seePage } from './steps/page';
import { expect, test } from './test';

test('a system proposes figures, and a person takes them', async ({
  signInAs,
  playwright,
  baseURL,
}) => {
  const admin = await signInAs('李志强');

  const token = await test.step('the administrator makes a token, shown once', async () => {
    await admin.goto('/admin/tokens');
    await seePage(admin, '访问令牌');
    await admin.getByLabel('系统', { exact: true }).fill('就业服务系统');
    await admin.getByLabel('能看到的单位').selectOption('320900');
    await admin.getByRole('checkbox', { name: /^建议数据/ }).check();
    await admin.getByLabel('到期日').fill(inDays(90));
    await admin.getByRole('button', { name: '制作令牌' }).click();
    await expect(admin.getByLabel('访问令牌', { exact: true })).toBeVisible();
    const text = await admin.getByLabel('访问令牌', { exact: true }).inputValue();
    await admin.reload();
    await expect(admin.getByRole('row', { name: /就业服务系统/ })).toContainText('有效');
    expect(await admin.content()).not.toContain(text);
    return text;
  });

  const system = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  await test.step('the system reads what was approved, and nothing of the next city', async () => {
    const read = await system.get('/api/v1/figures?period=2020&limit=5');
    expect([read.status(), read.headers()['cache-control']]).toEqual([200, 'private, no-cache']);
    const page = (await read.json()) as { items: { unit: string }[] };
    expect(page.items.map(({ unit }) => unit.slice(0, 4))).toEqual(Array(5).fill('3209'));
    const again = await system.get('/api/v1/figures?period=2020&limit=5', {
      headers: { 'if-none-match': read.headers().etag ?? '' },
    });
    expect(again.status()).toBe(304);
    expect((await system.get('/api/v1/figures?unit=320300')).status()).toBe(404);
  });

  await test.step('a stranger is answered in JSON and not sent to the sign-in page; a session is no token, a token no session', async () => {
    const stranger = await playwright.request.newContext({ baseURL });
    const refused = await stranger.get('/api/v1/units', { maxRedirects: 0 });
    expect([
      refused.status(),
      refused.headers()['content-type'],
      refused.headers()['www-authenticate'],
    ]).toEqual([401, 'application/problem+json; charset=utf-8', 'Bearer realm="gongbao"']);
    expect((await stranger.get('/api/v1/openapi.json')).status()).toBe(200);
    expect(
      (await stranger.get('/api/v1/nothing', { maxRedirects: 0 })).headers()['content-type'],
    ).toContain('application/problem+json');
    expect((await admin.request.get('/api/v1/units')).status()).toBe(401);
    expect(
      (
        await system.get(
          '/api/reports/00000000-0000-7000-8000-000000000000/figures?since=2020-01-01',
        )
      ).status(),
    ).toBe(401);
    await stranger.dispose();
  });

  await test.step('it proposes, all or nothing', async () => {
    const send = (figures: object[], key: string) =>
      system.post('/api/v1/reports/320900/2021/proposals', {
        headers: { 'idempotency-key': key },
        data: { figures },
      });
    const wrong = await send(
      [
        { indicator: 'JF002', value: '18' },
        { indicator: 'JF001', value: '1.5' },
      ],
      'story-1',
    );
    expect([
      wrong.status(),
      ((await wrong.json()) as { faults: { field: string }[] }).faults.map(({ field }) => field),
    ]).toEqual([422, ['figures.1']]);
    const right = await send(
      [
        { indicator: 'JF002', value: '18' },
        { indicator: 'JF001', value: '812' },
      ],
      'story-1',
    );
    expect(right.status()).toBe(201);
    expect(
      await (
        await send(
          [
            { indicator: 'JF002', value: '18' },
            { indicator: 'JF001', value: '812' },
          ],
          'story-1',
        )
      ).json(),
    ).toEqual(await right.json());
  });

  await test.step('the reporter sees it, takes it, and the history says where it came from', async () => {
    const reporter = await signInAs('吴海燕');
    await reporter.goto('/notices');
    await reporter
      .getByRole('listitem')
      .filter({ hasText: '其他系统建议了数据' })
      .getByRole('link')
      .click();
    await expect(reporter.getByRole('heading', { level: 2, name: /就业服务系统/ })).toBeVisible();
    await expect(reporter.getByRole('row', { name: /812/ })).toContainText('新填');
    await reporter.getByRole('button', { name: '采用 2 项' }).click();
    await expect(reporter.getByText('已采用 2 项。')).toBeVisible();
    await reporter.getByRole('link', { name: '返回报表' }).click();
    await reporter.goto(`${new URL(reporter.url()).pathname.replace(/\/proposals$/, '')}/history`);
    await expect(reporter.getByText('采用“就业服务系统”的建议数据 2 项')).toBeVisible();
  });

  await test.step('the administrator ends the token, and the next call is refused', async () => {
    expect((await system.get('/api/v1/units')).status()).toBe(200);
    await admin.getByRole('button', { name: '停用“就业服务系统”的令牌' }).click();
    await expect(admin.getByRole('row', { name: /就业服务系统/ })).toContainText('已停用');
    const refused = await system.get('/api/v1/units');
    expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([
      401,
      'token-refused',
    ]);
  });
  await system.dispose();
});

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
