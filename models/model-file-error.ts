/** A model file is missing, cut off, of another kind, or not what the catalogue says. */
export class ModelFileError extends Error {
  override name = 'ModelFileError'
  readonly code = 'DAMAGED'
}
