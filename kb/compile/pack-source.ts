/** A pack as it lies in its folder. `path` is relative to the folder and stands in messages as `name/path`. */
export type PackSource = {
  readonly name: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
}
