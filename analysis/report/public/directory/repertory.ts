/** The directory as a printed repertory: commune by commune, tagged for PDF/UA-1, abbreviations expanded at the end. */
import { ageText, kindText, themeText } from '../../../../surveys/directory/rows.ts'
import { found, type Search } from '../../../../surveys/directory/search.ts'
import { and, counted, date, typeset } from '../../../text/format.ts'
import { typesetPdf } from '../../pdf/pdf.ts'
import { siglesOf } from '../../short/sigles.ts'
import type { ShownActor } from './page.ts'
import { repertoryTemplate } from './template.ts'

export type Repertory = {
  /** Name of the authority. */
  place: string
  /** `#rrggbb`. */
  accent: string
  /** ISO day it is printed. */
  day: string
  actors: readonly ShownActor[]
  communes: readonly { insee: string; name: string }[]
  search: Search
  contact: string
  isDemo: boolean
}

const everywhere = 'Sur tout le territoire'

/** « Répertoire Parentalité », or « Annuaire des acteurs » when no theme is chosen. Same cards and day, same bytes. */
export function repertoryPdf(repertory: Repertory, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  return typesetPdf({ markup: repertoryTemplate, data: repertoryData(repertory), fonts, day: repertory.day })
}

export const repertoryTitle = ({ theme }: Pick<Search, 'theme'>): string =>
  theme === '' ? 'Annuaire des acteurs' : `Répertoire ${themeText(theme)}`

/** All that is printed, worded. */
export function repertoryData({ place, accent, day, actors, communes, search, contact, isDemo }: Repertory) {
  const there = found(actors, search)
  const nameOf = (insee: string) => communes.find((one) => one.insee === insee)?.name ?? insee
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  const chosen = search.commune === '' ? communes : communes.filter(({ insee }) => insee === search.commune)
  const groups = [
    ...chosen.map(({ insee, name }) => ({
      title: name,
      actors: there.filter(({ card }) => card.places.some(({ commune }) => commune === insee)),
      commune: insee,
    })),
    {
      title: everywhere,
      actors: there.filter(({ card }) => card.places.length === 0 && card.isEverywhere),
      commune: '',
    },
  ].filter((group) => group.actors.length > 0)
  const printed = groups.map(({ title, actors: own, commune }) => ({
    title,
    actors: own.map(({ card, checked, isStale }) => {
      const { phone, email, site } = card
      const here = commune === '' ? [] : card.places.filter((one) => one.commune === commune)
      const elsewhere = card.places.filter((one) => one.commune !== commune).map((one) => nameOf(one.commune))
      return {
        name: typeset(card.name),
        about: typeset(
          `${kindText(card.kind)} · ${card.ages.map((age) => ageText(age)).join(', ')} · ${card.themes.map((theme) => themeText(theme)).join(', ')}`,
        ),
        does: typeset(card.does.replace(/\s*\n\s*/g, ' ')),
        places: [
          ...here.map(({ label, hours }) => ({
            commune: nameOf(commune),
            rest: typeset(
              [label, hours.replace(/\s*\n\s*/g, ' ; ')]
                .filter(Boolean)
                .map((part) => `, ${part}`)
                .join(''),
            ),
          })),
          ...(elsewhere.length === 0
            ? []
            : [
                {
                  commune: 'Aussi à',
                  rest: ` ${and([...new Set(elsewhere)])}${card.isEverywhere ? ', et sur tout le territoire' : ''}`,
                },
              ]),
        ],
        reach: [phone, email, site.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')].filter(Boolean).join(' · '),
        isStale,
        note:
          isStale || checked === null
            ? typeset('Fiche non vérifiée depuis plus d’un an : appelez avant de vous déplacer.')
            : `Fiche vérifiée le ${date(checked)}`,
      }
    }),
  }))
  const sigles = siglesOf(JSON.stringify(printed))
  return {
    title: repertoryTitle(search),
    place,
    accent,
    date: { year, month, day: dayOfMonth },
    dateText: date(day),
    mark: isDemo ? 'Données fictives' : '',
    lead: 'Qui fait quoi, où et quand.',
    opening: typeset(
      there.length === 0
        ? 'Aucun acteur ne correspond à cette recherche.'
        : `${counted(there.length, 'acteur', 'acteurs')}. Chaque structure a donné son accord. Les lieux et les horaires changent : téléphonez avant de vous déplacer.`,
    ),
    groups: printed,
    last: [
      ...(sigles === null ? [] : [typeset(`Sigles : ${sigles}`)]),
      ...(contact === '' ? [] : [typeset(`Une erreur, une fiche à retirer ? ${contact}.`)]),
    ],
  }
}
