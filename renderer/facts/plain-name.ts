/** A name of the vocabulary as people write it: `oral_anticoagulation` is "oral anticoagulation". */
export function plainName(name: string): string {
  return name.replaceAll('_', ' ')
}
