/** More unreadable characters than this, and the page's text layer is not to be trusted. */
const ODD_SHARE = 0.1

/** Fonts without a usable character table give replacement and private-use characters. */
export function isGarbled(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are the sign that is looked for
  const odd = text.match(/[\uFFFD\uE000-\uF8FF\u0001-\u0008\u000E-\u001F]/g)?.length ?? 0
  return odd > text.replace(/\s+/g, '').length * ODD_SHARE
}
