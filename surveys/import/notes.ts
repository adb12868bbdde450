/** What an import could not take along, gathered as sentences: each thing once, with the questions it touches. */

export class ImportError extends Error {
  readonly reasons: string[]
  /** @param reasons French; each says what to do */
  constructor(reasons: string[]) {
    super(reasons.join('\n'))
    this.reasons = reasons
  }
}

export type Notes = ReturnType<typeof notesOf>

export function notesOf() {
  const placesByMessage = new Map<string, Set<string>>()
  return {
    /** @param where title or name of the question; '' for the whole file */
    say(message: string, where = ''): void {
      const places = placesByMessage.get(message) ?? new Set()
      if (where !== '') places.add(short(where))
      placesByMessage.set(message, places)
    },
    list: (): string[] =>
      [...placesByMessage].map(([message, places]) =>
        places.size === 0 ? message : `${message} (${named([...places])})`,
      ),
  }
}

const mostNamed = 5
function named(places: string[]): string {
  const shown = places.slice(0, mostNamed).map((place) => `«\u202f${place}\u202f»`)
  const left = places.length - shown.length
  return [...shown, ...(left > 0 ? [`et ${left} autre${left > 1 ? 's' : ''}`] : [])].join(', ')
}

export const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
