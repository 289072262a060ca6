import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createOutput } from '../../cli/output.ts'
import { message, verbatim } from '../../wording/message.ts'

function terminal() {
  const written: string[] = []
  const stream = { isTTY: true, columns: 80, write: (text: string) => written.push(text) }
  return { output: createOutput(false, stream, stream), all: () => written.join('') }
}

/** What a terminal obeys: everything that is no sign, but line ends and tabs. */
const OBEYED = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

describe('what is printed', () => {
  test('shows the control characters of others as signs, and keeps our own colours', () => {
    vi.stubEnv('FORCE_COLOR', '1')
    const { output, all } = terminal()
    output.text(`${output.style('bold', 'lease\u001b[2J.pdf')} \u009b31m \u202egpj.exe`)
    vi.unstubAllEnvs()
    expect(all()).toBe('\u001b[1mlease␛[2J.pdf\u001b[22m <U+009B>31m <U+202E>gpj.exe\n')
  })

  test('has plain spaces between a number and its unit, and JSON what was said', () => {
    const { output, all } = terminal()
    output.text('71\u00A0%')
    output.result({}, 'about 1\u00A0min')
    output.note('2\u00A0GB')
    expect(all()).toBe('71 %\nabout 1 min\n2 GB\n')
    const written: string[] = []
    const stream = { write: (text: string) => written.push(text) }
    createOutput(true, stream, stream).result({ share: '71\u00A0%' }, null)
    expect(written).toEqual(['{"share":"71\u00A0%"}\n'])
  })

  test('has plain spaces in what the engine says and in failures, for programs too', () => {
    const written: string[] = []
    const stream = { write: (text: string) => written.push(text) }
    const output = createOutput(true, stream, stream)
    output.result({ why: message('unread.standstill'), size: verbatim('2\u00A0GB') }, null)
    output.error('NO_SPACE', 'It takes 2\u00A0GB.')
    expect(written).toEqual([
      '{"why":"Reading came to a standstill and was stopped.","size":"2 GB"}\n',
      'error NO_SPACE: It takes 2 GB.\n',
      '{"error":{"code":"NO_SPACE","message":"It takes 2 GB.","data":null}}\n',
    ])
  })

  test('obeys nothing that a text, a remark, an error or a line of progress says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { output, all } = terminal()
        output.text(text)
        output.result({}, text)
        output.note(text)
        output.error('WRONG_USE', text)
        expect(OBEYED.test(all().replaceAll('\r\n', '\n'))).toBe(false)
      }),
    )
  })
})
