/** A heading and a few sentences to read, among the questions; it asks nothing. */
import { anything, text, words } from './rules.ts'
import type { TypeRow } from './type.ts'

export const information: TypeRow = {
  title: 'Texte d’information',
  help: 'Un titre et quelques phrases à lire. Rien à répondre.',
  part: 'Expliquer',
  noun: 'texte d’information',
  properties: { type: anything, name: anything, title: text, description: text, visibleIf: words },
  blank: { description: '' },
  kind: null,
  seconds: 0,
  paper: null,
  imports: ['html'],
  convert(base, { title, html }, { say, texts }) {
    if (title === undefined) say('Texte sans titre\u202f: son titre est à écrire.')
    return { ...base, ...texts({ description: html }) }
  },
}
