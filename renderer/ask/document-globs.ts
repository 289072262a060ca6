/** A pattern that matches exactly this path: what has a meaning in a glob stands in a class of its own. */
export function exactGlob(path: string): string {
  return path.replace(/[*?[{(]/g, '[$&]').replace(/^[!#]/, '[$&]')
}
