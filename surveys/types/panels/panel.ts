/** Questions under one title; it asks nothing itself. */
import { anything, flag, text, words } from '../rules.ts'
import type { TypeRow } from '../type.ts'

export const panel: TypeRow = {
  title: 'Groupe',
  help: 'Des questions sous un même titre.',
  part: 'Rassembler',
  noun: 'groupe',
  holds: 'group',
  properties: {
    type: anything,
    name: anything,
    title: text,
    description: text,
    visibleIf: words,
    startWithNewLine: flag,
    elements: anything,
  },
  blank: { elements: [] },
  kind: null,
  seconds: 0,
  paper: null,
  convert: (base, written, { elements }) => ({ ...base, elements: elements(written.elements) }),
}
