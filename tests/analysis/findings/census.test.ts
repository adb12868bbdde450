import { expect, test } from 'vitest'
import { tableOf } from '../../../analysis/columns/columns.ts'
import type { Study } from '../../../analysis/columns/study.ts'
import { questionsOf } from '../../../analysis/explore/questions.ts'
import { assessStudy } from '../../../analysis/findings/assessment.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import { communes, provisionalZones } from '../../../surveys/authority/territory.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { recordSecret } from '../columns/study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const questionnaire = materialise(founding().find(({ slug }) => slug === 'communes')!, {})
const total = communes().length

/** The first communes of the territory, the answers of each the same but for what is said of its place. */
function study(size: number, said: (place: number) => Record<string, unknown>): Study {
  const [any] = [respondentsOf(questionnaire)(seeded(3)).answers]
  const responses = communes()
    .slice(0, size)
    .map(({ insee }, place) => ({
      id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
      questionnaire: 'communes',
      version: 1,
      language: 'fr' as const,
      mode: 'web' as const,
      channel: '',
      receivedAt: '2026-05-04T10:00:00.000Z',
      trial: false,
      answers: { ...any, commune: insee, nommee: 'oui', ...said(place) },
    }))
  const table = tableOf(questionnaire, responses as never, recordSecret)
  return {
    questionnaire,
    table,
    trial: false,
    period: { from: '2026-05-04', to: '2026-05-04' },
    zones: provisionalZones(),
  }
}
const council = (given: Study) => findingsOf(given).findings.find(({ indicator }) => indicator === 'conseils-jeunes')!

test('when every commune answers, the sentence counts them and no interval is made', () => {
  const found = council(study(total, (place) => ({ cmj: place < 5 ? 'oui' : 'non' })))
  expect(found.sentence).toBe(`5 des ${total} communes ont un conseil d’enfants ou de jeunes.`)
  expect(found.estimate).toMatchObject({ value: 5 / total, low: 5 / total, high: 5 / total, base: total })
  expect(found.strength).toBe('solide')
  expect(found.limits[0]).toContain(`les ${total} communes ont répondu`)
  expect(found.bounds).toBeUndefined()
})

test('the ends are what the silent ones could change, and the sentence says how many answered', () => {
  const found = council(study(total - 4, (place) => ({ cmj: place < 5 ? 'oui' : 'non' })))
  expect(found.sentence).toBe(
    `Parmi les ${total - 4} communes dont les réponses sont publiées, 5 ont un conseil d’enfants ou de jeunes. Le territoire compte ${total} communes.`,
  )
  expect(plain(found.table!.base)).toMatch(
    new RegExp(`^Base : ${total - 4} communes répondantes\\. Le territoire compte ${total} communes\\.$`),
  )
  expect(found.estimate).toMatchObject({ low: 5 / total, high: 9 / total })
  expect(found.strength).toBe('indicatif')
})

test('the table names the communes that gave each answer', () => {
  const notes = council(study(total, (place) => ({ cmj: place < 2 ? 'oui' : 'non' }))).table!.notes.join('\n')
  for (const { name } of communes()) expect(notes).toContain(name)
})

// One yes on the first page also named the communes whose children of a few families go to school or not.
test('what is sensitive is counted, and never told with the name of a commune', () => {
  const given = study(total, (place) => ({ sejour: place < 6 ? 'annee' : 'non', scolarite: place < 6 ? 'tous' : null }))
  const { findings } = findingsOf(given)
  const told = findings.filter(({ indicator }) => /voyageurs/.test(indicator))
  expect(told.map(({ sentence }) => sentence)).toContain(
    `6 des ${total} communes disent que des gens du voyage y vivent ou y passent.`,
  )
  for (const { name } of communes()) expect(JSON.stringify(told)).not.toContain(name)
})

test('a commune that does not agree to be named is in no figure and under no name', () => {
  const found = council(
    study(total, (place) => ({ cmj: place === 0 ? 'oui' : 'non', nommee: place === 0 ? 'non' : 'oui' })),
  )
  expect(found.estimate).toMatchObject({ value: 0, base: total - 1 })
  expect(found.sentence).toContain(
    `aucune des ${total - 1} communes dont les réponses sont publiées n’est dans ce cas. Le territoire compte ${total} communes.`,
  )
  const said = JSON.stringify(findingsOf(study(total, (place) => ({ nommee: place === 0 ? 'non' : 'oui' }))))
  expect(said).not.toContain(communes()[0]!.name)
})

