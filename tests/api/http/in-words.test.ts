/** What a form may be refused for is said as a colleague would, never as the library does. */
import { expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { NewCommitteeLink } from '../../../api/wire/contracts/shapes/committee.ts'
import { NewExploration } from '../../../api/wire/contracts/shapes/explorations.ts'
import { NewNotice } from '../../../api/wire/contracts/shapes/publications.ts'
import { NewExport } from '../../../api/wire/export.ts'
import { NewBatch as NewForms } from '../../../api/wire/paper.ts'
import { NewDecision } from '../../../api/wire/results.ts'
import { NewInvitation } from '../../../api/wire/staff.ts'
import { Note } from '../../../api/wire/vigilance.ts'

const forms: [name: string, form: ZodType, typed: object, said: string[]][] = [
  [
    'a link of the committee',
    NewCommitteeLink,
    { label: '', days: 0 },
    ['Écrivez à qui ce lien est remis.', 'De 1 à 90 jours.'],
  ],
  ['an exploration', NewExploration, { name: '' }, ['Donnez un nom à cette exploration.']],
  ['an erratum', NewNotice, { kind: 'erratum', reason: 'faux' }, ['Écrivez la raison, en une phrase.']],
  ['an export', NewExport, { format: 'csv', reason: '' }, ['Écrivez pourquoi, en quelques mots.']],
  [
    'forms to print',
    NewForms,
    { language: 'fr', count: 301, copies: 0 },
    ['De 1 à 300 feuilles.', 'De 1 à 8 fiches par enfant.'],
  ],
  ['a decision', NewDecision, { text: '' }, ['Écrivez ce qui est décidé, en quelques mots.']],
  [
    'a colleague',
    NewInvitation,
    { name: ' ', roles: [], questionnaires: null },
    ['Écrivez le nom de cette personne.', 'Cochez au moins un droit.'],
  ],
  ['a text that worries', Note, { note: '' }, ['Écrivez ce qui a été fait, en quelques mots.']],
]

test.each(forms)('%s', (_, form, typed, said) => {
  const { error } = form.safeParse(typed)
  const messages = error!.issues.map(({ message }) => message)
  for (const sentence of said) expect(messages).toContain(sentence)
})
