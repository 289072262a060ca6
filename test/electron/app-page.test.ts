import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerPageRequests, isOwnFrame, isOwnUrl } from '../../electron/app-page.ts'
import { securityHeaders } from '../../host/page-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-page-'))
  await mkdir(join(folder, 'page'))
  await writeFile(join(folder, 'page/index.html'), '<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>')
  await writeFile(join(folder, 'page/main.js'), 'export {}')
  await writeFile(join(folder, 'secret'), 'not for the page')
})
afterAll(() => rm(folder, { recursive: true }))

const ask = (url: string, method = 'GET') => answerPageRequests(join(folder, 'page'))({ url, method } as Request)

describe('app://ui', () => {
  test('answers with the page under the headers of the browser host, with one new nonce for each response', async () => {
    const nonces = new Set<string>()
    for (const response of [await ask('app://ui/'), await ask('app://ui/index.html')]) {
      const nonce = /nonce="([^"]+)"/.exec(await response.clone().text())?.[1] ?? ''
      expect(await response.text()).toBe(`<meta nonce="${nonce}"><style nonce="${nonce}"></style>`)
      expect(Object.fromEntries(response.headers)).toEqual({
        ...securityHeaders(nonce),
        'content-type': 'text/html; charset=utf-8',
      })
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(2)
  })

  test('gives scripts their type, and a HEAD request no body', async () => {
    const script = await ask('app://ui/main.js')
    expect([script.status, script.headers.get('content-type'), await script.text()]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'export {}',
    ])
    expect(await (await ask('app://ui/main.js', 'HEAD')).text()).toBe('')
  })

  test.each([
    ['app://ui/missing.js', 'GET', 404],
    ['app://ui/../secret', 'GET', 404],
    ['app://ui/%2e%2e/secret', 'GET', 404],
    ['app://ui/..%2fsecret', 'GET', 404],
    ['app://ui/%zz', 'GET', 404],
    ['app://elsewhere/index.html', 'GET', 404],
    ['app://ui/', 'POST', 405],
  ])('refuses %s %s with %i', async (url, method, status) => {
    expect((await ask(url, method)).status).toBe(status)
  })

  test('knows its own addresses and its own frame', () => {
    expect(['app://ui/', 'app://ui', 'blob:app://ui/1-2', 'app://ui/a?b#c'].every(isOwnUrl)).toBe(true)
    expect(['app://ui.evil/', 'app://uix', 'https://app//ui/', 'file:///etc/passwd', 'data:,x'].some(isOwnUrl)).toBe(
      false,
    )
    expect(isOwnFrame({ origin: 'app://ui', parent: null })).toBe(true)
    expect(isOwnFrame({ origin: 'app://ui', parent: {} as Electron.WebFrameMain })).toBe(false)
    expect(isOwnFrame({ origin: 'null', parent: null })).toBe(false)
    expect(isOwnFrame(null)).toBe(false)
  })
})
