import type { Page } from '@playwright/test'
import type { StandInHost } from './stand-in/serve-stand-in.ts'

type Screen = { readonly options: object; show(page: Page, host: StandInHost): Promise<void> }
type Go = (page: Page, name: string) => Promise<void>

const QUESTION = 'Was our break notice served in time, and can the landlord still treat the lease as running on?'

/** The pictures of second opinions, for `take-screenshots.ts`. */
export function opinionScreens(openMatter: (page: Page) => Promise<void>, go: Go): Readonly<Record<string, Screen>> {
  const network = (host: StandInHost) => {
    host.state.settings.network = true
    host.state.events.push({ type: 'settings-changed' })
  }
  const answered = async (page: Page) => {
    await openMatter(page)
    await page.getByRole('textbox', { name: 'Question about the documents' }).fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.locator('[data-testid=answer][data-state=uncertain]').waitFor()
  }
  const ask = async (page: Page) => {
    await answered(page)
    await page.getByRole('link', { name: 'Second opinion…' }).click()
  }
  const prepare = async (page: Page) => {
    await ask(page)
    await page.getByRole('button', { name: 'Prepare the outgoing text…' }).click()
    await page.getByTestId('panes').waitFor()
  }
  const decideAll = async (page: Page) => {
    for (let left = await page.getByTestId('flag-group').count(); left > 0; left -= 1) {
      await page.getByTestId('flag-group').first().focus()
      await page.keyboard.press('m')
      await page.waitForFunction((count) => document.querySelectorAll('[data-testid=flag-group]').length < count, left)
    }
  }
  const send = async (page: Page) => {
    await decideAll(page)
    await page.getByRole('button', { name: 'Approve and send' }).click()
    await page.getByTestId('comparison').waitFor()
  }
  const answeredElsewhere = async (page: Page, host: StandInHost) => {
    network(host)
    await prepare(page)
    await send(page)
  }
  const decide = async (page: Page) => {
    await page.getByRole('button', { name: 'Second opinion', exact: true }).click()
    await page.getByRole('button', { name: 'Save the decision' }).click()
  }
  return {
    'opinion-choose': {
      options: { waitMs: 1 },
      async show(page) {
        await ask(page)
        await page.getByRole('button', { name: 'Always replaced' }).click()
        await page.getByRole('button', { name: 'Kept in this matter' }).click()
        await page.getByLabel('Name or number').waitFor()
      },
    },
    'opinion-packet': {
      options: { waitMs: 1 },
      async show(page) {
        await prepare(page)
        await page.getByTestId('open-flags').getByText('7 of 7 words open').waitFor()
      },
    },
    'opinion-packet-one-by-one': {
      options: { waitMs: 1 },
      async show(page) {
        await prepare(page)
        await page.getByRole('button', { name: /^Keep all: 3 everyday words/ }).click()
        await page.getByTestId('open-flags').getByText('4 of 7 words open').waitFor()
        await page.getByTestId('decided').click()
        await page
          .getByRole('button', { name: /^One by one: / })
          .first()
          .click()
        await page.getByTestId('flag').first().waitFor()
      },
    },
    'opinion-selected': {
      options: { waitMs: 1 },
      async show(page) {
        await prepare(page)
        await page.locator('[data-testid=local][data-source=S3] p span').last().selectText()
        await page.mouse.up()
        await page.locator('body').dispatchEvent('pointerup')
        await page.getByTestId('selected-words').waitFor()
      },
    },
    'opinion-bytes': {
      options: { waitMs: 1 },
      async show(page) {
        await prepare(page)
        await page.getByRole('button', { name: 'Exact bytes…' }).click()
        await page.getByTestId('body').waitFor()
      },
    },
    'opinion-sending': {
      options: { waitMs: 20 },
      async show(page, host) {
        network(host)
        await prepare(page)
        await decideAll(page)
        await page.getByRole('button', { name: 'Approve and send' }).click()
        await page.getByText('The provider is busy').waitFor()
      },
    },
    'opinion-compare': {
      options: { waitMs: 1 },
      async show(page, host) {
        await answeredElsewhere(page, host)
      },
    },
    'opinion-informed': {
      options: { waitMs: 1 },
      async show(page, host) {
        await answeredElsewhere(page, host)
        await page.getByRole('button', { name: 'Write the local analysis…' }).click()
        await page.getByText('Local analysis, without a verdict').waitFor()
        await send(page)
        await page.getByText('saw the local analysis').waitFor()
        await page.getByTestId('citation').first().click()
        await page.getByTestId('highlight').first().waitFor()
      },
    },
    'opinion-decided': {
      options: { waitMs: 1 },
      async show(page, host) {
        await answeredElsewhere(page, host)
        await decide(page)
        await page.getByTestId('decision').getByText('Saved', { exact: true }).waitFor()
        await page.getByTestId('decision').scrollIntoViewIfNeeded()
      },
    },
    'opinion-bias-here': {
      options: { waitMs: 1 },
      async show(page, host) {
        await answeredElsewhere(page, host)
        await page.getByRole('button', { name: 'Check on this computer' }).click()
        await page.getByText('answer unchanged').waitFor()
        await page.getByTestId('bias-check').scrollIntoViewIfNeeded()
      },
    },
    'opinion-into-card': {
      options: { waitMs: 1 },
      async show(page, host) {
        await answeredElsewhere(page, host)
        await decide(page)
        await page.getByRole('button', { name: 'Turn into a lesson…', disabled: false }).click()
        await page.getByRole('dialog').waitFor()
      },
    },
    'ask-suggestion': {
      options: {},
      async show(page) {
        await answered(page)
        await page.getByTestId('suggestion').scrollIntoViewIfNeeded()
      },
    },
    'providers-list': {
      options: {},
      async show(page) {
        await go(page, 'Settings')
        await page.getByRole('tab', { name: 'Providers' }).click()
        await page.getByTestId('provider').waitFor()
      },
    },
    'providers-edit': {
      options: {},
      async show(page) {
        await go(page, 'Settings')
        await page.getByRole('tab', { name: 'Providers' }).click()
        await page.getByRole('button', { name: 'Change Meridian' }).click()
        await page.getByLabel('Key (leave empty').waitFor()
      },
    },
  }
}
