import { dirname } from 'node:path'
import { type Browser, type Page, test } from '@playwright/test'
import { type RealModelId, realModel } from '../model/real-models.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

export type OpenedWindow = {
  readonly served: ServedHome
  readonly page: Page
  /** What the page threw and complained of. */
  readonly troubles: readonly string[]
}

/** A window on an empty home, past its first screen. Where `model` cannot be had the tests of the file are skipped. */
export async function openWindow(browser: Browser, model: RealModelId | null = null): Promise<OpenedWindow> {
  const real = model && (await realModel(model))
  test.skip(real !== null && !real.installed, real?.whyNot ?? '')
  const served = await serveHome(real?.installed ? { models: dirname(dirname(real.installed.path)) } : {})
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  await page.goto(served.url)
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('list', { name: 'Places' }).waitFor()
  return { served, page, troubles }
}
