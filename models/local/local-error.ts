import { RemoteError } from '../../processes/remote-calls.ts'
import { TooLongError } from '../language-model.ts'
import { ModelFileError } from '../model-file-error.ts'
import { NotEnoughMemoryError } from '../not-enough-memory-error.ts'
import { DAMAGED, NOT_ENOUGH_MEMORY, TOO_LONG } from './protocol.ts'

/** Turns an error that crossed from the models process into the class it had there; others stay as they are. */
export function localError(error: unknown): unknown {
  if (!(error instanceof RemoteError)) return error
  if (error.code === TOO_LONG) return new TooLongError(error.message, { cause: error })
  if (error.code === DAMAGED) return new ModelFileError(error.message, { cause: error })
  if (error.code === NOT_ENOUGH_MEMORY) {
    const { needBytes, freeBytes } = error.data as { readonly needBytes: number; readonly freeBytes: number }
    return new NotEnoughMemoryError(needBytes, freeBytes)
  }
  return error
}
