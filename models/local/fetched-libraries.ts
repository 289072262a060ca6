import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const now = { folders: [] as readonly string[], isHooked: false }

/**
 * Lets llama.cpp find the packages for graphics processors that were fetched (`graphics-libraries.ts`): it imports them by name, and they
 * lie in the folders of the user, outside the program. Those that came with the program go first.
 */
export function findLibrariesIn(folders: readonly string[]): void {
  now.folders = folders
  if (now.isHooked || folders.length === 0) return
  now.isHooked = true
  registerHooks({
    resolve(specifier, context, next) {
      if (!specifier.startsWith('@node-llama-cpp/')) return next(specifier, context)
      const parents = [context.parentURL, ...now.folders.map((folder) => pathToFileURL(join(folder, 'any.js')).href)]
      for (const parentURL of parents.slice(0, -1)) {
        try {
          return next(specifier, { ...context, parentURL })
        } catch {
          // Not there: the next place is looked in.
        }
      }
      return next(specifier, { ...context, parentURL: parents.at(-1) })
    },
  })
}
