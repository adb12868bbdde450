import { expect, test } from 'vitest'
import { heardOf } from '../../../client/design/preview/heard.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'
import { gallery, types } from '../gallery.ts'

const lines = (...[questionnaire, language]: Parameters<typeof heardOf>) =>
  heardOf(questionnaire, language).map(({ role, text }) => (role === '' ? text : `${role}: ${text}`))

test('what is read comes in its order: the notice, then each question with its answers and its condition', () => {
  expect(lines(smallQuestionnaire, 'fr').slice(0, 4)).toEqual([
    'titre de niveau 1: La garde des enfants',
    'Deux questions.',
    'notice: who',
    'who',
  ])
  expect(lines(smallQuestionnaire, 'fr').slice(-5)).toEqual([
    'titre de niveau 2, groupe: Faites-vous garder un enfant ? (réponse attendue)',
    'bouton radio, 1 sur 2: Oui',
    'bouton radio, 2 sur 2: Non',
    expect.stringContaining('Faites-vous garder un enfant ?'),
    'titre de niveau 2, grande zone de saisie: Pourquoi ?',
  ])
})

test('the bounds of a question are heard after its help', () => {
  const number = { type: 'text', inputType: 'number', name: 'heures', title: 'Combien ?', min: 0, max: 60 }
  const elements = [{ ...number, description: 'À peu près.', objectives: [1], sensitivity: 'ordinary' }]
  const questionnaire = { ...smallQuestionnaire, definition: { pages: [{ name: 'page', elements }] } }
  expect(lines(questionnaire, 'fr').slice(-2)).toEqual(['À peu près.', 'Entre 0 et 60.'])
})

test('each type of question is heard with all its choices, in each language', () => {
  for (const language of ['fr', 'ar'] as const) {
    const heard = lines(gallery, language).join('\n')
    for (const { heard: choices } of types)
      for (const choice of choices)
        expect(heard).toContain(language === 'ar' ? `${choice} بالعربية`.replace(/^(\d) .*/, '$1') : choice)
  }
  for (const questionnaire of founding()) expect(lines(questionnaire, 'en').length).toBeGreaterThan(100)
})
