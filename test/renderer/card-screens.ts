import type { Page } from '@playwright/test'
import type { StandInHost } from './stand-in/serve-stand-in.ts'

type Screen = { readonly options: object; show(page: Page, host: StandInHost): Promise<void> }

/** The pictures of knowledge cards, for `take-screenshots.ts`. */
export function cardScreens(go: (page: Page, name: string) => Promise<void>): Readonly<Record<string, Screen>> {
  const open = async (page: Page, title: string) => {
    await go(page, 'Lessons')
    await page.getByTestId('card').filter({ hasText: title }).click()
  }
  return {
    'cards-list': { options: {}, show: async (page) => go(page, 'Lessons') },
    'cards-card': {
      options: {},
      async show(page) {
        await open(page, 'Deemed and actual service')
        await page.getByRole('heading', { name: /^Summary/ }).waitFor()
      },
    },
    'cards-draft': {
      options: {},
      async show(page) {
        await open(page, 'Licence is not a lease')
        await page.getByRole('button', { name: 'Let Qwen3 8B write it' }).click()
        await page.getByRole('textbox', { name: 'Item 1', exact: true }).waitFor()
      },
    },
    'cards-approve': {
      options: {},
      async show(page) {
        await open(page, 'Rent “reserved as”')
        await page.getByRole('button', { name: 'Approve…' }).click()
        await page.getByLabel('Your name').waitFor()
      },
    },
  }
}
