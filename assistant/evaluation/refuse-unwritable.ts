import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Throws `WRONG_USE` for a file that cannot be written, before hours are spent on what it is to hold. */
export async function refuseUnwritable(file: string): Promise<void> {
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory()) throw new Failure('WRONG_USE', message('failures.evaluation.fileIsFolder', { file }))
  try {
    if (!there && !(await stat(dirname(file))).isDirectory()) throw new Error('Its folder is a file.')
    await access(there ? file : dirname(file), constants.W_OK)
  } catch (cause) {
    throw new Failure('WRONG_USE', message('failures.evaluation.fileNotWritable', { file }), { cause })
  }
}
