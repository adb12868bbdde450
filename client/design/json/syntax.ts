/** Says in French where a text stops being JSON: browsers say it in English, each in its own words. */

export type JsonProblem = {
  /** Offset in the text. */
  at: number
  message: string
}

/** @returns the first problem, or null when the text is one JSON value */
export function jsonProblem(text: string): JsonProblem | null {
  try {
    JSON.parse(text)
    return null
  } catch {
    return new Reader(text).firstProblem()
  }
}

class Stop extends Error {
  readonly problem: JsonProblem
  constructor(problem: JsonProblem) {
    super(problem.message)
    this.problem = problem
  }
}

const mostLevels = 200

class Reader {
  private at = 0
  private readonly text: string
  constructor(text: string) {
    this.text = text
  }

  firstProblem(): JsonProblem {
    try {
      this.space()
      if (this.at === this.text.length) this.stop('Il n’y a rien ici\u202f: le questionnaire s’écrit entre { et }.')
      this.value(0)
      this.space()
      this.stop(
        'Le questionnaire est fini avant cet endroit\u202f: retirer ce qui suit, ou une accolade de trop plus haut.',
      )
    } catch (error) {
      if (error instanceof Stop) return error.problem
      throw error
    }
  }

  private stop(message: string, at = this.at): never {
    throw new Stop({ at: Math.min(at, this.text.length), message })
  }
  private space() {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++
  }

  private value(level: number) {
    const sign = this.text[this.at]
    if (level > mostLevels) this.stop('Le texte s’emboîte trop.')
    if (sign === '{') return this.list('}', level, () => this.property(level))
    if (sign === '[') return this.list(']', level, () => this.value(level + 1))
    if (sign === '"') return this.quoted()
    if (sign === '“' || sign === '”' || sign === '«' || sign === "'" || sign === '’')
      this.stop('Un texte s’écrit entre guillemets droits\u202f: "…".')
    const word = /^[^\s,:{}[\]"]+/.exec(this.text.slice(this.at, this.at + 200))?.[0]
    if (word === undefined)
      this.stop(
        sign === undefined ? 'Le texte s’arrête trop tôt\u202f: il manque une valeur.' : 'Il manque une valeur ici.',
      )
    if (!/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(word))
      this.stop(
        `«\u202f${word}\u202f» n’est ni un nombre, ni true, ni false, ni null\u202f: un texte s’écrit entre guillemets droits.`,
      )
    this.at += word.length
  }

  private list(end: '}' | ']', level: number, item: () => void) {
    const start = this.at++
    const what = end === '}' ? 'accolade' : 'crochet'
    this.space()
    if (this.text[this.at] === end) return void this.at++
    for (;;) {
      item()
      this.space()
      const sign = this.text[this.at]
      if (sign === end) return void this.at++
      if (sign === undefined)
        this.stop(
          `${what === 'accolade' ? 'Cette accolade' : 'Ce crochet'} n’est jamais ${what === 'accolade' ? 'fermée' : 'fermé'}\u202f: il manque ${end}.`,
          start,
        )
      if (sign !== ',')
        this.stop(
          sign === '}' || sign === ']'
            ? `Il faut ${end} ici, pas ${sign}\u202f: vérifier ce qui a été ouvert plus haut.`
            : 'Il manque une virgule avant cet endroit.',
        )
      const comma = this.at++
      this.space()
      if (this.text[this.at] === end) this.stop(`Cette virgule est de trop\u202f: rien ne la suit avant ${end}.`, comma)
      if (level > mostLevels) this.stop('Le texte s’emboîte trop.')
    }
  }

  private property(level: number) {
    if (this.text[this.at] !== '"') this.stop('Le nom d’une propriété s’écrit entre guillemets droits\u202f: "nom".')
    this.quoted()
    this.space()
    if (this.text[this.at] !== ':') this.stop('Il manque deux points après le nom de la propriété.')
    this.at++
    this.space()
    this.value(level + 1)
  }

  private quoted() {
    const start = this.at++
    for (; ; this.at++) {
      const sign = this.text[this.at]
      if (sign === undefined || sign === '\n')
        this.stop('Ce texte n’est pas fermé\u202f: il manque un guillemet droit à la fin de la ligne.', start)
      if (sign === '"') return void this.at++
      if (sign < ' ') this.stop('Une tabulation ne s’écrit pas telle quelle dans un texte\u202f: écrire \\t.')
      if (sign !== '\\') continue
      const next = this.text.slice(this.at + 1, this.at + 6)
      if (/^["\\/bfnrt]/.test(next)) this.at++
      else if (/^u[0-9a-fA-F]{4}/.test(next)) this.at += 5
      else this.stop('Une barre oblique inverse s’écrit \\\\ dans un texte.')
    }
  }
}
