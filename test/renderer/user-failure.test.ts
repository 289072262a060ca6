import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConnectionLostError } from '../../renderer/connection/browser-socket.ts'
import { userFailure } from '../../renderer/state/user-failure.ts'
import { goesOn } from '../../renderer/surveys/survey-job.tsx'
import { ERROR_CODES } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { setLanguage } from '../../wording/translate.ts'
import { refused } from './refused.ts'
import { NO_ANSWER } from '../../wording/process-end.ts'

const failed = (code: string, words: string) => Object.assign(new Error(words), { code })

test('a failure says what happened, what was kept and what to do; a stop by the user says nothing', () => {
  expect(userFailure(new DOMException('stopped', 'AbortError'))).toBeNull()
  expect(userFailure(new ConnectionLostError('killed by SIGKILL'), 'Your question was kept.')).toEqual({
    code: 'CONNECTION_LOST',
    happened: 'The engine stopped (ended by the system or another program).',
    kept: 'Your question was kept.',
    todo: 'It is being restarted. Try again in a moment.',
  })
  expect(userFailure(new ConnectionLostError(NO_ANSWER), 'Your question was kept.')).toMatchObject({
    happened: 'Consilium does not respond.',
    todo: 'If it was closed, start it again. Try again in a moment.',
  })
  expect(userFailure(new ConnectionLostError('killed by SIGKILL'))?.kept).toBe('It is not known whether it was done.')
  expect(userFailure(new ConnectionLostError('killed by SIGKILL'), goesOn().kept, goesOn().afterLoss)).toMatchObject({
    kept: 'What was written is kept.',
    todo: 'It is being restarted. Then press “Continue”: it resumes where it stopped.',
  })
  expect(userFailure(refused('ALREADY_EXISTS', 'That name is taken. Choose another.'))).toEqual({
    code: 'ALREADY_EXISTS',
    happened: 'That name is taken. Choose another.',
    kept: 'Nothing was changed.',
    todo: '',
  })
  expect(userFailure(refused('READ_ONLY', 'It can only be read. Open a copy with --home.'))).toEqual({
    code: 'READ_ONLY',
    happened: 'The folder with your data can only be read.',
    kept: 'Nothing was changed.',
    todo: 'Make the folder writable, or copy it to a disk that can be written to and open the copy.',
  })
})

test('that nothing was changed is said once, also where the engine says it already', () => {
  const said = message('failures.keys.otherPassphrase')
  const failure = userFailure(refused('WRONG_KEY', said))
  expect(failure).toMatchObject({ happened: 'This is not the passphrase. Nothing was changed.', kept: '' })
  expect(failure?.todo).toBe('Try again, or use the recovery key.')
})

test('what was not foreseen never shows its inside to the user', () => {
  expect(userFailure(failed('INTERNAL_SERVER_ERROR', 'SQLITE_CORRUPT at page 7'))).toMatchObject({
    code: 'UNKNOWN',
    happened: 'Something unexpected went wrong.',
  })
  expect(userFailure(null)?.happened).toBe('Something unexpected went wrong.')
})

describe('in another language', () => {
  beforeEach(() => setLanguage(GERMAN))
  afterEach(() => setLanguage(ENGLISH))

  test('what the engine refuses is said in that language', () => {
    const said = message('failures.system.refused', { reason: 'EACCES' })
    expect(userFailure(refused('NOT_FOUND', said))).toEqual({
      code: 'NOT_FOUND',
      happened: GERMAN.failures.system.refused.replace('{reason}', 'EACCES'),
      kept: 'Es wurde nichts geändert.',
      todo: '',
    })
  })

  test('what an engine of another version says is said to be so', () => {
    const said = { key: 'failures.of.tomorrow', values: {} }
    expect(userFailure(refused('OFFLINE', said))?.happened).toBe(GERMAN.language.ofAnotherVersion)
  })

  test('what was not foreseen shows no more of its inside than in English', () => {
    const unforeseen = GERMAN.window.failure.unforeseen
    expect(userFailure(failed('INTERNAL_SERVER_ERROR', 'SQLITE_CORRUPT at page 7'))?.happened).toBe(unforeseen)
    expect(userFailure(new Error('the disk is gone'))?.happened).toBe(unforeseen)
  })

  test.for(ERROR_CODES)('%s says what happened and what to do', (code) => {
    const failure = userFailure(failed(code, ''))
    expect(failure).toEqual({ code, kept: 'Es wurde nichts geändert.', ...GERMAN.window.errors[code] })
  })
})
