import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'

type Part = { readonly fields: string; readonly body: string | Buffer }

function saved(parts: readonly Part[], more = ''): Buffer {
  const head = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=b"${more}\r\n\r\n`
  const bodies = parts.flatMap(({ fields, body }) => [
    Buffer.from(`----=b\r\n${fields}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([Buffer.from(head), ...bodies, Buffer.from('----=b--\r\n')])
}

async function read(bytes: Buffer) {
  const { pages, result } = await collect('page.mhtml', bytes)
  return { page: pages[0]!, warnings: result.warnings, mediaType: result.mediaType }
}

const html = 'Content-Type: text/html; charset=utf-8'

describe('a saved web page (MHTML)', () => {
  it('is read by the encoding and the transfer of its part, without its style sheets and pictures', async () => {
    const { page, warnings, mediaType } = await read(
      saved([
        {
          fields: 'Content-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: quoted-printable',
          body: '<html><head><title>T</title></head><body><h1>Price =80 5</h1><p>one=\r\n two <img src=3D"cid:a"></p>',
        },
        { fields: 'Content-Type: text/css', body: 'p{}' },
        { fields: 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64', body: 'AAAA' },
      ]),
    )
    expect(mediaType).toBe('multipart/related')
    expect(blocksOf(page)).toEqual([
      ['heading', 1, 'Price € 5'],
      ['paragraph', 0, 'one two'],
    ])
    expect(warnings).toEqual(['1 picture: text inside pictures is not read, only the description that the page gives.'])
  })

  it('begins with the part that it names and goes on with the pages of its frames', async () => {
    const { page, warnings } = await read(
      saved(
        [
          {
            fields: `${html}\r\nContent-ID: <frame>\r\nContent-Transfer-Encoding: base64`,
            body: Buffer.from('<p>Inside').toString('base64'),
          },
          { fields: `${html}\r\nContent-ID: <main>`, body: '<p>Main<iframe src="cid:frame"></iframe>' },
          { fields: 'Content-Type: application/pdf', body: '%PDF' },
        ],
        '; start="<main>"',
      ),
    )
    expect(page.text).toBe('Main\n\nInside')
    expect(warnings).toEqual(['1 other file saved with the page was not read.'])
  })

  it('gives what is there when it breaks off', async () => {
    const whole = saved([{ fields: html, body: '<p>Text that goes on' }])
    expect((await read(whole.subarray(0, whole.length - 12))).page.text).toBe('Text that goes on')
  })

  it('is refused when its parts nest too deep or hold no page', async () => {
    let body = '<p>x'
    let fields = html
    for (let depth = 0; depth < 40; depth += 1) {
      body = `--${depth}x\r\n${fields}\r\n\r\n${body}\r\n--${depth}x--`
      fields = `Content-Type: multipart/mixed; boundary="${depth}x"`
    }
    await expect(read(saved([{ fields, body }]))).rejects.toMatchObject({ failure: { code: 'gate' } })
    await expect(read(saved([{ fields: 'Content-Type: text/css', body: '' }]))).rejects.toMatchObject({
      failure: { code: 'damaged' },
      message: expect.stringMatching(/no page in it/),
    })
  })

  it('believes its meta tag where the part names no encoding', async () => {
    const body = iconv.encode('<html><meta charset=windows-1251><p>Привет', 'windows-1251')
    expect((await read(saved([{ fields: 'Content-Type: text/html', body }]))).page.text).toBe('Привет')
  })
})
