import { expect, test } from 'vitest'
import { countThemes, type Dictionary, foundingDictionary, themesOf } from '../../../analysis/text/dictionary.ts'
import { suggestions } from '../../../analysis/text/suggestions.ts'
import { contentWords, wordsOf } from '../../../analysis/text/words.ts'

test('elisions are split before anything else', () => {
  expect(wordsOf('J’aurais voulu qu’on aille à l’hôpital aujourd’hui').map(({ text }) => text)).toEqual([
    'J’',
    'aurais',
    'voulu',
    'qu’',
    'on',
    'aille',
    'à',
    'l’',
    'hôpital',
    'aujourd’hui',
  ])
})

test('content words leave out articles and elisions', () => {
  expect(contentWords('Il n’y a pas de place dans la crèche d’à côté').map(({ text }) => text)).toEqual([
    'place',
    'crèche',
    'côté',
  ])
})

test.each([
  ['J’aurais besoin d’horaires plus larges le soir', ['horaires']],
  ['C’est trop cher et trop loin', ['tarifs', 'transports']],
  ['Pas d’accueil adapté à l’handicapé de la famille', ['handicap']],
  ['La liste d’attente est longue', ['places']],
  ['L’AESH manque', ['handicap']],
  ['une attente sans liste', []],
  ['', []],
])('« %s » touches %j', (text, themes) => {
  expect(themesOf(text, foundingDictionary)).toEqual(themes)
})

test('a person counts once a theme, however often they say it', () => {
  const counts = countThemes(['cher, cher, cher !', 'le tarif', null, ''], foundingDictionary)
  expect(counts.get('tarifs')).toBe(2)
  expect(counts.get('places')).toBe(0)
})

test('a word that enough people use, and no theme knows, is suggested with its company', () => {
  const dictionary: Dictionary = [{ id: 'repas', title: 'Repas', words: ['cantine'] }]
  const texts = [...Array(12).fill('la cantine manque de légumes'), ...Array(3).fill('un trampoline'), null]
  const found = suggestions(texts, dictionary)
  expect(found.map(({ word }) => word)).toContain('légumes')
  expect(found.find(({ word }) => word === 'légumes')).toEqual({ word: 'légumes', people: 12, theme: 'repas' })
  expect(found.map(({ word }) => word)).not.toContain('trampoline')
})
