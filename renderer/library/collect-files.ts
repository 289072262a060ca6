/** A file that was chosen or dropped, with its path below the folder that was dropped. */
export type PickedFile = {
  readonly path: string
  readonly file: File
  /** It stands for a whole folder, as a host that knows paths hands it over. */
  readonly isFolder?: boolean
}

/** A file or folder that the browser could not read, and what it says of it. */
export type Unreadable = { readonly path: string; readonly reason: string }

export type Collected = { readonly files: readonly PickedFile[]; readonly unreadable: readonly Unreadable[] }

/**
 * All files of a drop, those in folders as well; one that cannot be read does not hold up the others. Must be called while the drop event is handled: afterwards the browser
 * takes its entries away.
 */
export async function collectDropped(items: DataTransferItemList): Promise<Collected> {
  const unreadable: Unreadable[] = []
  const found = [...items].flatMap((item) => (item.kind === 'file' ? [filesOf(item, unreadable)] : []))
  return { files: (await Promise.all(found)).flat(), unreadable }
}

/** The files of a file input; one that chooses a folder gives paths below it. */
export function collectChosen(files: FileList | null): readonly PickedFile[] {
  return [...(files ?? [])].filter(isWanted).map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

/** All files and folders of a drop as they are, for a host that knows their paths. Must be called as `collectDropped`. */
export function collectWhole({ items, files }: DataTransfer): readonly PickedFile[] {
  const entries = [...items].map((item) => item.webkitGetAsEntry())
  const folders = new Set(entries.flatMap((entry) => (entry?.isDirectory ? [entry.name] : [])))
  return collectChosen(files).map((picked) => ({ ...picked, isFolder: folders.has(picked.file.name) }))
}

/** Some items are no entry of a file system, such as a picture dragged out of another page. */
function filesOf(item: DataTransferItem, unreadable: Unreadable[]): Promise<readonly PickedFile[]> {
  const entry = item.webkitGetAsEntry()
  if (entry) return filesBelow(entry, unreadable)
  const file = item.getAsFile()
  return Promise.resolve(file ? [{ path: file.name, file }] : [])
}

/** What was found before a folder could be read no further is kept. */
async function filesBelow(entry: FileSystemEntry, unreadable: Unreadable[]): Promise<readonly PickedFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  const found: PickedFile[] = []
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
      return isWanted(file) ? [{ path, file }] : []
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader()
    // A reader gives at most 100 entries at a time and an empty list at the end.
    for (;;) {
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
      if (entries.length === 0) return found
      found.push(...(await Promise.all(entries.map((one) => filesBelow(one, unreadable)))).flat())
    }
  } catch (caught) {
    unreadable.push({ path, reason: (caught as Error).message })
    return found
  }
}

/** Leaves out what file managers put into folders. */
function isWanted(file: File): boolean {
  return !/^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(file.name)
}
