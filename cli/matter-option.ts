/** For a command that is to be typed: ` --matter "Mill Lane"`; nothing where no matter is meant. */
export function matterOption(matter: string | null): string {
  return matter === null ? '' : ` --matter ${/^[\w.-]+$/.test(matter) ? matter : `"${matter}"`}`
}
