import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AssistantError } from '../home/assistant-error.ts'

/** Throws `WRONG_USE` for a file that cannot be written, before hours are spent on what it is to hold. */
export async function refuseUnwritable(file: string): Promise<void> {
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory())
    throw new AssistantError('WRONG_USE', `${file} is a folder. Name a file; nothing was measured.`)
  try {
    if (!there && !(await stat(dirname(file))).isDirectory()) throw new Error('Its folder is a file.')
    await access(there ? file : dirname(file), constants.W_OK)
  } catch (cause) {
    throw new AssistantError(
      'WRONG_USE',
      `${file} cannot be written: its folder must be there, and open to you. Nothing was measured.`,
      { cause },
    )
  }
}
