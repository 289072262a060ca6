/**
 * The name of the part that a link in `from` means, without its fragment; null where it leads out of the container. A link from the
 * root begins with a slash.
 */
export function partPath(from: string, link: string): string | null {
  const path = decoded(link.split('#', 1)[0]!)
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return null
  const folders = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split(/[/\\]/)) {
    if (step === '' || step === '.') continue
    if (step !== '..') folders.push(step)
    else if (folders.pop() === undefined) return null
  }
  return folders.join('/')
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
