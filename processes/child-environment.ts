/** What a program needs of the system to run at all. */
const SYSTEM_NAMES = new Set([
  'PATH',
  'HOME',
  'USERPROFILE',
  'TMPDIR',
  'TMP',
  'TEMP',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'SYSTEMROOT',
  'WINDIR',
  'APPDATA',
  'LOCALAPPDATA',
  'PATHEXT',
  'COMSPEC',
  'NODE_V8_COVERAGE',
])
/** What people type there in place of a question: it is read by the command line, and by no other process. */
const SECRET = /^CONSILIUM_.*(?:PASSPHRASE|KEY)$/

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What a process that parses documents or runs a model is told of ours: the system's own names, and nothing else. A hostile file that
 * takes it over finds no key of the user's shell there.
 */
export function childEnvironment(environment: Environment): Record<string, string> {
  return named(environment, (name) => SYSTEM_NAMES.has(name.toUpperCase()))
}

/** What the engine is told: all but secrets, since keys of object stores and the places of programs stand there. */
export function engineEnvironment(environment: Environment): Record<string, string> {
  return named(environment, (name) => !SECRET.test(name))
}

function named(environment: Environment, isTold: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && isTold(name) ? [[name, value]] : [],
    ),
  )
}
