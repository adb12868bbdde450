import { expect, test } from 'vitest'
import { mask } from '../../../analysis/text/mask.ts'
import { mostSlowness, repeated, slowness, units } from '../../machine/repetitive.ts'

test.each([
  ['Appelez-moi au 06 12 34 56 78 le soir.', 'Appelez-moi au [téléphone] le soir.'],
  ['mon tel 0612345678', 'mon tel [téléphone]'],
  ['joignable au +33 6 12 34 56 78 ou 05.63.00.00.00', 'joignable au [téléphone] ou [téléphone]'],
  ['écrire à marie.dupont@exemple.fr svp', 'écrire à [courriel] svp'],
  ['marie.dupont (at) exemple.fr', '[courriel]'],
  ['J’habite 12 bis rue des Lilas, 81500 Lavaur et c’est loin.', 'J’habite [adresse] et c’est loin.'],
  ['au 3 chemin de la plaine il n’y a pas de bus', 'au [adresse] il n’y a pas de bus'],
  ['près de la rue Victor Hugo', 'près de la [adresse]'],
  ['Mme Martin de la crèche est formidable', '[nom] de la crèche est formidable'],
  ['Le docteur Lefèvre a refusé mon fils.', 'Le [nom] a refusé mon fils.'],
  ['ma fille Zélie est en CE1 et son frère tom aussi', 'ma fille [nom] est en CE1 et son frère tom aussi'],
  ['Ma voisine s’appelle nawel et elle garde', 'Ma voisine s’appelle [nom] et elle garde'],
  ['mon fils mathis a peur', 'mon fils [nom] a peur'],
  ['Julie et Marc Durand ont aidé', '[nom] ont aidé'],
  ['Mon numéro CAF est 1234567', 'Mon numéro CAF est [numéro]'],
  ['née le 12/03/2015', '[date]'],
  ['julie durand a crié sur les enfants', '[nom] a crié sur les enfants'],
  ['Ma voisine Nadia benkirane est partie', 'Ma voisine [nom] est partie'],
  ['c’est mathis de la roche qui tape', 'c’est [nom] qui tape'],
  ['رقمي ٠٦ ١٢ ٣٤ ٥٦ ٧٨ شكرا', 'رقمي [téléphone] شكرا'],
  ['appelez ０６ １２ ３４ ５６ ７８', 'appelez [téléphone]'],
  ['mon numéro : 06 12\u200b 34 56 78', 'mon numéro : [téléphone]'],
  ['zéro six douze trente-quatre cinquante-six soixante-dix-huit', '[téléphone]'],
  ['Zero 6 12 trente quatre 56 78 le soir', '[téléphone] le soir'],
  ['plus trente-trois six douze trente-quatre cinquante-six', '[téléphone]'],
  ['voir www.exemple.fr/moi ou @lea_81', 'voir [lien] ou [compte]'],
])('« %s » no longer points at anybody', (text, expected) => {
  expect(mask(text).text).toBe(expected)
})

test.each([
  'Il faudrait plus de places à Lavaur le mercredi.',
  'Pas assez de bus entre Saint-Sulpice-la-Pointe et Toulouse.',
  'L’ALAE ferme à 18 h 30, c’est trop tôt pour nous.',
  'Très bien ! Merci à la CAF et à la PMI.',
  'Nous payons 4,50 € par jour, 22 jours par mois.',
  'Depuis 2023 les tarifs ont augmenté de 12 %.',
  'J’aurais aimé une place en crèche dès septembre.',
  'عمري ١٢ سنة وأسكن بعيدا.',
  'De zéro à six ans, rien. Trois, quatre, cinq places au plus.',
  'À Noël tout est fermé. Rien pour les ados.',
])('« %s » names nobody and stays as it is', (text) => {
  expect(mask(text)).toEqual({ text, found: [] })
})

test('nothing gives nothing', () => {
  expect(mask('')).toEqual({ text: '', found: [] })
})

test.each([
  ['mathis mange à la cantine et il a faim', '[nom] mange à la cantine et il a faim'],
  ['Emma aussi est triste', '[nom] aussi est triste'],
])('in « %s » the word after the name stays: it is none', (text, expected) => {
  expect(mask(text).text).toBe(expected)
})

// stacked marks are cut where they come in
const known = units.filter((unit) => !/\p{M}{2}/u.test(unit))

test.each([
  ...known.map((unit) => repeated(unit, 32_000)),
  ...['+33', '12 rue de Aa', 'Mme', 'né le', '[nom] de', 'un', 'nom'].map((head) => head + repeated(' ', 32_000)),
  `+33${repeated('(', 32_000)}`,
  `${repeated('1-', 32_000)}a`,
])('a long text that repeats itself is read about as quickly as prose (%#)', (text) => {
  expect(slowness(mask, text)).toBeLessThan(mostSlowness)
})
