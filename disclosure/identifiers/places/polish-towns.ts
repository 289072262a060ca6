/**
 * How towns end behind "w", "do" and "z", and what they end in by themselves: "w Lublinie" is Lublin, "w Gdyni" Gdynia, "do Łodzi" Łódź.
 * The longest ending comes first; the list of towns decides which of the forms there is.
 */
const ENDINGS: readonly (readonly [ending: string, forms: readonly string[]])[] = [
  ['owie', ['ów', 'owo', 'owa', 'owie']],
  ['owa', ['ów', 'owo']],
  ['owem', ['ów', 'owo', 'owem']],
  ['icach', ['ice']],
  ['ycach', ['yce']],
  ['cach', ['ce']],
  ['ach', ['y', 'i', 'e', 'a']],
  ['skiej', ['ska']],
  ['ckiej', ['cka']],
  ['nej', ['na']],
  ['ej', ['a']],
  ['skim', ['sk', 'ski', 'skie']],
  ['skiego', ['ski', 'skie']],
  ['iego', ['i', 'ie']],
  ['ego', ['y', 'e']],
  ['ich', ['ie']],
  ['ych', ['e']],
  ['szczy', ['szcz']],
  ['dzi', ['dź']],
  ['odzi', ['ódź']],
  ['rzu', ['rz']],
  ['rze', ['ra', 'r', 'rz', 'rze']],
  ['dze', ['ga']],
  ['ście', ['sto', 'st', 'sta']],
  ['cie', ['to', 't', 'ta']],
  ['dzie', ['da', 'd', 'dy']],
  ['śle', ['sło', 'sła']],
  ['le', ['ła', 'ł', 'ło', 'le', 'el']],
  ['źnie', ['zno']],
  ['ie', ['', 'a', 'o', 'ie']],
  ['niu', ['ń', 'nie']],
  ['iu', ['', 'ie', 'ów', 'ek']],
  ['u', ['', 'o', 'e']],
  ['iem', ['', 'ie']],
  ['em', ['', 'e', 'o']],
  ['oju', ['ój', 'oje']],
  ['ni', ['nia', 'ń', 'nie']],
  ['ży', ['ża']],
  ['ic', ['ice']],
  ['yc', ['yce']],
  ['y', ['a', 'y']],
  ['i', ['a', 'ia', 'i']],
  ['ym', ['y', 'e']],
  ['im', ['i', 'ie']],
  ['ce', ['ka', 'ca', 'ce']],
  ['ą', ['a']],
  ['a', ['', 'o', 'e']],
  ['', ['']],
]

/** All forms that a town in some case may have by itself. */
export function nominatives(word: string): readonly string[] {
  const forms = ENDINGS.filter(([ending]) => word.endsWith(ending) && word.length - ending.length > 2).flatMap(
    ([ending, endings]) => endings.map((form) => word.slice(0, word.length - ending.length) + form),
  )
  // "Rybniku" is Rybnik, "Otwocku" Otwock; "Białymstoku" and "Zgorzelcu" lose an e elsewhere.
  return [...new Set([...forms, ...forms.map((form) => form.replace(/([^aeiouyąęó])([kc])$/u, '$1e$2'))])]
}
