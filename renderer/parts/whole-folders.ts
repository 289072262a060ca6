/** Makes a file input choose folders; React's types do not know it. */
export const WHOLE_FOLDERS = { webkitdirectory: '' }
