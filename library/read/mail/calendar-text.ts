const LABELS: readonly (readonly [property: string, label: string])[] = [
  ['SUMMARY', 'Appointment'],
  ['STATUS', 'Status'],
  ['DTSTART', 'Start'],
  ['DTEND', 'End'],
  ['DUE', 'Due'],
  ['DURATION', 'Duration'],
  ['RRULE', 'Repeats'],
  ['LOCATION', 'Place'],
  ['ORGANIZER', 'Organizer'],
  ['ATTENDEE', 'Attendees'],
  ['DESCRIPTION', 'Description'],
]
const METHODS: Readonly<Record<string, string>> = {
  REQUEST: 'Invitation',
  CANCEL: 'Cancellation',
  REPLY: 'Reply to an invitation',
  COUNTER: 'Counter-proposal',
}

type Property = { readonly name: string; readonly parameters: string; readonly value: string }

/** The events and tasks of an iCalendar file (RFC 5545) as lines: what, when, where, who. Empty where there are none. */
export function calendarText(ics: string): string {
  const properties = ics
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap(propertyOf)
  const method = METHODS[properties.find(({ name }) => name === 'METHOD')?.value.toUpperCase() ?? '']
  const events = eventsOf(properties).map(eventText)
  return [method ?? '', ...events].filter((text) => text !== '').join('\n\n')
}

function propertyOf(line: string): readonly Property[] {
  const match = /^([A-Z-]+)((?:;[^:;"]*(?:"[^"]*"[^:;"]*)*)*):(.*)$/i.exec(line)
  return match ? [{ name: match[1]!.toUpperCase(), parameters: match[2]!, value: match[3]!.trim() }] : []
}

/** Alarms and the rules of time zones inside or beside an event have properties of the same names. */
function eventsOf(properties: readonly Property[]): readonly (readonly Property[])[] {
  const events: Property[][] = []
  const open: string[] = []
  for (const property of properties) {
    if (property.name === 'BEGIN') {
      open.push(property.value.toUpperCase())
      if (isEvent(open.at(-1))) events.push([])
    } else if (property.name === 'END') open.pop()
    else if (isEvent(open.at(-1))) events.at(-1)!.push(property)
  }
  return events
}

function isEvent(component: string | undefined): boolean {
  return component === 'VEVENT' || component === 'VTODO'
}

function eventText(properties: readonly Property[]): string {
  const lines = LABELS.flatMap(([wanted, label]) => {
    const values = properties.filter(({ name, value }) => name === wanted && value !== '').map(valueText)
    return values.length > 0 ? [`${label}: ${values.join(', ')}`] : []
  })
  return lines.join('\n')
}

function valueText({ name, parameters, value }: Property): string {
  if (name === 'ORGANIZER' || name === 'ATTENDEE') return personText(parameters, value)
  if (/^(DTSTART|DTEND|DUE)$/.test(name)) return timeText(parameters, value)
  return value.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1')
}

function personText(parameters: string, value: string): string {
  const [, quoted, bare] = /;CN=(?:"([^"]*)"|([^";:,]*))/i.exec(parameters) ?? []
  const name = quoted ?? bare
  const answer = /;PARTSTAT=([A-Z-]+)/i.exec(parameters)?.[1]?.toLowerCase()
  const address = value.replace(/^mailto:/i, '')
  const person = name && name !== address ? `${name} <${address}>` : address
  return answer && answer !== 'needs-action' ? `${person} (${answer})` : person
}

function timeText(parameters: string, value: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(value)
  if (!match) return value
  const [, year, month, day, hour, minute, utc] = match
  const zone = utc ? 'UTC' : /;TZID="?([^";]+)/i.exec(parameters)?.[1]
  const time = hour ? ` ${hour}:${minute}` : ''
  return `${year}-${month}-${day}${time}${zone ? ` (${zone})` : ''}`
}
