/** The sign of a list item, as it stands in the text of a page whatever the page shows. */
export const BULLET = '\u2022'
