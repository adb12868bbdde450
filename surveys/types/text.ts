/** A few words on one line. */
import { within } from './convert.ts'
import { one, textLength } from './rules.ts'
import { inputProperties, inventText, lengthOf, wordsOf } from './texts.ts'
import type { TypeRow } from './type.ts'

export const text: TypeRow = {
  title: 'Texte court',
  help: 'Quelques mots.',
  part: 'Écrire',
  noun: 'réponse courte',
  properties: { ...inputProperties, inputType: one('text') },
  unlisted: ['min', 'max', 'step', 'minErrorText', 'maxErrorText'],
  problems(element, say) {
    if (element.min !== undefined || element.max !== undefined)
      say('bounds', 'Seule une question à nombre a un plus petit et un plus grand nombre.')
  },
  blank: { maxLength: 100 },
  kind: 'text',
  bounds: (element) => ({ maxLength: lengthOf(element, textLength) }),
  verify: (element) => wordsOf(element, textLength, false),
  seconds: 5,
  paper: 'line',
  invent: (_, __, random) => inventText(random),
  convert(base, { inputType = 'text', maxLength }, { say }) {
    if (inputType !== 'text') say('Dates, heures et autres champs réglés, repris en texte court.')
    return { ...base, inputType: 'text', maxLength: within(maxLength, 1, textLength, textLength) }
  },
}
