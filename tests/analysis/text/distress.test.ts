import { expect, test } from 'vitest'
import { alarmsIn, concernsOf } from '../../../analysis/text/distress.ts'

test.each([
  ['suicide', 'des fois j’ai envie de mourir'],
  ['suicide', 'Je ne veux plus vivre'],
  ['suicide', 'j’ai pensé au suicide'],
  ['suicide', 'elle se scarifie depuis la rentrée'],
  ['suicide', 'Je veux en finir'],
  ['suicide', 'jveux me tuer'],
  ['violence', 'mon mari me frappe'],
  ['violence', 'Mon père m’a frappée avec une ceinture'],
  ['violence', 'il nous bat quand il a bu'],
  ['violence', 'j’ai peur de mon beau-père'],
  ['violence', 'Il ne me frappe plus depuis que je suis partie'],
  ['violence', 'il n’y a pas de violence à la maison mais des cris'],
  ['sexuelle', 'un animateur a fait des attouchements'],
  ['sexuelle', 'j’ai été violée'],
  ['harcelement', 'je me fais harceler au collège'],
  ['harcelement', 'mon fils est victime de harcèlement'],
  ['danger', 'les petits restent seuls la nuit'],
  ['danger', 'il y a un enfant en danger dans ma rue'],
  ['danger', 'aidez-moi svp'],
  ['detresse', 'je n’en peux plus'],
  ['detresse', 'Maman solo, je suis à bout'],
  ['detresse', 'nous dormons dans la voiture'],
  ['detresse', 'J’ai peur de lui faire du mal à force de fatigue, je craque'],
  ['detresse', 'JE SUIS AU BOUT DU ROULEAU'],
])('%s is seen in « %s »', (concern, text) => {
  expect(concernsOf(text)).toContain(concern)
})

test.each([
  'Il manque des places en crèche le mercredi.',
  'Les horaires du centre de loisirs ne conviennent pas.',
  'On aimerait un club de foot et une batterie pour la musique.',
  'Le combat pour une place est rude !',
  'J’ai réussi à finir le dossier d’inscription.',
  'Il faudrait sonner à toutes les portes des entreprises.',
  'Je me lève à 5 h pour travailler à l’hôpital.',
  'La violette est une fleur, le violon un instrument.',
  '',
])('« %s » raises no flag', (text) => {
  expect(concernsOf(text)).toEqual([])
})

test('the words that raised the concern are found in the text as it was written, accents, apostrophes and spaces included', () => {
  const text = 'Ça va,  mais  j’ai été VIOLÉE. Et   mon frère me frappe…'
  expect(alarmsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['VIOLÉE', 'me frappe'])
  expect(alarmsIn('Œufs à Noël').length).toBe(0)
  expect(alarmsIn('')).toEqual([])
})
