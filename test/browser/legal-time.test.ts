import { expect, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'

test('a deadline is counted by the keyboard, with the days passed over, what is missing and what is refused', async ({
  browser,
}) => {
  const { served, page, troubles } = await openWindow(browser)
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: 'Moss', subtitle: 'Deadlines' })
    await assistant.pack.use({ matter: 'Moss', pack: 'legal-time', on: true })
  })
  await page.getByRole('link', { name: 'Moss' }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await page.getByRole('tab', { name: 'Facts' }).click()
  await page.getByRole('tab', { name: 'Calculators' }).press('Enter')
  const list = page.getByRole('navigation', { name: 'Calculators' })
  await list
    .getByRole('button', { name: /CPR 2\.8/ })
    .first()
    .press('Enter')
  const inputs = page.getByRole('region', { name: /CPR 2\.8/ })
  await inputs.getByRole('textbox', { name: 'Day of the event (the Civil Procedure Rules)' }).fill('2026-12-23')
  const result = page.getByTestId('calculation')
  await expect(result).toContainText('How many days is')
  await inputs.getByRole('textbox').nth(1).fill('5')
  await expect(page.getByTestId('result')).toHaveText('2027-01-04')
  await expect(result).toContainText('Christmas Day')
  await expect(result).toContainText('CPR 2.8(4)')
  await expect(result).toContainText('sample, not reviewed guidance')
  await expectNoViolations(page, 'a calculator of days')
  await inputs.getByRole('textbox').first().fill('2030-12-30')
  await expect(result).toContainText('covers 2020-01-01 to 2030-12-31')
  await served.asking((assistant) => assistant.pack.setJurisdiction({ matter: 'Moss', jurisdiction: 'Germany' }))
  const question = page.getByRole('textbox', { name: 'Which calculator?' })
  await question.fill('What is the federal court deadline?')
  await question.press('Enter')
  const told = 'Left out: "US federal deadline (FRCP 6)" is law of United States; this matter is under Germany.'
  await expect(page.getByText(told)).toBeVisible()
  expect(troubles).toEqual([])
  await page.close()
  await served[Symbol.asyncDispose]()
})