// « Vos réponses sont publiées seulement si la commune l’accepte »: until one did, all of them were told in words
test('while no commune agrees, nothing is told of any, in figures or in words', () => {
  const refused = study(total, () => ({ nommee: 'non', cmj: 'oui' }))
  const { findings, answered } = findingsOf(refused)
  for (const { estimate, sentence } of findings) {
    expect(estimate).toMatchObject({ value: null, base: 0 })
    expect(estimate).not.toHaveProperty('words')
    expect(sentence).toMatch(/: pas de résultat, aucune commune ne publie encore ses réponses\.$/)
  }
  expect(findings.length).toBeGreaterThan(10)
  expect(answered.sentences.join()).toContain(`aucune des ${total} communes ne publie encore ses réponses`)
  expect(questionsOf(refused).map(({ table }) => table.rows)).toEqual(questionsOf(refused).map(() => 0))
})

test('a commune that two responses speak for is in no figure: nobody knows which one is its own', () => {
  const twice = study(total, (place) => ({ commune: communes()[Math.max(1, place)]!.insee, cmj: 'oui' }))
  expect(council(twice).estimate).toMatchObject({ base: total - 2 })
  expect(JSON.stringify(findingsOf(twice))).not.toContain(communes()[1]!.name)
})

test('a response that agrees does not undo the refusal of its commune', () => {
  const forged = study(total, (place) => ({
    commune: communes()[Math.max(1, place)]!.insee,
    nommee: place === 1 ? 'non' : 'oui',
    cmj: 'oui',
  }))
  expect(council(forged).estimate).toMatchObject({ base: total - 2 })
  expect(JSON.stringify(findingsOf(forged))).not.toContain(communes()[1]!.name)
})

test('the responses that are told, and the tables of the explorer, leave out a commune that refused', () => {
  const refused = study(total, (place) => ({ cmj: 'oui', nommee: place === 0 ? 'non' : 'oui' }))
  expect(assessStudy({ ...refused, responses: total }).surveyed.responses).toBe(total - 1)
  for (const { table } of questionsOf(refused).filter(({ table }) => table.parent === null))
    expect(table.rows).toBe(total - 1)
})

test('an answer given by one commune, or none, is told without a plural verb', () => {
  const one = council(study(total, (place) => ({ cmj: place === 3 ? 'oui' : 'non' })))
  expect(one.sentence).toMatch(
    new RegExp(
      `^Communes dotées d’un conseil d’enfants ou de jeunes\\s: une seule des ${total} communes est dans ce cas\\.$`,
    ),
  )
})

test('what they all answer is said of them all', () => {
  const found = council(study(total, () => ({ cmj: 'oui' })))
  expect(found.sentence).toBe(`Les ${total} communes ont un conseil d’enfants ou de jeunes.`)
})

// « Parmi les 15 communes qui publient, 5 des 6 où un habitat partagé existe … Le territoire en compte 21 »: 21 of what?
test('of a question put to some, or left blank by some, those it was put to stand first, then how many publish', () => {
  const said = (id: string, given: Study) =>
    plain(findingsOf(given).findings.find(({ indicator }) => indicator === id)!.sentence)
  const tour = study(6, (place) => ({
    tournee: place < 5 ? 'probablement' : 'non',
    tournee_moyens: place < 5 ? ['salle'] : null,
  }))
  expect(said('tournee-moyens', tour)).toBe(
    `Les 5 communes répondantes qui n’excluent pas une tournée des animateurs jeunesse pourraient, pour l’accueillir, fournir une salle. Réponses publiées : 6 communes sur ${total}.`,
  )
  const blank = study(6, (place) => ({ cmj: place === 0 ? null : place < 4 ? 'oui' : 'non' }))
  expect(said('conseils-jeunes', blank)).toBe(
    `Parmi les 5 communes qui se prononcent, 3 ont un conseil d’enfants ou de jeunes. Réponses publiées : 6 communes sur ${total}.`,
  )
})

// « Parmi les 5 communes qui se prononcent, 3 qui n’excluent pas… pourraient »: a version stored before has the frames of its time
test('a stored frame whose figure is followed by whom it is put to keeps its sense', () => {
  const frame =
    '{value} qui n’excluent pas une tournée jeunesse pourraient lui fournir {top} ({interval} ; {base} réponses).'
  const said = (size: number, rooms: number) => {
    const given = study(size, (place) => ({
      tournee: place < 5 ? 'probablement' : 'non',
      tournee_moyens: place < 5 ? [place < rooms ? 'salle' : 'aucun'] : null,
    }))
    const indicators = given.questionnaire.indicators.map((one) =>
      one.id === 'tournee-moyens' ? { ...one, sentence: frame } : one,
    )
    return plain(
      findingsOf({ ...given, questionnaire: { ...given.questionnaire, indicators } }).findings.find(
        ({ indicator }) => indicator === 'tournee-moyens',
      )!.sentence,
    )
  }
  expect(said(6, 3)).toBe(
    `Parmi les 6 communes dont les réponses sont publiées, 3 des 5 qui n’excluent pas une tournée jeunesse pourraient lui fournir une salle. Le territoire compte ${total} communes.`,
  )
  expect(said(6, 5)).toBe(
    `Parmi les 6 communes dont les réponses sont publiées, les 5 qui n’excluent pas une tournée jeunesse pourraient lui fournir une salle. Le territoire compte ${total} communes.`,
  )
  expect(said(total, 4)).toBe(
    '4 des 5 communes qui n’excluent pas une tournée jeunesse pourraient lui fournir une salle.',
  )
})

