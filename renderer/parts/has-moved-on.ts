/** The user, or what a press led to, has put the focus somewhere: what closes late must not take it from there. */
export function hasMovedOn(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}
