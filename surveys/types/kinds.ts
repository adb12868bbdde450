/** What the answer to a question is for whoever reads it afterwards: conditions, columns, measures. */

/** How answers are compared in a condition; `presence`: only given or not. */
export type Comparison = 'word' | 'list' | 'number' | 'day' | 'boolean' | 'presence'

type Kind = { name: string; compared: Comparison }

const rows = {
  choice: { name: 'choix unique', compared: 'word' },
  choices: { name: 'cases à cocher', compared: 'list' },
  text: { name: 'texte', compared: 'presence' },
  number: { name: 'nombre', compared: 'number' },
  date: { name: 'date', compared: 'day' },
  boolean: { name: 'oui ou non', compared: 'boolean' },
  rating: { name: 'échelle', compared: 'number' },
  ranking: { name: 'classement', compared: 'list' },
  week: { name: 'semaine type', compared: 'presence' },
  panel: { name: 'fiche répétée', compared: 'presence' },
  assigned: { name: 'valeur tirée au sort', compared: 'word' },
} as const satisfies Record<string, Kind>

export type FieldKind = keyof typeof rows
export const kinds: Readonly<Record<FieldKind, Kind>> = rows
export const fieldKinds = Object.keys(rows) as FieldKind[]
