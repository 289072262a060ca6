import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { reportError } from '../../cli/failures.ts'
import { failureWithCommand, wordsWithCommand } from '../../cli/next-command.ts'
import { createOutput } from '../../cli/output.ts'
import { createProgram } from '../../cli/program.ts'
import { ERROR_CODES, type ErrorCode, Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import { MESSAGES } from '../../wording/messages/en/messages.ts'
import { messagesOf } from '../wording/messages-of.ts'

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
    ['NO_CONSENT', message('failures.outgoing.forbidden'), 'consilium matter sending'],
    ['NO_CONSENT', message('failures.outgoing.sendingForbidden'), 'consilium matter sending'],
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
    expect(wordsWithCommand(said)).toMatch(/^rates\.xls: .* consilium add MATTER PATH\.\.\. --libreoffice on$/)
  })
})

/** Everything that is said of a next command, each once. */
function allSaid(): readonly string[] {
  const keys = messagesOf(MESSAGES).map(([key]) => key)
  const ofMessages = keys.map((key) => failureWithCommand('DAMAGED', '', { key, values: {} }))
  const ofCodes = ERROR_CODES.map((code) => failureWithCommand(code, '', null))
  return [...new Set([...ofMessages, ...ofCodes])].filter((said) => said !== '')
}

/** Commands end at a comma, a full stop or the end; the dots of `PATH...` belong to them. */
const COMMAND = /consilium (.+?)(?=, |(?<!\.)\. |$)/g
const OPTION = /--[a-z-]+/g

const UNDERSTOOD = new Error('The words name a command with all that it needs.')

/** The program as it is, which stops short of doing what it was told. */
function programThatOnlyListens(): Command {
  const stream = { write: () => true }
  const options = {
    root: new URL('../../', import.meta.url),
    env: {},
    signal: new AbortController().signal,
    version: '0',
  }
  return createProgram(createOutput(false, stream, stream), options, { code: 0 }).hook('preAction', () => {
    throw UNDERSTOOD
  })
}

function withThoseBelow(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withThoseBelow)]
}

describe('the commands that are named as the next', () => {
  const said = allSaid()
  const commands = said.flatMap((words) => [...words.matchAll(COMMAND)].map(([, command = '']) => command))

  test('are many', () => expect(commands.length).toBeGreaterThan(10))

  test.each([...new Set(commands)])('consilium %s is taken as it is printed', async (command) => {
    // What the user puts in stands in capitals, and is text like any other.
    const parsed = programThatOnlyListens().parseAsync(command.split(' '), { from: 'user' })
    await expect(parsed).rejects.toBe(UNDERSTOOD)
  })

  test('options that are named alone are options of the program', () => {
    const known = withThoseBelow(programThatOnlyListens()).flatMap(({ options }) => options.map(({ long }) => long))
    const named = said.flatMap((words) => words.replaceAll(COMMAND, '').match(OPTION) ?? [])
    expect(known).toEqual(expect.arrayContaining(named))
  })
})
