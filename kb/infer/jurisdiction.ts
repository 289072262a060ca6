/**
 * Whether the law of one place counts in a matter of another: its own, and that of a union of which it is a member. A regulation of the
 * Union applies directly in each Member State (TFEU art. 288), and federal law is the law of each state (US Const. art. VI), so a matter
 * "under Germany" that lost its EU time limits would miss law in force there. It is no way back: in a matter of the Union the law of no
 * single state is used. Membership as of 2026; a place that is not written as here is a member of nothing.
 */
export function isLawIn(law: string, place: string): boolean {
  if (isSameJurisdiction(law, place)) return true
  return UNIONS.some(
    ({ name, members }) => isSameJurisdiction(law, name) && members.some((member) => isSameJurisdiction(member, place)),
  )
}

const UNIONS = [
  {
    name: 'European Union',
    members:
      'Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, Denmark, Estonia, Finland, France, Germany, Greece, Hungary, Ireland, Italy, Latvia, Lithuania, Luxembourg, Malta, Netherlands, Poland, Portugal, Romania, Slovakia, Slovenia, Spain, Sweden'.split(
        ', ',
      ),
  },
  {
    name: 'United States',
    members:
      'Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, District of Columbia, Florida, Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming'.split(
        ', ',
      ),
  },
]

/** However it is written: "England & Wales", "England and  Wales" and "england and wales" are one, but "England" is another. */
export function isSameJurisdiction(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(place: string): string {
  return (
    place
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
}
