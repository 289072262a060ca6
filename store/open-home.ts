import { clearCutOffRestore } from './backup.ts'
import { type Home, homeAt, prepareHome } from './home.ts'
import { lockHome } from './home-lock.ts'

/** A home of which this process is the one writer until it is disposed. */
export type OpenHome = Home & Disposable

/** Makes the folder if need be and locks it. Throws `HomeInUseError`. Nothing is decrypted yet: `openKeyring` comes next. */
export async function openHome(folder: string): Promise<OpenHome> {
  const home = homeAt(folder)
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
