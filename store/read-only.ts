import { accessSync, constants } from 'node:fs'

/** Whether a file or folder that is there may be read and not written: by its rights, or since its disk is mounted so. */
export function isReadOnly(path: string): boolean {
  return mayBe(path, constants.R_OK) && !mayBe(path, constants.W_OK)
}

function mayBe(path: string, how: number): boolean {
  try {
    accessSync(path, how)
    return true
  } catch {
    return false
  }
}
