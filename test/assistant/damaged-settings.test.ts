import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSettings } from '../../assistant/home/settings.ts'
import { folderLabel } from '../../assistant/reading/intake/find-files.ts'
import { leaveOut, leftOutReasons, takeBackIn } from '../../assistant/reading/intake/left-out.ts'
import { passwordsFor, rememberPassword } from '../../assistant/reading/known-passwords.ts'
import { changeReadingOptions, readingOptions } from '../../assistant/reading/reading-options.ts'
import { addWatchedFolder, watchedFolders } from '../../assistant/watching/watching.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { settingsInMemory } from './settings-in-memory.ts'

const FILE = { bytes: 1, modifiedMs: 1 }

/** Each setting that is a list or a record of its own, read and changed: what comes of it, and what should. */
const USES: Readonly<Record<string, (settings: JsonSettings) => readonly [found: unknown, expected: unknown]>> = {
  'watched-folders'(settings) {
    addWatchedFolder(settings, '/cases')
    return [watchedFolders(settings), expect.arrayContaining([{ folder: '/cases', paused: false }])]
  },
  'document-passwords'(settings) {
    rememberPassword(settings, 'secret')
    return [passwordsFor(settings, 'own').slice(0, 2), ['own', 'secret']]
  },
  'left-out-files'(settings) {
    takeBackIn(settings, 'root', 'a.txt')
    leaveOut(settings, 'root', 'a.txt', FILE)
    const reasonOf = leftOutReasons(settings, 'root')
    return [reasonOf({ ...FILE, file: 'a.txt', folder: '', path: 'a.txt', isNamed: false }), 'removed']
  },
  'folder-labels'(settings) {
    const label = folderLabel(settings, '/cases/hollis')
    return [
      [label, folderLabel(settings, '/cases/hollis')],
      [expect.stringMatching(/^hollis/), label],
    ]
  },
  'reading-options'(settings) {
    const before = readingOptions(settings)
    return [
      [before, changeReadingOptions(settings, { ocr: 'never' })],
      [before, { ...before, ocr: 'never' }],
    ]
  },
}

test('a list or record of a setting that is of another shape is empty, and can be written again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(USES)), fc.jsonValue(), (key, value) => {
      const [found, expected] = USES[key]!(settingsInMemory([key, value]))
      expect(found).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

const KEPT: Readonly<
  Record<string, readonly [good: unknown, spoiled: unknown, read: (settings: JsonSettings) => unknown]>
> = {
  'watched-folders': [
    [{ folder: '/cases', paused: true }],
    [{ folder: 7 }, { folder: '/cases', paused: true }],
    (settings) => watchedFolders(settings),
  ],
  'document-passwords': [['secret'], [null, 'secret'], (settings) => passwordsFor(settings, null)],
  'left-out-files': [
    { 'root/a.txt': FILE },
    { 'root/b.txt': { ...FILE, reason: 'unheard of' }, 'root/a.txt': FILE },
    (settings) =>
      leftOutReasons(settings, 'root')({ ...FILE, file: 'a.txt', folder: '', path: 'a.txt', isNamed: false }),
  ],
  'folder-labels': [
    { hollis: '/cases/hollis' },
    { marlowe: 7, hollis: '/cases/hollis' },
    (settings) => folderLabel(settings, '/cases/hollis', 'another'),
  ],
  'reading-options': [
    { ocr: 'never' },
    { ocr: 'never', languages: ['unheard of'] },
    (settings) => readingOptions(settings),
  ],
}

test.each(Object.entries(KEPT))(
  'one entry of %s that is damaged takes no other with it',
  (key, [good, spoiled, read]) => {
    const expected = read(settingsInMemory([key, good]))
    expect(expected).not.toEqual(read(settingsInMemory()))
    expect(read(settingsInMemory([key, spoiled]))).toEqual(expected)
  },
)

test('a damaged privacy switch keeps the network off, and one that was never set leaves it on', () => {
  fc.assert(
    fc.property(
      fc.option(
        fc.jsonValue().filter((value) => value !== true),
        { nil: undefined },
      ),
      (value) => {
        expect(readSettings(settingsInMemory(['network', value])).network).toBe(false)
      },
    ),
  )
  expect(readSettings(settingsInMemory()).network).toBe(true)
})
