import { expect, test } from 'vitest'
import { withoutIdentity } from '../../../surveys/answers/identity.ts'
import { mostSlowness, repeated, slowness, units } from '../../machine/repetitive.ts'

test.each([
  ['Léa Durand 0612345678', ''],
  ['Kévin Martin 0612345678', ''],
  ['Demandez à Léa Durand, 06 12 34 56 78.', 'Demandez à.'],
  ['Mon fils Kévin n’a pas de place', 'Mon fils n’a pas de place'],
  ['julie durand crie sur les enfants', 'crie sur les enfants'],
  ['Écrivez à marie.dupont@exemple.fr, merci', 'Écrivez à, merci'],
  ['Elle s’appelle Nawel et elle garde', 'Elle s’appelle et elle garde'],
  ['Mme Martin est formidable', 'est formidable'],
  ['au 12 bis rue des Lilas, c’est loin', 'au, c’est loin'],
  ['My name is Tariq, I live far away', 'My name is, I live far away'],
  ['رقمي ٠٦ ١٢ ٣٤ ٥٦ ٧٨ شكرا', 'رقمي شكرا'],
  ['اسمي طارق وأسكن بعيدا', 'اسمي وأسكن بعيدا'],
  ['zéro six douze trente-quatre cinquante-six soixante-dix-huit', ''],
  ['Une place\nLéa Durand', 'Une place'],
])('« %s » is asked about, and left without it', (text, left) => {
  expect(withoutIdentity(text)).toBe(left)
})

test.each([
  '',
  'Il faudrait plus de places à Lavaur le mercredi.',
  'Pas assez de bus entre Saint-Sulpice-la-Pointe et Toulouse.',
  'L’ALAE ferme à 18 h 30, c’est trop tôt pour nous.',
  'Très bien ! Merci à la CAF et à la PMI.',
  'Nous payons 4,50 € par jour, 22 jours par mois, soit 1 200 € en 2024-2025.',
  'UN CENTRE DE LOISIRS OUVERT LE SAMEDI',
  'Une salle Au Bout du Pont, un Skate Park',
  'Devant le collège Marie Curie, à la salle Victor Hugo',
  'Victoire ! Romain, non.',
  'ça s’appelle comment',
  'La rue Victor Hugo est dangereuse',
  'Monsieur le maire, il manque une crèche',
  'Nothing opens at Christmas. More buses, please.',
  'نريد حافلة يوم الأربعاء الساعة ٨',
  'Un terrain de foot pour mon fils de 12 ans et ma fille de 9 ans',
])('« %s » raises no alarm', (text) => {
  expect(withoutIdentity(text)).toBeNull()
})

test.each(units.map((unit) => repeated(unit, 32_000)))(
  'a long text that repeats itself is read about as quickly as prose (%#)',
  (text) => {
    expect(slowness(withoutIdentity, text)).toBeLessThan(mostSlowness)
  },
)
