import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

const MATTER = 'Hollis v Marlowe'
const QUOTED = 'The Tenant may end this Lease on 31 March 2025 by giving the Landlord six months notice.'

let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser, 'smollm2-135m-instruct-q4_1'))
  await writeFile(`${served.folder}/lease.txt`, `${QUOTED}\n`)
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER, subtitle: '' })
    await Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths: [`${served.folder}/lease.txt`] }))
    await assistant.model.use({ id: 'smollm2-135m-instruct-q4_1' })
  })
  await page.getByRole('link', { name: MATTER }).first().click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const answers = () => page.locator('[data-testid=answer]:not([data-state=writing])')
const openPicker = async (now: string) => {
  await page.getByRole('button', { name: `How to answer: ${now}` }).press('Enter')
  const picker = page.getByRole('dialog', { name: 'How to answer' })
  // Keys pressed before the focus has moved into it would go elsewhere.
  await expect(picker.getByRole('combobox')).toBeFocused()
  return picker
}
const ask = async (question: string, so: number) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'How to answer' })).toBeHidden()
  await page
    .getByRole('textbox', { name: /^(Question|Follow-up|Ask)/ })
    .first()
    .fill(question)
  await page.keyboard.press('Enter')
  await expect(answers()).toHaveCount(so)
}

test('how to answer is chosen with the keyboard, told below the answer, and what was quoted opens its source', async () => {
  const picker = await openPicker('quoted, as usual')
  await expect(picker).toContainText('No other way was measured to be better for this model.')
  const how = picker.getByRole('combobox', { name: 'How to answer' })
  await how.selectOption('chosen from a list')
  await expect(picker).toContainText('Write at least two options')
  await picker.getByRole('textbox', { name: 'Options' }).fill('yes\nno')
  await expect(picker).toContainText('One per line.')
  await expectNoViolations(page, 'how to answer')
  await ask('May the tenant end the lease?', 1)
  await expect(answers().last().getByTestId('strategy')).toHaveText('chosen from a list, as asked')

  await (await openPicker('chosen from a list')).getByRole('combobox').selectOption('quoted first')
  await ask('When may the tenant end the lease?', 2)
  await expect(answers().last().getByTestId('strategy')).toHaveText('quoted first, as asked')
  const prepared = answers().last().getByTestId('prepared')
  await expect(prepared).toContainText(`“${QUOTED}”`)
  await prepared.getByRole('button', { name: 'S1, quoted' }).press('Enter')
  await expect(page.getByRole('complementary', { name: 'Source' })).toBeFocused()
  await expectNoViolations(page, 'an answer that was quoted first')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, 'an answer that was quoted first, dark')
  expect(troubles).toEqual([])
})

test('Esc gives the focus back to the button that opened', async () => {
  await openPicker('quoted first')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'How to answer: quoted first' })).toBeFocused()
})

test('whoever writes on after Esc keeps the focus, though the window is late to give it back', async () => {
  await page.evaluate(() => {
    const { setTimeout: inTime } = window
    window.setTimeout = ((work: () => void, wait = 0) => inTime(work, wait + 1000)) as typeof setTimeout
  })
  await openPicker('quoted first')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'How to answer' })).toBeHidden()
  const box = page.getByRole('textbox', { name: 'Ask a follow-up' })
  await box.fill('And who gives notice?')
  // Comes after what was put off before it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1)))
  await expect(box).toBeFocused()
})
