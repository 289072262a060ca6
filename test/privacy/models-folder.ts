import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { InstalledModel } from '../../models/installed.ts'

/** The folder of models in which a model lies; `path` is a file of it, or the folder of a model of several files. */
export function modelsFolderOf({ path }: InstalledModel): string {
  return statSync(path).isDirectory() ? dirname(path) : dirname(dirname(path))
}
