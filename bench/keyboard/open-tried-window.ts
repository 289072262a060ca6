import type { Page } from '@playwright/test'
import { type OpenedWindow, openWindow, runCommand } from '../open-window.ts'

const MATTER = 'Trial'

/** The built program on a home, and its window on the case sheets of a new matter, which uses no rules: what is answered counts there only. */
export async function openTriedWindow(home: string, size: { width: number; height: number }): Promise<OpenedWindow> {
  await runCommand(home, 'matter', 'create', MATTER)
  await using life = new AsyncDisposableStack()
  const window = life.use(await openWindow(home, size))
  await goToSheets(window.page)
  life.move()
  return window
}

/** Through the palette to the matter. */
async function goToSheets(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Places' }).waitFor()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type(MATTER)
  await page.getByRole('dialog').getByText(MATTER).first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+3')
  await page.getByRole('combobox', { name: 'What do you want to know?' }).waitFor()
}
