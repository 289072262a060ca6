/**
 * What a strict parser would refuse in an XML part: tags that do not match, an attribute twice or without quotes, a bare `&` or `<`, a prefix
 * that nothing declares. Our own reader forgives all of it; Word does not.
 */
export function xmlFaults(xml: string): readonly string[] {
  const faults: string[] = []
  const open: Element[] = []
  let roots = 0
  let end = 0
  for (const found of xml.matchAll(/<(?:\?[^]*?\?|!--[^]*?--|!\[CDATA\[[^]*?\]\]|(?:"[^"]*"|'[^']*'|[^<>"'])*)>/g)) {
    faults.push(...textFaults(xml.slice(end, found.index)))
    end = found.index + found[0].length
    const tag = found[0].slice(1, -1)
    if (/^[?!]/.test(tag)) continue
    if (tag.startsWith('/')) {
      const last = open.pop()
      if (last?.name !== tag.slice(1).trim()) faults.push(`<${tag}> where ${String(last?.name)} is open`)
    } else {
      if (open.length === 0) roots += 1
      const element = elementOf(tag, open.at(-1)?.prefixes ?? new Set(['xml', 'xmlns']), faults)
      if (!tag.endsWith('/')) open.push(element)
    }
  }
  faults.push(...textFaults(xml.slice(end)))
  if (roots !== 1) faults.push(`${roots} roots`)
  return [...faults, ...open.map(({ name }) => `${name} is not closed`)]
}

type Element = { readonly name: string; readonly prefixes: ReadonlySet<string> }

function elementOf(tag: string, outer: ReadonlySet<string>, faults: string[]): Element {
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? ''
  const attributes = attributesOf(tag.slice(name.length).replace(/\/$/, ''), faults)
  const prefixes = new Set([...outer, ...attributes.flatMap((one) => (one.startsWith('xmlns:') ? [one.slice(6)] : []))])
  for (const one of [name, ...attributes])
    if (one.includes(':') && !prefixes.has(one.split(':')[0]!)) faults.push(`nothing declares the prefix of ${one}`)
  return { name, prefixes }
}

function textFaults(text: string): readonly string[] {
  return /<|&(?!(?:\w+|#\d+|#x[\da-f]+);)/i.test(text) ? [`a bare sign in "${text}"`] : []
}

function attributesOf(text: string, faults: string[]): readonly string[] {
  const names: string[] = []
  const rest = text.replace(/\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g, (_, name: string, value: string) => {
    if (names.includes(name)) faults.push(`${name} twice`)
    faults.push(...textFaults(value))
    names.push(name)
    return ''
  })
  if (rest.trim() !== '') faults.push(`no attribute: ${rest.trim()}`)
  return names
}
