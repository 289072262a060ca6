import { NoSpaceError } from './store-errors.ts'

/** For `.catch`: rethrows a full disk (or used-up quota) as `NoSpaceError`, everything else as it came. */
export function translateFileError(path: string): (error: unknown) => never {
  return (error) => {
    const code = (error as { code?: string }).code
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error
    throw new NoSpaceError(
      `The disk is full: ${path} could not be written. What was there before is kept. Free some space and try again.`,
      { cause: error },
    )
  }
}
