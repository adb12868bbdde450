/** Yes or no. */
import { happens } from '../../people/random.ts'
import { common, text } from '../rules.ts'
import type { TypeRow } from '../type.ts'
import { coded } from '../verify.ts'

export const boolean: TypeRow = {
  title: 'Oui ou non',
  help: 'Deux réponses, rien d’autre.',
  part: 'Choisir',
  noun: 'oui ou non',
  properties: { ...common, labelTrue: text, labelFalse: text },
  blank: {},
  kind: 'boolean',
  verify: () => coded((value) => (typeof value === 'boolean' ? null : 'type')),
  seconds: 2,
  paper: 'boolean',
  invent: (_, __, random) => happens(random, 0.5),
  convert: (base, { labelTrue, labelFalse }, { texts }) => ({ ...base, ...texts({ labelTrue, labelFalse }) }),
}
