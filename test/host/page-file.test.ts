import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeFolder } from '../../host/default-home.ts'
import { type PageFile, pageFile, securityHeaders } from '../../host/page-file.ts'
import { programFiles } from '../../host/program-files.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  const { path } = life.use(await temporaryFolder())
  folder = join(path, 'ui')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__">')
  await writeFile(join(folder, 'assets/main.js'), 'one')
  await writeFile(join(folder, 'assets/viewer.wasm'), 'two')
  await writeFile(join(folder, 'assets/name with space.css'), 'three')
  await writeFile(join(path, 'secret.txt'), 'nobody may read this')
  await mkdir(join(path, 'ui-other'))
  await writeFile(join(path, 'ui-other/secret.txt'), 'nor this')
})
afterAll(() => life.disposeAsync())

const nonceOf = ({ headers }: PageFile) => /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1]

describe('the files of the window', () => {
  test('are given with their media types, whatever follows in the address', async () => {
    const type = async (url: string) => (await pageFile(folder, url))?.headers['content-type']
    expect(await type('/')).toBe('text/html; charset=utf-8')
    expect(await type('/assets/main.js?v=1#top')).toBe('text/javascript; charset=utf-8')
    expect(await type('/assets/viewer.wasm')).toBe('application/wasm')
    expect(await type('/assets/name%20with%20space.css')).toBe('text/css; charset=utf-8')
  })

  test('have a nonce in HTML, a new one each time, that the header allows', async () => {
    const one = (await pageFile(folder, '/')) as PageFile
    const two = (await pageFile(folder, '/')) as PageFile
    expect(one.body.toString()).toBe(`<meta nonce="${nonceOf(one)}"><style nonce="${nonceOf(one)}">`)
    expect(nonceOf(one)).not.toBe(nonceOf(two))
    expect(nonceOf((await pageFile(folder, '/assets/main.js')) as PageFile)).toBeUndefined()
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../ui-other/secret.txt',
    '/%2e%2e%2fui-other/secret.txt',
    '/assets',
    '/assets/',
    '/none.js',
    '/%00',
    '/%',
    '//secret.txt',
    'http://[',
  ])('never lie outside their folder: %s', async (url) => expect(await pageFile(folder, url)).toBeNull())

  test('are never those that no one put there, whatever is asked for', async () => {
    const part = fc.constantFrom(
      '..',
      '%2e%2e',
      '.',
      'assets',
      'secret.txt',
      'ui-other',
      '%2f',
      '\\',
      '',
      'main.js',
      '%00',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const found = await pageFile(folder, `/${parts.join('/')}`)
        expect(found?.body.toString() ?? '').not.toMatch(/nobody may|nor this/)
      }),
    )
  })
})

describe('the headers of the window', () => {
  test('allow nothing from elsewhere, and no code in the page', () => {
    const policy = new Map(
      (securityHeaders()['content-security-policy'] ?? '')
        .split('; ')
        .map((one) => [one.split(' ')[0], one.split(' ').slice(1)]),
    )
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    expect(policy.get('connect-src')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(JSON.stringify([...policy])).not.toMatch(/unsafe-inline|http|\*/)
  })

  test('keep the page out of others and out of caches', () => {
    expect(securityHeaders('n')).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-embedder-policy': 'require-corp',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('where things lie', () => {
  test('of the program: beside the sources, or in the build', () => {
    const sources = programFiles(new URL('file:///opt/app/'), '/home/x')
    expect([sources.windowFolder, sources.samplesFolder]).toEqual(['/opt/app/out/renderer', '/opt/app/samples'])
    const built = programFiles(new URL('file:///opt/app/out/'), '/home/x')
    expect([built.windowFolder, built.samplesFolder]).toEqual(['/opt/app/out/renderer', '/opt/app/samples'])
  })

  test('of the user: in the data folder of the system, unless it was named', () => {
    expect(homeFolder({ CONSILIUM_HOME: '/mine' }, 'linux')).toBe('/mine')
    expect(homeFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/consilium')
    expect(homeFolder({}, 'darwin')).toMatch(/Application Support\/Consilium$/)
    expect(homeFolder({ LOCALAPPDATA: '/local' }, 'win32')).toMatch(/^\/local.Consilium$/)
  })
})
