import { describe, expect, test } from 'vitest'
import { reportError } from '../../cli/failures.ts'
import { wordsWithCommand } from '../../cli/next-command.ts'
import { createOutput } from '../../cli/output.ts'
import { type ErrorCode, Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

function printed(error: unknown): string {
  const lines: string[] = []
  const stream = { write: (text: string) => lines.push(text) }
  reportError(error, createOutput(false, stream, stream), new AbortController().signal)
  return lines.join('')
}

describe('what is done about a failure on the command line', () => {
  test.each<[code: ErrorCode, said: Message, command: string]>([
    ['NOT_FOUND', message('failures.packs.unknown', { name: 'x' }), 'consilium packs'],
    ['WRONG_USE', message('failures.facts.needsPack', { matter: 'M' }), 'consilium packs use'],
    [
      'WRONG_USE',
      message('failures.references.otherEmbedder', { reference: 'R', built: 'b', here: 'h' }),
      '--words-only',
    ],
    ['WRONG_USE', message('failures.opinions.noOwnList'), '--rank'],
    ['NO_MODEL', message('failures.optimisation.needsModel'), 'consilium models'],
    ['OFFLINE', message('failures.outgoing.offline'), 'consilium network on'],
  ])('%s %o ends with its command', (code, said, command) => {
    expect(printed(new Failure(code, said))).toContain(command)
    // As it comes through the contract.
    const told = Object.assign(new Error(new Failure(code, said).message), { code, data: { said } })
    expect(printed(told)).toBe(printed(new Failure(code, said)))
  })

  test('a failure about which nothing is done says what happened alone', () => {
    expect(printed(new Failure('NOT_FOUND', message('failures.matters.gone')))).toBe(
      'error NOT_FOUND: This matter is no longer there.\n',
    )
  })

  test('what the advice in a message leaves to the terminal stands behind the whole', () => {
    const advice = message('unread.advice.allowLibreOffice', { formats: 'XLSX' })
    const said = message('failures.reading.fileNotTaken', { file: 'rates.xls', reason: advice })
    expect(wordsWithCommand(said)).toMatch(/^rates\.xls: .* consilium add --libreoffice on$/)
  })
})
