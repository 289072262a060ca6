import { describe, expect, it } from 'vitest'
import { ordinaryPdf } from '../../../../scripts/hostile/write-pdf.ts'
import { blocksOf, collect } from '../collect.ts'
import { typedPdf } from '../typed-pdf.ts'

function locked(userPassword: string): Promise<Buffer> {
  return ordinaryPdf(2, { pdfVersion: '1.7ext3', userPassword, ownerPassword: 'owner' })
}

describe('a password', () => {
  it.each(['m\u00fcsli', '\u043f\u0430\u0440\u043e\u043b\u044c', '\u5bc6\u7801'])(
    'may have any letters: %s',
    async (password) => {
      const { pages } = await collect('a.pdf', await locked(password), { password })
      expect(pages[0]!.text).toContain('about the boundary wall.')
    },
  )

  it('opens when its letters are typed in parts, as some keyboards do', async () => {
    const { pages } = await collect('a.pdf', await locked('L\u00f6we'), { password: 'Lo\u0308we' })
    expect(pages[0]!.text).toContain('about the boundary wall.')
  })

  it('opens by a second reader what the first one refuses, with boxes and blocks', async () => {
    // Of a password only 127 bytes count, and the first reader takes them all.
    const password = '\u00c4\u00d6'.repeat(70)
    const { pages, result } = await collect('a.pdf', await locked(password), { password })
    const { text, words } = pages[0]!
    expect(pages.map(({ page, state }) => [page, state])).toEqual([
      [1, 'text'],
      [2, 'text'],
    ])
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /^Page 1 of 2 Paragraph 1.1: on day 1 the parties .* about the boundary wall\.$/,
    )
    expect(blocksOf(pages[0]!).length).toBeGreaterThan(0)
    expect(text.slice(words.starts[4], words.ends[4])).toBe('Paragraph')
    const [x, y, width, height] = words.boxes.slice(16)
    expect([x, Math.round(height!)]).toEqual([72, 12])
    expect(Math.abs(y! - 86)).toBeLessThan(5)
    expect(Math.abs(width! - 51)).toBeLessThan(12)
    expect(result.warnings).toEqual([])
  })

  it.each(['jam', '\u00c4\u00d6'.repeat(70)])('that is wrong is told from none', async (password) => {
    const bytes = await locked('marmalade')
    await expect(collect('a.pdf', bytes, { password })).rejects.toMatchObject({
      failure: { code: 'password', retry: true },
      message: 'The password does not open this PDF.',
    })
    await expect(collect('a.pdf', bytes)).rejects.toMatchObject({
      failure: { code: 'password', retry: true },
      message: 'This PDF is locked. Give its password to read it.',
    })
  })
})

describe('a damaged PDF', () => {
  it('is read by a more patient reader, and the user is told', async () => {
    const sound = typedPdf([[[72, 90, 12, 'First page.']], [[72, 90, 12, 'Second page.']]])
    const { pages, result } = await collect(
      'a.pdf',
      Buffer.from(sound.toString('latin1').replaceAll('endobj', ''), 'latin1'),
    )
    expect(pages.map(({ page, state, text }) => [page, state, text])).toEqual([
      [1, 'text', 'First page.'],
      [2, 'text', 'Second page.'],
    ])
    expect(result.warnings).toEqual([
      expect.stringMatching(/^The file is damaged and was read by a more patient reader/),
    ])
  })

  it('fails where none can open it', async () => {
    const cut = typedPdf([[[72, 90, 12, 'First page.']]]).subarray(0, 400)
    await expect(collect('a.pdf', cut)).rejects.toMatchObject({
      failure: { code: 'damaged' },
      message: 'The file is damaged: it cannot be opened as a PDF. Add a sound copy of it.',
    })
  })
})
