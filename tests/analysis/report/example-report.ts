/** A small published report with a hostile title, a week, a ranking and a group too small to show. */
import { readFileSync } from 'node:fs'
import { assess } from '../../../analysis/findings/assessment.ts'
import { reportOf } from '../../../analysis/report/build.ts'
import type { WriterInput } from '../../../analysis/report/writers.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { indicator, studyOf, times } from '../columns/study.ts'

export const formula = '=HYPERLINK("http://evil")'
const row = (day: number, from: number, to: number) => ({ week: null, day, from, to, cover: 'none' })
/** Enough people to report on two groups, and one group too small. */
export const people = [
  ...times(60, {
    garde: 'oui',
    commune: '81140',
    qui: ['creche'],
    enfants: [{ naissance: 2020, semaine: [row(1, 12, 20)] }],
  }),
  ...times(60, { garde: 'non', commune: '81271', qui: ['assmat'] }),
  ...times(7, { garde: 'parfois' }),
]
const indicators = [
  indicator({
    field: 'garde',
    measure: 'share',
    wanted: ['oui'],
    breakdowns: ['zone'],
    title: formula,
    sentence: '{value} des familles #set text(red) $x$ <b> ({interval} ; {base} réponses).',
  }),
  indicator({ field: 'garde', measure: 'shares', sentence: '« {top} » : {value} ({interval} ; {base} réponses).' }),
  indicator({ field: 'enfants.semaine', measure: 'week', unit: 'children' }),
]

const fontsOf = (name: string, prefix: string) =>
  ['400Regular', '700Bold'].map((face) =>
    readFileSync(
      new URL(`../../../node_modules/@expo-google-fonts/${name}/${face}/${prefix}_${face}.ttf`, import.meta.url),
    ),
  )
const ttf = fontsOf('ibm-plex-sans', 'IBMPlexSans')
const arabic = fontsOf('noto-naskh-arabic', 'NotoNaskhArabic')

export function writerInput(answers = people, date = '2026-05-31'): WriterInput {
  const source = assess([studyOf(answers, indicators)], {
    place: 'Communauté',
    date,
    demo: true,
    digest: 'abc',
    scope: { questionnaire: null, objective: null },
    zones: provisionalZones(),
  })
  return { source, report: reportOf(source), woff2: [], ttf, arabic: { woff2: [], ttf: arabic } }
}
