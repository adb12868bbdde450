/** What changes from one version of the authority to the next, in French sentences: shown before it is accepted, then stored. */
import {
  levelHeading,
  levelNumbers,
  levelRows,
  levelSaid,
  levelTitle,
  levelWords,
} from '../../surveys/authority/levels.ts'
import type { Authority, Gender } from '../../surveys/authority/schema.ts'
import { canonical } from '../../surveys/canonical.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { fed } from '../../surveys/questionnaire/founding.ts'
import { natureWords } from './plan-table.ts'

const same = (a: unknown, b: unknown) => canonical(a ?? null) === canonical(b ?? null)

/** @returns one sentence for each change, the plan first; none when nothing changes */
export function changesOf(before: Authority, after: Authority): string[] {
  return [
    ...planChanges(before, after),
    ...judgementChanges(before, after),
    ...territoryChanges(before, after),
    ...wordChanges(before, after),
  ]
}

function planChanges({ plan: before }: Authority, { plan: after }: Authority): string[] {
  const title =
    before.title === after.title ? [] : [`Titre du plan : « ${after.title} » (avant : « ${before.title} »).`]
  const levels = (['axes', 'orientations', 'actions'] as const).flatMap((level) => {
    const name = ({ axes: 'axis', orientations: 'orientation', actions: 'action' } as const)[level]
    return compared(before[level], after[level], levelHeading(name), levelWords(name).gender)
  })
  const objectives = compared(
    before.objectives,
    after.objectives,
    levelHeading('objective'),
    levelWords('objective').gender,
  )
  const moved = after.objectives.flatMap((one) => {
    const earlier = before.objectives.find(({ number }) => number === one.number)
    if (!earlier) return []
    return [
      ...(earlier.action === one.action
        ? []
        : [`${levelTitle('objective', one.number)} : passe ${levelSaid('toThe', 'action')} ${one.action}.`]),
      ...(earlier.short === one.short
        ? []
        : [`${levelTitle('objective', one.number)} : en quelques mots, « ${one.short} ».`]),
      ...(earlier.start === one.start
        ? []
        : [
            `${levelTitle('objective', one.number)} : ${one.start === null ? 'sans année de début' : `début en ${one.start}`}.`,
          ]),
      ...(earlier.star === one.star
        ? []
        : [
            `${levelTitle('objective', one.number)} : ${one.star === undefined ? 'sans étoile' : `étoile « ${one.star} »`}.`,
          ]),
      ...(earlier.zone === one.zone
        ? []
        : [
            `${levelTitle('objective', one.number)} : ${one.zone === undefined ? 'tout le territoire' : `zone « ${one.zone} »`}.`,
          ]),
    ]
  })
  const pilots = after.actions.flatMap((one) => {
    const earlier = before.actions.find(({ number }) => number === one.number)
    if (!earlier || same([earlier.pilots, earlier.group], [one.pilots, one.group])) return []
    return [
      `${levelTitle('action', one.number)}, qui porte : ${[one.group, ...one.pilots].filter((name) => name !== '').join(', ') || 'personne n’est indiqué'}.`,
    ]
  })
  return [...title, ...levels, ...objectives, ...moved, ...pilots, ...printedChanges(before, after)]
}

/** What the plan says beside its levels: what it calls them, the lines that cross it, its abbreviations. */
function printedChanges(before: Authority['plan'], after: Authority['plan']): string[] {
  const levels = levelRows.flatMap(({ level }) => {
    const [was, is] = [levelWords(level, before), levelWords(level, after)]
    if (same(was, is)) return []
    return was.one === is.one && was.several === is.several
      ? [`Le mot « ${is.one} » est ${is.gender === 'feminine' ? 'féminin' : 'masculin'}.`]
      : [`Le plan dit « ${is.one} » (avant : « ${was.one} »).`]
  })
  const [were, are] = [before.transverse ?? [], after.transverse ?? []]
  const links = are.flatMap((line) => {
    const earlier = were.find(({ number }) => number === line.number)
    if (!earlier || same(earlier, { ...line, title: earlier.title })) return []
    const carried =
      line.objectives.length === 0 ? levelSaid('none', 'objective') : levelNumbers('objective', line.objectives)
    return [`Ligne transverse ${line.number} : ${carried}${line.proposed ? ' (proposé)' : ', confirmé'}.`]
  })
  const sigles = (plan: Authority['plan']) => new Map((plan.acronyms ?? []).map((one) => [one.short, one]))
  return [
    ...levels,
    ...compared(were, are, 'Ligne transverse', 'feminine'),
    ...links,
    ...listed(sigles(before), sigles(after), 'Sigle'),
  ]
}

