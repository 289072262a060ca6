import type { Page } from '@playwright/test'
import type { StandInHost } from './stand-in/serve-stand-in.ts'

type Screen = { readonly options: object; show(page: Page, host: StandInHost): Promise<void> }

/** The pictures of facts and rules, for `take-screenshots.ts`. */
export function factScreens(go: (page: Page, name: string) => Promise<void>): Readonly<Record<string, Screen>> {
  const open = async (page: Page) => {
    await page.getByRole('link', { name: 'A. Okafor' }).first().click()
    await go(page, 'Facts & rules')
  }
  return {
    facts: {
      options: {},
      async show(page) {
        await open(page)
        await page.getByTestId('proposal').first().waitFor()
      },
    },
    'facts-passage': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByTestId('proposal').first().getByRole('button', { name: /p\. 1/ }).click()
        await page.locator('[data-testid=page][data-drawn=true]').first().waitFor()
      },
    },
    'facts-detail': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByTestId('fact-row').getByRole('button', { name: 'you: patient weighs 58 kg' }).click()
        await page.getByRole('button', { name: 'Unset' }).waitFor()
      },
    },
    'facts-add': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'add: takes' }).click()
        await page.getByLabel('Drug').fill('digoxin')
        await page.getByRole('button', { name: 'Add', exact: true }).click()
      },
    },
    'ask-proof': {
      options: { waitMs: 1 },
      async show(page) {
        await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
        await page.getByRole('textbox', { name: 'Question about the documents' }).fill('When is the review due?')
        await page.keyboard.press('Enter')
        await page.locator('[data-testid=answer][data-state=uncertain]').waitFor()
        await page.getByTestId('claim').last().getByTestId('citation').click()
        await page.getByTestId('concluded').waitFor()
      },
    },
    'facts-none': {
      options: {},
      async show(page, host) {
        host.state.usedPacks = []
        await open(page)
        await page.getByText('No rules are used').waitFor()
      },
    },
    'facts-refused': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('textbox', { name: 'Weight', exact: true }).fill('999')
        await page.keyboard.press('Enter')
        await page.getByTestId('failure').waitFor()
      },
    },
    'knowledge-packs': {
      options: {},
      async show(page) {
        await go(page, 'Knowledge')
        await page.getByTestId('pack').first().waitFor()
      },
    },
    'knowledge-import': {
      options: {},
      async show(page) {
        await go(page, 'Knowledge')
        await page.getByRole('button', { name: 'Import a pack' }).click()
        await page.getByLabel('Folder of the pack').fill('/home/you/packs/broken')
        await page.keyboard.press('Enter')
        await page.getByTestId('failure').waitFor()
      },
    },
  }
}
