/**
 * Shares of none and of all, and numbers of people made from them. Counts are protected, to some people more or less: what is known
 * of « 0 % » and « 100 % » is the end of the interval, said in the place of the value.
 */

/** The method of bodies counted one by one, whose « 0 % » is the figure. */
export const countedMethod = 'recensement'

/** Units of a number of people: a share of how many there are. */
export const peopleUnits: ReadonlySet<string> = new Set(['households', 'children', 'persons'])

type Figure = { value: number | null; low?: number; high?: number; unit?: string; method?: string }
type Known = { side: 'most' | 'least'; value: number }

/**
 * @returns null where the value is what is known
 * @example knownEnd({ value: 0, low: 0, high: 0.16, unit: 'share' }) // → { side: 'most', value: 0.16 }
 */
export function knownEnd({ value, low = 0, high = 1, unit, method }: Figure): Known | null {
  if (!(unit === 'share' || peopleUnits.has(unit ?? '')) || method === countedMethod) return null
  if (value === 0 && high > 0) return { side: 'most', value: high }
  // of a number of people, all of them are the high end
  return value === (unit === 'share' ? 1 : high) && low < value ? { side: 'least', value: low } : null
}

/** Where a bar ends: of « ≥ 57 % » at what is known, and its interval goes on to the end. */
export const drawnTo = (figure: Figure & { value: number }): number => {
  const known = knownEnd(figure)
  return known?.side === 'least' ? known.value : figure.value
}

/** Where a place stands on a map, and among the others: as its bar does; null = no figure. */
export const shadedAs = ({ value, ...figure }: Figure): number | null =>
  value === null ? null : drawnTo({ value, ...figure })

/** In a table, on a bar, on a map. @param written the figure, as the page writes it */
export const signed = ({ side, value }: Known, written: (value: number) => string): string =>
  `${side === 'most' ? '≤' : '≥'}\u202f${written(value)}`

const signText = 'Le signe ≤ veut dire « au plus » : personne, ou quelques personnes, ont donné cette réponse.'

const leastText = 'Le signe ≥ veut dire « au moins » : toutes les personnes, ou presque, ont donné cette réponse.'

/** Both, where figures of every kind may follow. */
export const signTexts = `${signText} ${leastText}`

/** @param figures that are shown @returns '' where none of them has a sign */
export function signTextOf(figures: readonly Figure[]): string {
  const sides = new Set(figures.map((figure) => knownEnd(figure)?.side))
  return [...(sides.has('most') ? [signText] : []), ...(sides.has('least') ? [leastText] : [])].join(' ')
}

/** @param texts figures as they are written @returns '' where none of them has a sign */
export function signTextIn(texts: readonly string[]): string {
  const has = (sign: string) => texts.some((text) => text.startsWith(sign))
  return [...(has('≤') ? [signText] : []), ...(has('≥') ? [leastText] : [])].join(' ')
}

/** In a sentence. */
export const spoken = ({ side, value }: Known, written: (value: number) => string): string =>
  `${side === 'most' ? 'au plus' : 'au moins'} ${written(value)}`
