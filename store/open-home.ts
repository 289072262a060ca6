import { clearCutOffRestore } from './backup.ts'
import { type Home, homeAt, prepareHome } from './home.ts'
import { lockHome } from './home-lock.ts'
import { isReadOnly } from './read-only.ts'

/** A home of which this process is the one writer until it is disposed. */
export type OpenHome = Home & Disposable

/** Makes the folder if need be and locks it; one that may only be read is left as it is. Throws `HomeInUseError`. Nothing is decrypted yet: `openKeyring` comes next. */
export async function openHome(folder: string): Promise<OpenHome> {
  const home = homeAt(folder)
  // Nobody writes there, so there is nobody to keep out.
  if (isReadOnly(home.folder)) return { ...home, [Symbol.dispose]() {} }
  await prepareHome(home)
  const lock = lockHome(home)
  try {
    await clearCutOffRestore(home)
    return { ...home, [Symbol.dispose]: () => lock[Symbol.dispose]() }
  } catch (error) {
    lock[Symbol.dispose]()
    throw error
  }
}
