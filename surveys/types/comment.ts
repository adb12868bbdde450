/** A few sentences on several lines. */
import { within } from './convert.ts'
import { commentLength, flag, typed, whole } from './rules.ts'
import { inventText, lengthOf, wordsOf } from './texts.ts'
import type { TypeRow } from './type.ts'

export const comment: TypeRow = {
  title: 'Texte libre',
  help: 'Quelques phrases. Long à lire et à dépouiller.',
  part: 'Écrire',
  noun: 'texte libre',
  properties: { ...typed, maxLength: whole(1, commentLength), rows: whole(1, 20), autoGrow: flag },
  blank: { maxLength: 500 },
  kind: 'text',
  bounds: (element) => ({ maxLength: lengthOf(element, commentLength) }),
  verify: (element) => wordsOf(element, commentLength, true),
  seconds: 25,
  paper: 'lines',
  invent: (_, __, random) => inventText(random),
  convert: (base, { maxLength }) => ({ ...base, maxLength: within(maxLength, 1, commentLength, commentLength) }),
}
