import * as fc from 'fast-check'
import { afterAll, vi } from 'vitest'
import { putFailuresIntoWords } from '../wording/failure.ts'
import { englishText } from '../wording/message-text.ts'

// A test reads what a failure says also where the part that fails says nothing itself.
putFailuresIntoWords(englishText)

/**
 * The same code draws the same cases each time, so that a change is judged by what it changed. Others are drawn by another
 * `CONSILIUM_FUZZ_SEED`: a whole number, or `any`.
 */
const seed = process.env.CONSILIUM_FUZZ_SEED ?? '20261130'
if (seed !== 'any') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })

/**
 * Files that share a process share its modules too. One that was still being imported when its file ended failed with "Cannot load … after
 * the environment was torn down", and was then missing in all files behind it: eight tests waited for a page that a window had fetched ahead.
 */
afterAll(() => vi.dynamicImportSettled())
