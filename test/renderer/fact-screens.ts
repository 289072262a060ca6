import type { Page } from '@playwright/test'
import type { StandInHost } from './stand-in/serve-stand-in.ts'

type Screen = { readonly options: object; show(page: Page, host: StandInHost): Promise<void> }

/** The pictures of facts and rules, for `take-screenshots.ts`. */
export function factScreens(go: (page: Page, name: string) => Promise<void>): Readonly<Record<string, Screen>> {
  const open = async (page: Page, tab: string) => {
    await page.getByRole('link', { name: 'A. Okafor' }).first().click()
    await go(page, 'Facts & calculators')
    await page.getByRole('tab', { name: tab }).click()
  }
  return {
    facts: {
      options: {},
      async show(page) {
        await open(page, 'Facts')
        await page.getByTestId('conclusions').waitFor()
      },
    },
    'facts-passage': {
      options: {},
      async show(page) {
        await open(page, 'Facts')
        await page.getByTestId('proposal').first().getByRole('button', { name: /p\. 1/ }).click()
        await page.locator('[data-testid=page][data-drawn=true]').first().waitFor()
      },
    },
    'facts-detail': {
      options: {},
      async show(page) {
        await open(page, 'Facts')
        await page.getByTestId('fact-row').getByRole('button', { name: 'you: patient weighs 58 kg' }).click()
        await page.getByRole('button', { name: 'Unset', exact: true }).waitFor()
      },
    },
    'facts-add': {
      options: {},
      async show(page) {
        await open(page, 'Facts')
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
        await open(page, 'Facts')
        await page.getByText('No rules are used').waitFor()
      },
    },
    'facts-refused': {
      options: {},
      async show(page) {
        await open(page, 'Facts')
        await page.getByRole('textbox', { name: 'Weight', exact: true }).fill('999')
        await page.keyboard.press('Enter')
        await page.getByTestId('failure').waitFor()
      },
    },
    'facts-conclusions': {
      options: {},
      async show(page) {
        await open(page, 'Conclusions')
        await page
          .getByTestId('conclusion')
          .first()
          .getByText('score at or above the threshold, and no exception', { exact: true })
          .waitFor()
      },
    },
    'facts-what-if': {
      options: {},
      async show(page) {
        await open(page, 'Conclusions')
        await page.getByRole('button', { name: 'what would change it' }).first().click()
        await page.getByTestId('what-if').getByRole('table').waitFor()
      },
    },
    'facts-deadlines': {
      options: {},
      async show(page) {
        await open(page, 'Deadlines')
        await page.getByRole('table', { name: 'Dates ahead' }).waitFor()
        await page.waitForTimeout(300)
      },
    },
    'knowledge-list': {
      options: {},
      async show(page) {
        await go(page, 'Lessons')
        await page.getByRole('tab', { name: 'Rules' }).click()
        await page.getByTestId('rule').first().waitFor()
      },
    },
    'knowledge-rule': {
      options: {},
      async show(page) {
        await go(page, 'Lessons')
        await page.getByRole('tab', { name: 'Rules' }).click()
        await page.getByTestId('rule').nth(1).click()
        await page.getByTestId('sentence').getByText('If a patient').waitFor()
      },
    },
    'knowledge-text': {
      options: {},
      async show(page) {
        await go(page, 'Lessons')
        await page.getByRole('tab', { name: 'Rules' }).click()
        await page.getByTestId('rule').first().click()
        await page.getByTestId('sentence').getByText('If a patient').waitFor()
        await page.getByRole('button', { name: 'Show as text' }).click()
        const text = page.getByRole('textbox', { name: 'The rule as text' })
        await text.fill((await text.inputValue()).replace('has(?p, af)', 'postd(?p, af)'))
        await page.getByTestId('problems').getByText('There is no relation').waitFor()
      },
    },
    'knowledge-approve': {
      options: {},
      async show(page, host) {
        const [row] = host.state.rules
        if (row) row.status = 'tested'
        for (const pack of host.state.packs) pack.shipped = false
        await go(page, 'Lessons')
        await page.getByRole('tab', { name: 'Rules' }).click()
        await page.getByTestId('rule').first().click()
        await page.getByRole('button', { name: 'Approve…' }).click()
        await page.getByLabel('Your name').waitFor()
      },
    },
    'knowledge-test': {
      options: {},
      async show(page) {
        await go(page, 'Lessons')
        await page.getByRole('tab', { name: 'Rules' }).click()
        await page.getByTestId('rule').nth(1).click()
        const tests = page.getByRole('button', { name: 'Tests', exact: true })
        if (await tests.isVisible()) await tests.click()
        await page.getByRole('button', { name: 'write it' }).click()
      },
    },
    'knowledge-packs': {
      options: {},
      async show(page) {
        await go(page, 'Lessons')
        await page.getByRole('tab', { name: 'Packs' }).click()
        await page.getByTestId('pack').first().waitFor()
      },
    },
    'knowledge-import': {
      options: {},
      async show(page) {
        await go(page, 'Lessons')
        await page.getByRole('tab', { name: 'Packs' }).click()
        await page.getByRole('button', { name: 'Import a pack' }).click()
        await page.getByLabel('Folder of the pack').fill('/home/you/packs/broken')
        await page.keyboard.press('Enter')
        await page.getByTestId('failure').waitFor()
      },
    },
    'facts-calendar': {
      options: {},
      async show(page) {
        await open(page, 'Deadlines')
        await page.getByRole('button', { name: 'export to calendar…' }).click()
        await page.getByText('It is not encrypted').waitFor()
      },
    },
  }
}