/** One sentence for each entry that came, went or changed. */
function listed<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>, name: string): string[] {
  const added = [...after.keys()].filter((key) => !before.has(key)).map((key) => `${name} ajouté : ${key}.`)
  const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => `${name} retiré : ${key}.`)
  const changed = [...after]
    .filter(([key, value]) => before.has(key) && !same(before.get(key), value))
    .map(([key]) => `${name} réécrit : ${key}.`)
  return [...added, ...gone, ...changed]
}

type Named = { number: number; title: string }
function compared(before: readonly Named[], after: readonly Named[], name: string, gender: Gender): string[] {
  const agreed = gender === 'feminine' ? 'e' : ''
  const changed = after.flatMap(({ number, title }) => {
    const earlier = before.find((one) => one.number === number)
    if (!earlier) return [`${name} ${number} ajouté${agreed} : « ${title} ».`]
    return earlier.title === title ? [] : [`${name} ${number} : « ${title} » (avant : « ${earlier.title} »).`]
  })
  const gone = before
    .filter(({ number }) => !after.some((one) => one.number === number))
    .map(({ number, title }) => `${name} ${number} retiré${agreed} : « ${title} ».`)
  return [...changed, ...gone]
}

function judgementChanges({ judgement: before }: Authority, { judgement: after }: Authority): string[] {
  return after.flatMap((one) => {
    const earlier = before.find(({ objective }) => objective === one.objective)
    if (!earlier) return []
    return [
      ...(earlier.nature === one.nature
        ? []
        : [`${levelTitle('objective', one.objective)} : ${natureWords[one.nature]}.`]),
      ...(earlier.why === one.why
        ? []
        : [`${levelTitle('objective', one.objective)} : ce qu’un questionnaire peut en dire est réécrit.`]),
    ]
  })
}

function territoryChanges({ territory: before }: Authority, { territory: after }: Authority): string[] {
  const changed = after.communes.flatMap((one) => {
    const earlier = before.communes.find(({ insee }) => insee === one.insee)
    if (!earlier) return [`Commune ajoutée : ${one.name}. Rangez-la dans une zone (Tables, Zones du territoire).`]
    return same(earlier, one) ? [] : [`Commune ${one.name} : nom ou habitants changés.`]
  })
  const gone = before.communes
    .filter(({ insee }) => !after.communes.some((one) => one.insee === insee))
    .map(({ name }) => `Commune retirée : ${name}.`)
  return [...changed, ...gone]
}

function wordChanges({ names: before }: Authority, { names: after }: Authority): string[] {
  const codes = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])]
  const words = codes
    .filter((code) => !same(before.texts[code], after.texts[code]))
    .map((code) => (after.texts[code] === undefined ? `Mot retiré : ${code}.` : `Mot « ${code} » réécrit.`))
  const named = ({ lists: { lieux_jeunes: own = [] } }: Authority['names']) =>
    new Map(own.map((place) => [frenchOf(place.text), place]))
  const places = (names: Authority['names']) => new Map(names.places.map((place) => [place, place]))
  return [
    ...words,
    ...listed(new Map(Object.entries(before.sigles)), new Map(Object.entries(after.sigles)), 'Sigle'),
    ...listed(places(before), places(after), 'Lieu'),
    ...listed(named(before), named(after), 'Lieu nommé aux jeunes'),
    ...linkChanges(before.links, after.links),
  ]
}

type Links = Authority['names']['links']

function linkChanges(before: Links, after: Links): string[] {
  const of = (links: Links, topic: string) => (links === null ? [Number(topic)] : (links[topic] ?? []))
  return [...fed().keys()].map(String).flatMap((topic) => {
    const [was, is] = [of(before, topic), of(after, topic)]
    if (same(was, is)) return []
    const said = is.length === 0 ? `n’éclaire plus ${levelSaid('none', 'objective')}` : `éclaire ${is.join(', ')}`
    return [`Sujet ${topic} des questionnaires fournis : ${said}.`]
  })
}
