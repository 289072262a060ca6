import { expect, test } from 'vitest'
import { exitReason } from '../../processes/child.ts'
import { messageText } from '../../wording/message-text.ts'
import { ENDED_BY_LOCK, processEnd, processName } from '../../wording/process-end.ts'

test.each([
  [exitReason(null, 'SIGKILL', ''), 'ended by the system or another program'],
  ['killed from outside', 'ended by the system or another program'],
  [exitReason(7, null, ''), 'an internal error'],
  [exitReason(null, 'SIGSEGV', ''), 'an internal error'],
  [exitReason(null, 'SIGABRT', ''), 'an internal error'],
  [exitReason(null, 'SIGTERM', ''), 'ended by the system or another program'],
  ['crashed in native code (11)', 'an internal error'],
  [exitReason(1, null, 'FATAL ERROR: Reached heap limit. Allocation failed'), 'not enough memory'],
  [exitReason(1, null, 'memory limit of 900 MB reached'), 'not enough memory'],
  ['could not be started (3)', 'it could not be started'],
  ['unresponsive', 'it no longer responded'],
  [ENDED_BY_LOCK, 'it was locked'],
  ['the computer went to sleep', 'the computer went to sleep'],
])('a process that ended by "%s" is told to people as "%s"', (reason, words) => {
  expect(messageText(processEnd(reason))).toBe(words)
})

test('processes go by what they do for people', () => {
  expect(['reader', 'engine', 'counting'].map((name) => messageText(processName(name)))).toEqual([
    'Reading of documents',
    'The engine',
    'counting',
  ])
})
