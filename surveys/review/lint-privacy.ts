/** What the RGPD asks of each question: nothing sensitive by obligation, nothing that names a person. */
import { choicesOf, frenchOf, type LocatedElement, listOf, pathOf, special } from '../questionnaire/elements.ts'
import { rowOf } from '../types/catalogue.ts'
import { unaccented } from '../wording/folded.ts'
import type { Issue } from './issue.ts'

export function privacyIssues(places: LocatedElement[]): Issue[] {
  return places.flatMap((place) => [
    ...sensitiveIssues(place),
    ...identifyingIssues(place),
    ...freeTextFindings(place, places),
  ])
}

const isSensitive = ({ element }: LocatedElement) => element.sensitivity === 'sensitive'
const isFreeText = ({ element }: LocatedElement) => rowOf(element)?.kind === 'text'

function sensitiveIssues(place: LocatedElement): Issue[] {
  if (!isSensitive(place)) return []
  const { element } = place
  const say = (code: string, message: string): Issue => ({ level: 'error', path: pathOf(place), code, message })
  const isObliged = element.isRequired === true || Boolean(element.requiredIf)
  return [
    ...(isObliged
      ? [say('sensitive-required', 'Une question sensible n’est jamais obligatoire\u202f: la rendre facultative.')]
      : []),
    ...(canRefuse(place)
      ? []
      : [
          say(
            'sensitive-refuse',
            'Une question sensible se pose en choix, avec «\u202fJe préfère ne pas répondre\u202f»\u202f: ajouter cette réponse.',
          ),
        ]),
    ...(element.legalBasis
      ? []
      : [say('sensitive-basis', 'Une question sensible dit sur quelle base elle est posée\u202f: l’écrire.')]),
  ]
}

function canRefuse({ element }: LocatedElement): boolean {
  const offered = rowOf(element)?.holds === 'grid' ? listOf<{ value: string }>(element.columns) : choicesOf(element)
  return offered.some(({ value }) => value === special.refuse)
}

const birthDate = 'Cette question demande une date de naissance\u202f: demander l’année, ou une tranche d’âge.'

/** What a question must not ask; the words are looked for in its title, without accents. */
const identifying = [
  {
    code: 'name',
    freeText: true,
    words: /\b(nom|prenom|noms|prenoms|nom de famille|patronyme|initiales?)\b/,
    message: 'Cette question demande un nom\u202f: la retirer, un sondage n’en a pas besoin.',
  },
  {
    code: 'birth-date',
    freeText: false,
    words: /\b(date de naissance|jour de naissance|ne\(?e?\)? le)\b/,
    message: birthDate,
  },
  {
    code: 'contact',
    freeText: true,
    words: /\b(adresse|telephone|courriel|e-?mail|mail|numero de securite sociale|numero d.allocataire)\b/,
    message:
      'Cette question demande une adresse ou un numéro\u202f: les coordonnées se laissent à part, jamais avec les réponses.',
  },
  {
    code: 'school',
    freeText: true,
    words: /\b(ecole|etablissement scolaire|college|lycee|creche)\b/,
    message: 'Cette question demande le nom d’un établissement\u202f: proposer une liste large, ou la commune seule.',
  },
] as const
const diagnosis =
  /\b(diagnostic|diagnostique|maladies?|pathologie|aeeh|mdph|trouble autistique|autisme|traitement medical)\b/

function identifyingIssues(place: LocatedElement): Issue[] {
  const path = pathOf(place)
  const title = unaccented(frenchOf(place.element.title))
  const choices = unaccented(
    choicesOf(place.element)
      .map(({ text }) => text)
      .join(' '),
  )
  const found: Issue[] = identifying
    .filter(({ words, freeText }) => words.test(title) && (!freeText || isFreeText(place)))
    .map(({ code, message }) => ({ level: 'error', path, code, message }))
  if (rowOf(place.element)?.kind === 'date' && birth.test(title) && !found.some(({ code }) => code === 'birth-date'))
    found.push({ level: 'error', path, code: 'birth-date', message: birthDate })
  const message =
    'La santé ne se demande pas\u202f: demander de quelle adaptation la personne a besoin, jamais le diagnostic ni un droit ouvert.'
  if (diagnosis.test(title)) found.push({ level: 'error', path, code: 'diagnosis', message })
  else if (diagnosis.test(choices)) found.push({ level: 'advice', path, code: 'diagnosis', message })
  return found
}

/** Whatever its words, a date asked of a birth is a birth date. */
const birth = /\b(naissances?|anniversaires?|naitre|(es|est|etes|sont)(-(tu|il|elle|vous|ils|elles))? nee?s?)\b/

function freeTextFindings(place: LocatedElement, places: LocatedElement[]): Issue[] {
  if (!isFreeText(place) || /\bnom/.test(unaccented(frenchOf(place.element.description)))) return []
  const isNear = places.some((other) => other.page === place.page && isSensitive(other))
  const message = isNear
    ? 'Un texte libre à côté d’une question sensible peut tout révéler\u202f: le déplacer, ou écrire dessous «\u202fN’écrivez pas de nom\u202f».'
    : 'Sous un texte libre, rappeler «\u202fN’écrivez pas de nom\u202f».'
  return [{ level: 'advice', path: pathOf(place), code: isNear ? 'free-text-sensitive' : 'free-text', message }]
}
