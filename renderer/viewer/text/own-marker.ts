const OWN_MARKER = /^\s*([-–—*+•·▪◦‣]|\d+(\.\d+)+[.)]?|\(?[\divxlc]{1,5}[.)]|\(?[a-z][.)])(\s|$)/i

/** Whether the text of a list item begins with its bullet or number ("(a)", "7.3"), so that none is to be set a second time. */
export function hasOwnMarker(text: string): boolean {
  return OWN_MARKER.test(text)
}
