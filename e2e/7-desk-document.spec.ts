// The author's text as a document: what is pasted, copied and typed stays paragraphs, and can be gone back from.
import { editor, paste, place, seeSaved, sentence } from './steps/desk';
import { expect, test } from './test';

test('paragraphs come in and go out as paragraphs, and headings are counted through', async ({
  signInAs,
}) => {
  const page = await signInAs('丁国强');
  await page.goto('/summaries/320903/2020/desk');
  await page.getByRole('button', { name: '开始写文稿' }).click();
  await expect(editor(page)).toBeVisible();

  await test.step('from Word: a heading, paragraphs and the rows of a table', async () => {
    await place(page, '职工书屋');
    await page.keyboard.press('End');
    await paste(page, {
      'text/html':
        '<h2>附带的话</h2><p class="MsoNormal">从文档来的\n第一段。</p><p>第二段<b>加粗</b>。</p><table><tr><td><p>甲</p></td><td>乙</td></tr></table>',
      'text/plain': '附带的话 第一段 第二段',
    });
    for (const line of ['从文档来的第一段。', '第二段加粗。', '甲　乙'])
      await expect(editor(page).getByText(line, { exact: true })).toHaveClass(/opens/);
    await expect(editor(page).getByText('附带的话', { exact: true })).toHaveClass(/block-heading/);
  });

  await test.step('what is too long is refused by name, and the rest goes on being saved', async () => {
    await paste(page, { 'text/plain': '长'.repeat(120_000) });
    await expect(page.getByText(/粘贴的内容有 120,?000 个字/)).toBeVisible();
    await paste(page, { 'text/plain': `${'很长的一段'.repeat(5000)}。` });
    await seeSaved(page);
    await page.reload();
    await expect(sentence(page, '很长的一段').first()).toBeVisible();
  });

  await test.step('copied out, the sentences of a paragraph are one paragraph', async () => {
    await editor(page).focus();
    await page.keyboard.press('Control+a');
    const copied = await editor(page).evaluate((element) => {
      const clipboardData = new DataTransfer();
      element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true }));
      return ['text/plain', 'text/html'].map((type) => clipboardData.getData(type));
    });
    const paragraphs = copied[0]!.split('\n');
    expect(paragraphs).toContain('第二段加粗。');
    expect(paragraphs.length).toBeLessThan(await editor(page).getByRole('paragraph').count());
    expect(copied[1]!.match(/<(p|h2)[ >]/g)).toHaveLength(paragraphs.length);
  });

  await test.step('a text that was emptied is taken back from the earlier versions', async () => {
    await editor(page).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(sentence(page, '从文档来的第一段')).toBeHidden();
    await seeSaved(page);
    await page.reload();
    await expect(sentence(page, '从文档来的第一段')).toBeHidden();
    await page.getByRole('link', { name: '历次文稿' }).click();
    await page
      .getByRole('link', { name: /^对照：/ })
      .first()
      .click();
    await page.getByRole('button', { name: '换回这一稿' }).click();
    await expect(sentence(page, '从文档来的第一段')).toBeVisible();
  });

  await test.step('Enter opens a paragraph, Backspace closes it', async () => {
    const second = editor(page).locator('.block-sentence:not(.opens)').first();
    const words = (await second.textContent())!.slice(0, 6);
    await second.click({ position: { x: 4, y: 14 } });
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(sentence(page, words)).toHaveClass(/opens/);
    await page.keyboard.press('Backspace');
    await expect(sentence(page, words)).not.toHaveClass(/opens/);
    await seeSaved(page);
  });
});
