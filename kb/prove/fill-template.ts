/** Every `{name}` by its text; one that has none stays as it is written. */
export function fillTemplate(template: string, textOf: (name: string) => string | null): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (written, name: string) => textOf(name) ?? written)
}