// « aucune commune sur 1 », « Communes où… : 1 commune seulement »
test('a question that one or two communes were asked says so, whatever they answered', () => {
  const said = (scolarite: string, asked: number, of = 3) =>
    plain(
      findingsOf(
        study(of, (place) => (place < asked ? { sejour: 'annee', scolarite } : { sejour: 'non' })),
      ).findings.find(({ indicator }) => indicator === 'scolarite-voyageurs')!.sentence,
    )
  const few = (asked: string) =>
    `École des enfants de gens du voyage, selon les communes : la question ne se pose qu’à ${asked} des 3 communes dont les réponses sont publiées, trop peu pour conclure. Le territoire compte ${total} communes.`
  expect(said('tous', 1)).toBe(few('une'))
  expect(said('une_partie', 1)).toBe(few('une'))
  expect(said('une_partie', 2)).toBe(few('2'))
  expect(said('une_partie', 2, 2)).toBe(
    `École des enfants de gens du voyage, selon les communes : 2 seulement des ${total} communes publient leurs réponses, trop peu pour conclure.`,
  )
})

test('two answers given as often are level', () => {
  const found = findingsOf(
    study(total, (place) => ({ besoins_info: place < 4 ? ['textes'] : place < 8 ? ['affiches'] : ['aucun'] })),
  ).findings.find(({ indicator }) => indicator === 'besoins-info')!
  expect(plain(found.sentence)).toBe(
    `4 des ${total} communes disent qu’il leur faudrait des textes prêts à publier pour mieux informer les familles. La réponse « Des affiches imprimées » revient tout aussi souvent.`,
  )
  const all = findingsOf(study(3, () => ({ supports: ['bulletin', 'panneau'] }))).findings.find(
    ({ indicator }) => indicator === 'supports-info',
  )!
  expect(plain(all.sentence)).toBe(
    `Les 3 communes dont les réponses sont publiées informent leurs habitants par un bulletin papier et un panneau lumineux. Le territoire compte ${total} communes.`,
  )
})

// « 7 réponses arrivent à égalité. Chacune de ces réponses est celle d’une commune. »
test('answers of one commune each tell nothing', () => {
  const found = findingsOf(
    study(3, (place) => ({ besoins_info: [['textes'], ['affiches'], ['calendrier']][place] })),
  ).findings.find(({ indicator }) => indicator === 'besoins-info')!
  expect(plain(found.sentence)).toMatch(
    / : aucune réponse n’est donnée deux fois\. Réponses publiées : 3 communes sur \d+\.$/,
  )
})

// « avec 1 commune, la fourchette serait trop large »: nothing of a census is imprecise.
test('of a census that few answered, what was counted is told, and out of how many', () => {
  const some = council(study(5, (place) => ({ cmj: place < 2 ? 'oui' : 'non' })))
  expect(some.sentence).toBe(
    `Parmi les 5 communes dont les réponses sont publiées, 2 ont un conseil d’enfants ou de jeunes. Le territoire compte ${total} communes.`,
  )
  expect([some.strength, some.estimate.value]).toEqual(['non concluant', 0.4])
  const alone = council(study(1, () => ({ cmj: 'oui' })))
  expect(alone.sentence).toMatch(
    new RegExp(`: une seule des ${total} communes publie ses réponses, trop peu pour conclure\\.$`),
  )
  expect(alone.table!.notes.join()).toContain(communes()[0]!.name)
  // « une seule commune sur 21 a répondu » of a question put to those without a council: the others were not silent
  const filtered = findingsOf(study(1, () => ({ cmj: 'non', cmj_aide: ['commun'] }))).findings.find(
    ({ indicator }) => indicator === 'aide-conseil-jeunes',
  )!
  expect(filtered.sentence).toMatch(
    / publie ses réponses, trop peu pour conclure\. La question ne se pose qu’à certaines communes\.$/,
  )
})
