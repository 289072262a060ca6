/** The chosen folder itself, so that documents keep their paths below it; a single file stays what it is. */
export function rootPath(path: string, relativePath: string): string {
  const folderLength = relativePath.indexOf('/')
  return folderLength < 0 ? path : path.slice(0, path.length - (relativePath.length - folderLength))
}
